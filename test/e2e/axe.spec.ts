import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'
import { chooseTheme, go, pages, themes, type Theme } from './pages.ts'

for (const theme of Object.keys(themes) as Theme[]) {
  test(`axe finds nothing on any page in ${theme}`, async ({ page }) => {
    test.setTimeout(300_000)
    await chooseTheme(page, theme)
    for (const [name, hash] of Object.entries(pages)) {
      await go(page, hash)
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
      expect(found, `${name} in ${theme}`).toEqual([])
    }
  })
}
