import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { go } from './pages.ts'

const notebook = '#/notebooks/ageing-digital-divide'

/** The card of a SQL cell. */
function cell(page: Page, name: string): Locator {
  const heading = page.getByRole('heading', { level: 3, name: new RegExp(` ${name}$`) })
  return heading.locator('xpath=ancestor::header/..')
}

/** The drawn picture of the n-th chart. */
function chart(page: Page, n: number): Locator {
  return page.getByRole('main').locator('figure').nth(n).locator('.picture svg').first()
}

test('the catalogue shows its datasets, each with its card and what its columns hold', async ({
  page,
}) => {
  await go(page, '#/research')
  const main = page.getByRole('main')
  await expect(main.getByText('真实数据').first()).toBeVisible()
  await expect(main.getByText('合成数据').first()).toBeVisible()
  for (const [id, words] of [
    ['census-2020', ['share_65_plus', '31', '无条件共享']],
    ['cnnic-2020-nonusers', ['share_percent', '真实数据']],
    ['hotline-tickets', ['days_to_close', 'narrative', '合成数据', '300,000']],
    ['anlan-grid-events', ['place_text', '合成数据', '200,000']],
  ] as const) {
    await go(page, `#/research/${id}`)
    await expect(main).toContainText('目录卡片')
    await go(page, `#/research/${id}/data`)
    for (const word of words) await expect(main).toContainText(word)
  }
})

test('the notebook runs, draws and answers the threshold', async ({ page }) => {
  await go(page, notebook)
  const main = page.getByRole('main')
  await expect(main).toContainText('超过的有 12 个省份')
  await expect(main.locator('figure')).toHaveCount(7)
  await expect(chart(page, 0)).toBeVisible({ timeout: 30_000 })
  await expect(cell(page, 'by_province').getByRole('grid')).toContainText('辽宁')

  await expect(cell(page, 'reasons').getByRole('grid')).toContainText('51.6')
  const cost = cell(page, 'reasons').getByText(/\d+ 行 · \d+ ms/)
  const before = await cost.first().innerText()
  await main.getByRole('slider').first().focus()
  await page.keyboard.press('Home')
  await expect(main).toContainText('超过的有 31 个省份')
  // what does not depend on the input did not run again: its row count and time stand as they were
  expect(await cost.first().innerText()).toBe(before)
})

test('an edit runs the cell and what depends on it, and is kept', async ({ app, page }) => {
  await go(page, notebook)
  await expect(page.getByRole('main')).toContainText('超过的有 12 个省份')
  const editor = cell(page, 'by_province').getByRole('textbox')
  await editor.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(" WHERE province LIKE '%江%'")
  await page.keyboard.press('Control+Enter')
  await expect(cell(page, 'by_province')).toContainText('4 行')
  await expect(cell(page, 'ranks')).toContainText('4 行')

  await page.getByRole('button', { name: '撤销' }).click()
  await expect(cell(page, 'by_province')).toContainText('31 行')
  await expect(cell(page, 'ranks')).toContainText('31 行')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+Shift+Z')
  await expect(cell(page, 'by_province')).toContainText('4 行')
  await expect(cell(page, 'ranks')).toContainText('4 行')

  await expect(page.getByText('已自动保存').first()).toBeVisible()
  await app.restart()
  const again = await app.open()
  await go(again, notebook)
  await expect(cell(again, 'by_province')).toContainText('4 行')
})

test('the report comes as one file that asks for nothing', async ({ page }) => {
  await go(page, notebook)
  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出报告' }).click()
  await page.getByRole('button', { name: '网页（HTML）' }).click()
  const file = await (await arriving).path()
  const html = await readFile(file, 'utf8')
  expect(html.match(/<svg/g)?.length).toBe(7)
  expect(/<link|src=|href="[^#]/.test(html)).toBe(false)
  expect(html.includes('SHA-256')).toBe(true)
  const dialog = page.getByRole('dialog', { name: '导出报告' })
  await expect(dialog.getByText('做好了：老龄化与数字鸿沟')).toBeVisible()
  await dialog.getByLabel('选旧报告').setInputFiles(file)
  await expect(dialog.getByText('没有变化')).toBeVisible({ timeout: 60_000 })
})

test('brushing one chart of the tickets narrows the others', async ({ page }) => {
  await go(page, notebook)
  const brushed = chart(page, 4)
  await expect(brushed).toBeVisible({ timeout: 30_000 })
  await brushed.scrollIntoViewIfNeeded()
  await expect(chart(page, 5)).toBeVisible({ timeout: 30_000 })
  const shapes = () => chart(page, 5).innerHTML()
  const before = await shapes()
  const box = await brushed.boundingBox()
  if (!box) throw new Error('the chart has no place')
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.5)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.5, { steps: 8 })
  await page.mouse.up()
  await expect.poll(async () => (await shapes()) === before).toBe(false)
})
