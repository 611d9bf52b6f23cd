import { readdirSync, readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { elderFaults } from './elder-numbers.ts'
import { expect, test } from './fixtures.ts'
import { chooseTheme } from './pages.ts'

const courses = new URL('../../courses/', import.meta.url)
test.describe.configure({ timeout: 600_000 })

interface Practised {
  readonly scenario: string
  /** What is said on each screen. */
  readonly screens: Readonly<Record<string, { readonly say: string }>>
}

const folders = (path: URL) => readdirSync(path).filter((name) => !name.includes('.'))
const trackB = folders(courses).filter((name) => name.startsWith('b'))

function practised(course: string): Practised[] {
  const folder = new URL(`${course}/scenarios/`, courses)
  return readdirSync(folder).map((name) => {
    const file = readFileSync(new URL(name, folder), 'utf8')
    const { screens } = parse(file) as Pick<Practised, 'screens'>
    return { scenario: name.replace(/\.yaml$/, ''), screens }
  })
}

/** Not as patient as `go`: there are hundreds of screens, and what is said tells that one is there. */
async function open(page: Page, hash: string, say: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await page.waitForFunction(
    (words) =>
      document.querySelector('.say')?.textContent?.replaceAll(/\s/g, '') ===
      words.replaceAll(/\s/g, ''),
    say,
  )
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include('main')
    .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
    .analyze()
  const axe = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  return [...(await elderFaults(page)), ...axe]
}

/** Every screen of every scenario at the small size, where all is tightest. */
for (const course of trackB) {
  test(`every screen of ${course} keeps to elder mode`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await chooseTheme(page, 'elder')
    const found: string[] = []
    for (const { scenario, screens } of practised(course)) {
      for (const [screen, { say }] of Object.entries(screens)) {
        await open(page, `#/phone/${course}/${scenario}?at=${screen}`, say)
        for (const fault of await faultsOf(page)) found.push(`${scenario}/${screen}: ${fault}`)
      }
    }
    expect(found).toEqual([])
  })
}
