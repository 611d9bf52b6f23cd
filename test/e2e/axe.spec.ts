import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { chooseTheme, go, pages } from './pages.ts'

test.describe.configure({ timeout: 600_000 })

const ofColours = ['color-contrast', 'link-in-text-block']

/** These change the colours alone: a page is not visited anew for each. */
async function colourFaults(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const theme of ['dark', 'contrast']) {
    await paint(page, theme)
    for (const fault of await axeFaults(page, { only: ofColours }))
      faults.push(`${theme}: ${fault}`)
  }
  await paint(page, 'light')
  return faults
}

/** Comes back when the colours are there. */
function paint(page: Page, theme: string): Promise<void> {
  return page.evaluate(async (name) => {
    document.documentElement.dataset['theme'] = name
    await new Promise(requestAnimationFrame)
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  }, theme)
}

test('axe finds nothing on any page in light, dark and contrast', async ({ page }) => {
  // colours that are still on their way from one theme to the other are of neither
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await chooseTheme(page, 'light')
  for (const [name, hash] of Object.entries(pages)) {
    await go(page, hash)
    expect([...(await axeFaults(page)), ...(await colourFaults(page))], name).toEqual([])
  }
})

test('axe finds nothing on any page in elder mode', async ({ page }) => {
  await chooseTheme(page, 'elder')
  for (const [name, hash] of Object.entries(pages)) {
    await go(page, hash)
    expect(await axeFaults(page), name).toEqual([])
  }
})
