import type { BrowserContext, Page } from 'playwright-core'

const STEPS = 120
const SETTLED_MS = 1500

/**
 * The notebook in the app's own reading view, its first chart brushed by the mouse: milliseconds from
 * each frame to the next while it is dragged.
 */
export async function framesWhileDragging(context: BrowserContext, url: string): Promise<number[]> {
  const page = await context.newPage()
  await page.goto(url)
  await page.evaluate(() => (location.hash = '#/notebooks/brushing?view=reading'))
  await page.waitForFunction(
    () => document.querySelectorAll('.picture svg').length === 3,
    undefined,
    { timeout: 120_000 },
  )
  const frames = await drag(page)
  await page.close()
  return frames
}

async function drag(page: Page): Promise<number[]> {
  const box = await page.locator('.picture svg').first().boundingBox()
  if (!box) throw new Error('no chart')
  const [x, y] = [box.x + box.width * 0.2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.waitForTimeout(SETTLED_MS)
  await page.mouse.down()
  await page.mouse.move(x + 60, y, { steps: 10 })
  await page.waitForTimeout(SETTLED_MS)
  await page.evaluate(() => {
    const times: number[] = []
    const next = (now: number) => {
      times.push(now)
      if (window.framesOver !== true) requestAnimationFrame(next)
    }
    window.frameTimes = times
    requestAnimationFrame(next)
  })
  for (let step = 0; step < STEPS; step += 1) {
    await page.mouse.move(x + 60 + (box.width * 0.4 * step) / STEPS, y)
  }
  const times = await page.evaluate(() => {
    window.framesOver = true
    return window.frameTimes ?? []
  })
  await page.mouse.up()
  return times.slice(1).map((time, at) => time - (times[at] ?? time))
}

declare global {
  interface Window {
    frameTimes?: number[]
    framesOver?: boolean
  }
}
