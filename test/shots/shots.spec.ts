import { mkdirSync } from 'node:fs'
import { test } from '../e2e/fixtures.ts'
import { chooseTheme, go, pages, settle, themes, type Theme } from '../e2e/pages.ts'

const folder = new URL('../../shots/', import.meta.url).pathname
const sizes = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]

// A picture of every page × theme × size, for people to look at; nothing is compared.
for (const theme of Object.keys(themes) as Theme[]) {
  test(`pictures in ${theme}`, async ({ page }) => {
    test.setTimeout(600_000)
    mkdirSync(folder, { recursive: true })
    page.on('pageerror', (error) => console.error(`${theme}: ${error.message}`))
    await chooseTheme(page, theme)
    for (const [name, hash] of Object.entries(pages)) {
      await go(page, hash)
      for (const size of sizes) {
        await page.setViewportSize(size)
        await settle(page)
        await page.screenshot({ path: `${folder}${name}-${theme}-${size.width}.png`, fullPage: true })
      }
    }
  })
}
