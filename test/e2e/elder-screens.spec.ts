import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { axeFaults } from './axe.ts'
import { elderFaults } from './elder-numbers.ts'
import { expect, test } from './fixtures.ts'
import { chooseTheme } from './pages.ts'

const courses = new URL('../../courses/', import.meta.url)
test.describe.configure({ timeout: 600_000 })

interface Drawn {
  readonly say: string
  readonly as?: string
  readonly show?: readonly { readonly control: string; readonly by?: string }[]
}

interface Practised {
  readonly scenario: string
  readonly screens: Readonly<Record<string, Drawn>>
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
      document.querySelector('.say')?.textContent.replaceAll(/\s/g, '') ===
      words.replaceAll(/\s/g, ''),
    say,
  )
}

/** What a screen is made of: screens of one make are of one look to axe, which takes its time. */
function makeOf({ as = 'app', show = [] }: Drawn): string {
  return [as, ...new Set(show.map(({ control, by }) => `${control} ${by ?? ''}`))].sort().join()
}
const everyOne = process.env['ZHIZHI_EVERY_SCREEN'] !== undefined
const seen = new Set<string>()

async function faultsOf(page: Page, screen: Drawn): Promise<string[]> {
  const make = makeOf(screen)
  const axe =
    everyOne || !seen.has(make)
      ? await axeFaults(page, { within: 'main', also: ['color-contrast-enhanced'] })
      : []
  seen.add(make)
  return [...(await elderFaults(page)), ...axe]
}

/**
 * Every screen of every scenario at the small size, where all is tightest. With
 * ZHIZHI_EVERY_SCREEN set, axe looks at each too, not at one of each make.
 */
for (const course of trackB) {
  test(`every screen of ${course} keeps to elder mode`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await chooseTheme(page, 'elder')
    const found: string[] = []
    for (const { scenario, screens } of practised(course)) {
      for (const [name, screen] of Object.entries(screens)) {
        await open(page, `#/phone/${course}/${scenario}?at=${name}`, screen.say)
        for (const fault of await faultsOf(page, screen))
          found.push(`${scenario}/${name}: ${fault}`)
      }
    }
    expect(found).toEqual([])
  })
}
