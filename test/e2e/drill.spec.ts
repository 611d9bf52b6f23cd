import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { type DrillMessage, drillSchema } from '../../desktop/domain/simulation/drill.ts'
import { axeFaults } from './axe.ts'
import { testOn } from './fixture-root.ts'
import { expect as ask } from './fixtures.ts'
import { chooseTheme, go } from './pages.ts'

const test = testOn('courses-drill')
test.describe.configure({ timeout: 180_000 })
const expect = ask.configure({ timeout: 30_000 })

const address = '#/drill/d1-fraud'
const folder = new URL('../fixtures/courses-drill/courses/d1-fraud/drills/', import.meta.url)
const messages = readdirSync(folder).flatMap(
  (name) => drillSchema.parse(parse(readFileSync(new URL(name, folder), 'utf8'))).messages,
)

const main = (page: Page) => page.getByRole('main')
const tap = (page: Page, name: string) => main(page).getByRole('button', { name }).click()

async function shown(page: Page): Promise<DrillMessage> {
  await expect(main(page)).toContainText(/第 \d+ 条，共 \d+ 条/)
  const text = await main(page).innerText()
  const found = messages.find((message) => text.includes(message.text))
  if (!found) throw new Error(`no message of the fixture in: ${text}`)
  return found
}

/** Answers the present message rightly; “right” of a fraud is to call it one. */
const right = (message: DrillMessage) => (message.genuine ? '是真的' : '是骗子')

/** Goes through the round; `answer` says which button to press. */
async function takeRound(page: Page, answer: (message: DrillMessage, at: number) => string) {
  const seen: DrillMessage[] = []
  for (let over = false; !over;) {
    const message = await shown(page)
    seen.push(message)
    await tap(page, answer(message, seen.length - 1))
    await expect(main(page)).toContainText(message.check)
    const end = main(page).getByRole('button', { name: '看结果' })
    over = await end.isVisible()
    await tap(page, over ? '看结果' : '下一条')
  }
  await expect(main(page)).toContainText('这一轮练完了')
  return seen
}

async function writeName(page: Page): Promise<void> {
  await go(page, '#/phone')
  await main(page).getByRole('button', { name: '写下名字' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('王秀兰')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function noFaults(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([])
}

for (const [width, height] of [
  [1024, 768],
  [390, 844],
] as const) {
  test(`a whole round in elder mode at ${width}×${height}`, async ({ page }) => {
    await chooseTheme(page, 'elder')
    await page.setViewportSize({ width, height })
    await go(page, address)
    const first = await shown(page)
    const choices = main(page).getByRole('group', { name: '您看是哪一种？' }).getByRole('button')
    await expect(choices).toHaveText(['是骗子', '先核实', '是真的'])
    for (const choice of await choices.all()) {
      expect((await choice.boundingBox())?.height).toBeGreaterThanOrEqual(60)
    }
    const small = await main(page).evaluate(
      (element) =>
        [...element.querySelectorAll<HTMLElement>('p, button, h1, h2, li, a')].filter(
          (each) =>
            each.checkVisibility() && Number.parseFloat(getComputedStyle(each).fontSize) < 22,
        ).length,
    )
    expect(small).toBe(0)
    await noFaults(page)
    await tap(page, right(first))
    await expect(main(page)).toContainText(first.genuine ? first.proof : '露馅的地方')
    await noFaults(page)
    await go(page, '#/')
    await go(page, address)
    await takeRound(page, right)
    await expect(main(page)).toContainText(/(\d)\s条假的，认出了 \1\s条。/)
    await expect(main(page)).toContainText(/条真的，一条也没冤枉。/)
    await expect(main(page)).toContainText('记住一件事')
    await noFaults(page)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(width)
  })
}

test('what gives a fraud away is marked in it, numbered, with its reason', async ({ page }) => {
  await go(page, address)
  let message = await shown(page)
  while (message.genuine) {
    await tap(page, '先核实')
    await expect(main(page)).toContainText('先核实，很稳当。这条是真的。')
    await expect(main(page).locator('mark')).toHaveCount(0)
    await tap(page, '下一条')
    message = await shown(page)
  }
  await expect(main(page).locator('mark')).toHaveCount(0)
  await tap(page, '是真的')
  await expect(page.getByRole('heading', { name: '这是骗子。不要紧，这里是练习。' })).toBeFocused()
  const marks = main(page).locator('mark')
  await expect(marks).toHaveCount(message.tells.length)
  for (const { words, because } of message.tells) {
    await expect(marks.filter({ hasText: words })).toHaveCount(1)
    await expect(main(page)).toContainText(because)
  }
})

test('each answer can be taken back until the round ends, all by keyboard', async ({ page }) => {
  await go(page, address)
  const first = await shown(page)
  await main(page).getByRole('button', { name: '是骗子' }).focus()
  await page.keyboard.press('Enter')
  await expect(main(page)).toContainText('您选了“是骗子”')
  await main(page).getByRole('button', { name: '下一条' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('第 2 条，共')).toBeFocused()
  await main(page).getByRole('button', { name: '上一条' }).focus()
  await page.keyboard.press('Enter')
  await expect(main(page)).toContainText('您选了“是骗子”')
  await tap(page, '重新选')
  expect(await shown(page)).toEqual(first)
  await tap(page, right(first))
  await tap(page, '下一条')
  await takeRound(page, right)
  await expect(main(page)).toContainText(/(\d)\s条假的，认出了 \1\s条。/)
  await expect(main(page)).toContainText('一条也没冤枉')
})

test('hits and false alarms are both counted, kept, and the next round is said', async ({
  app,
  page,
}) => {
  await writeName(page)
  await go(page, '#/learn/d1-fraud')
  await expect(main(page)).toContainText('防骗演练')
  await main(page).getByRole('link', { name: '开始演练' }).click()
  const seen = await takeRound(page, () => '是骗子')
  const genuine = seen.filter((message) => message.genuine).length
  await expect(main(page)).toContainText(`${genuine} 条真的，冤枉了 ${genuine} 条。`)
  await expect(main(page)).toContainText('拿不准就先核实')
  await expect(main(page)).toContainText(/年\d+月\d+日前后再来一轮/)
  await expect(main(page)).toContainText('这一轮已经记下')
  await tap(page, '再来一轮')
  await expect(main(page)).toContainText('第 1 条')
  await app.restart()
  const again = await app.open()
  await go(again, '#/my-record')
  await expect(main(again)).toContainText(`${genuine} 条真的冤枉 ${genuine} 条`)
  await go(again, '#/phone')
  await expect(main(again)).toContainText(/下一轮在.*前后/)
  await expect(main(again).getByRole('link', { name: '再练一轮' })).toBeVisible()
})

test('believed frauds bring it back the next day', async ({ page }) => {
  await writeName(page)
  await go(page, address)
  await takeRound(page, () => '是真的')
  await expect(main(page)).toContainText('明天再来一轮')
  await expect(main(page)).toContainText('当成了真的，好在是练习')
})

test('a lesson leads to a round of its own schemes', async ({ page }) => {
  await writeName(page)
  await go(page, '#/learn/d1-fraud/01-stop-and-check')
  const card = page.locator('#task-drill-parcel-police')
  await card.getByRole('link', { name: '开始演练' }).click()
  const seen = await takeRound(page, right)
  const bank = ['pension-stop', 'high-interest', 'house-pension']
  expect(seen.filter(({ id }) => bank.includes(id))).toEqual([])
  await expect(main(page)).toContainText('这一轮已经记下')
  await go(page, '#/learn/d1-fraud/01-stop-and-check')
  await expect(card).toContainText('练过一轮')
})

test('a round is printed in large type, its answers on another page', async ({ page }) => {
  await go(page, '#/teach')
  await main(page).getByRole('link', { name: '打开这一课的资料' }).last().click()
  await expect(page.getByRole('heading', { name: '防骗演练 · 第 1 套答案' })).toBeVisible()
  const first = await page.locator('.sheet').first().innerText()
  await tap(page, '换一套')
  await expect(page.getByRole('heading', { name: '防骗演练 · 第 2 套', exact: true })).toBeVisible()
  expect(await page.locator('.sheet').first().innerText()).not.toBe(first)
  await noFaults(page)
  await page.emulateMedia({ media: 'print' })
  const size = await page
    .locator('.sheet li')
    .first()
    .evaluate((item) => Number.parseFloat(getComputedStyle(item).fontSize))
  expect(size).toBeGreaterThanOrEqual(22)
})
