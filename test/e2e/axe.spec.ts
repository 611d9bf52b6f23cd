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
    // a page that was still settling is looked at once more: what is wrong with its colours stays wrong
    const found = await inTheme(page, theme)
    const faultsThere = found.length > 0 ? await inTheme(page, theme) : found
    faults.push(...faultsThere.map((fault) => `${theme}: ${fault}`))
  }
  await paint(page, 'light')
  return faults
}

async function inTheme(page: Page, theme: string): Promise<string[]> {
  await paint(page, theme)
  return axeFaults(page, { only: ofColours })
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
