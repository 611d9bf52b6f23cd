import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect, test } from './fixtures.ts'

/** A lesson's papers as they are printed, in the app as it is used. */

const courses = new URL('../../courses', import.meta.url).pathname
const forElders = readdirSync(courses)
  .filter((course) => /^b\d/.test(course))
  .flatMap((course) =>
    readdirSync(join(courses, course))
      .filter((lesson) => /^\d\d-/.test(lesson))
      .map((lesson) => `${course}/${lesson}`),
  )

async function open(page: Page, lesson: string, paper: string) {
  await page.evaluate((address) => (location.hash = address), `#/teach/${lesson}`)
  await page.locator('.paper-sheet').first().waitFor()
  await page.locator('label', { hasText: paper }).click()
  await page.evaluate(() => document.fonts.ready)
}

const moving = (page: Page) =>
  page
    .locator('.paper-sheet *')
    .evaluateAll((all) =>
      all.map((each) => getComputedStyle(each).animationName).filter((name) => name !== 'none'),
    )

const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0

test('the take-home card of every lesson for elders is one page', async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'only Chromium prints to a file')
  test.setTimeout(600_000)
  for (const lesson of forElders) {
    await open(page, lesson, '带走卡片')
    await expect(page.locator('.paper-sheet figure.shot').first(), lesson).toBeAttached()
    await page.locator('.paper-sheet[data-settled]').waitFor()
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true })), lesson).toBe(1)
    await expect(page.getByText('一页放不下'), lesson).toBeHidden()
    // a notice that was still sliding in was printed above its phone
    expect(await moving(page), lesson).toEqual([])
  }
})

test('a lesson’s papers are shown, printed and saved together', async ({ page }) => {
  await open(page, 'b4-payment/03-scan-and-type', '教案')
  const plan = page.locator('.paper-sheet')
  await expect(plan.getByRole('row').nth(2)).toContainText('0:03–0:09')
  await expect(plan).toContainText('学员常在这里卡住')
  expect(await axeFaults(page)).toEqual([])

  await open(page, 'b4-payment/03-scan-and-type', '大字讲义')
  const size = await page
    .locator('.paper-sheet p')
    .first()
    .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize) * 0.75)
  expect(size).toBeGreaterThanOrEqual(22)

  await open(page, 'b4-payment/03-scan-and-type', '练习纸')
  await expect(page.locator('.paper-sheet')).toContainText('自己做成')
  await expect(page.locator('.paper-sheet')).toContainText('12345')
  await expect(page.locator('.paper-sheet')).toContainText('练习纸的答案')

  await open(page, 'b4-payment/03-scan-and-type', '全部一起')
  await expect(page.locator('.paper-sheet')).toHaveCount(4)
  const printed = await page.evaluate(async () => {
    const called = new Promise<string>((resolve) => (window.print = () => resolve('printed')))
    const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
      textContent.includes('打印'),
    )
    button?.click()
    return called
  })
  expect(printed).toBe('printed')
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: '存成 PDF' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('致知教学资料-扫对码，输对钱.pdf')
  const pdf = readFileSync(await download.path())
  expect(pdf.subarray(0, 4).toString()).toBe('%PDF')
  expect(pagesOf(pdf)).toBeGreaterThanOrEqual(6)
})

test('a lesson without notes or pictures still has a plan and small cards', async ({ page }) => {
  await open(page, 'a4-query-1/02-alone-over-80', '教案')
  await expect(page.locator('.paper-sheet')).toContainText('按课文的长短估的')
  await expect(page.locator('label', { hasText: '大字讲义' })).toBeHidden()
  await open(page, 'a4-query-1/02-alone-over-80', '带走卡片')
  await expect(page.locator('.paper-sheet .small')).toHaveCount(4)
})
