import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { go } from './pages.ts'

/** Long texts pasted by mistake into the lesson on AI: the page says so and stays alive. */

const pieces = '贴错了👵🏽 ‮العربية‬ \u200b<img src=x onerror="alert(1)"> '
const long = (signs: number) => pieces.repeat(Math.ceil(signs / pieces.length)).slice(0, signs)

/** How long a key takes, the best of four, once what the paste began is over. */
async function settledKeyMs(page: Page): Promise<number> {
  await keyMs(page)
  const times = [await keyMs(page), await keyMs(page), await keyMs(page), await keyMs(page)]
  return Math.min(...times)
}

/** Far above what a busy machine needs, far below a text that is gone through at every key. */
const STUCK_MS = 2000

/** From a key being pressed to the next picture, in milliseconds. */
async function keyMs(page: Page): Promise<number> {
  const begun = Date.now()
  await page.keyboard.type('x')
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(undefined))))
  return Date.now() - begun
}

test('a million characters in the query field are refused in a sentence', async ({ page }) => {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('dialog', () => said.push('dialog'))
  await go(page, '#/learn/a8-ai-bigdata/02-check-the-ai-report')
  const editor = page.getByRole('textbox', { name: '我的查询' })
  const check = page.getByRole('button', { name: '检查', exact: true }).first()
  for (const signs of [10_000, 1_000_000]) {
    await editor.click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(long(signs))
    expect(await settledKeyMs(page)).toBeLessThan(STUCK_MS)
    await check.click()
    if (signs > 100_000) await expect(page.getByText(/最多 100000 个，没有检查/)).toBeVisible()
  }
  expect(said.filter((text) => text.includes('贴错') || text === 'dialog')).toEqual([])
})

test('a text that does not fit into an answer says that its end was left', async ({ page }) => {
  await go(page, '#/learn/a8-ai-bigdata/02-check-the-ai-report')
  const field = page.locator('textarea[maxlength="5000"]').first()
  for (const signs of [10_000, 1_000_000]) {
    await field.fill('')
    await field.click()
    await page.keyboard.insertText(long(signs))
    await expect(page.getByText(/最多 5000 个字符，已经写满/)).toBeVisible()
    expect((await field.inputValue()).length).toBeLessThanOrEqual(5000)
    expect(await settledKeyMs(page)).toBeLessThan(STUCK_MS)
  }
  expect(await axeFaults(page, { within: 'article:has(textarea[maxlength])' })).toEqual([])
})
