import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'
import { chooseTheme, go, pages, themes, type Theme } from './pages.ts'

/** Two themes change the layout and are looked at for everything; the others change the colours alone. */
const whole: readonly Theme[] = ['light', 'elder']
const ofColours = ['color-contrast', 'link-in-text-block']

for (const theme of Object.keys(themes) as Theme[]) {
  test(`axe finds nothing on any page in ${theme}`, async ({ page }) => {
    test.setTimeout(300_000)
    await chooseTheme(page, theme)
    for (const [name, hash] of Object.entries(pages)) {
      await go(page, hash)
      const axe = new AxeBuilder({ page })
      if (!whole.includes(theme)) axe.withRules(ofColours)
      const { violations } = await axe.analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
      expect(found, `${name} in ${theme}`).toEqual([])
    }
  })
}
