import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { go } from './pages.ts'

const cell = (name: string, sql: string) => `\n\`\`\`sql name=${name}\n${sql}\n\`\`\`\n`
const columns = Array.from({ length: 2000 }, (_, n) => `i + ${n} AS c${n}`).join(', ')
const notebook = [
  '---\ntitle: 表格\nquestion: 够不够大？\ndatasets: []\n---\n',
  cell(
    'million',
    `SELECT i AS id, '街道' || (i % 7) AS 街道, i % 2 AS 等级, i * 1000 AS 金额, i / 7 AS f,
       DATE '2020-01-01' + (i % 900)::INTEGER AS 日期, i % 3 = 0 AS 办结,
       CASE WHEN i % 5 > 0 THEN '=1+' || i END AS 备注 FROM range(1000000) r(i)`,
  ),
  cell('wide', `SELECT ${columns} FROM range(500) r(i)`),
].join('')

const grid = (page: Page, name: string): Locator => page.getByRole('grid', { name })
const status = (page: Page, words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words }).first()

test('a result is read, searched, filtered and copied, however large', async ({ app, page }) => {
  await mkdir(join(app.workspace, 'notebooks'), { recursive: true })
  await writeFile(join(app.workspace, 'notebooks/grid-trial.md'), notebook)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await go(page, '#/notebooks/grid-trial')
  const million = grid(page, 'million')
  const wide = grid(page, 'wide')
  await expect(million).toContainText('街道1')
  await expect(wide).toContainText('c1')

  // bounded in both directions, at whatever place
  const nodes = (one: Locator) => one.locator('*').count()
  await wide.focus()
  await page.keyboard.press('Control+End')
  await expect(wide).toContainText('2498')
  await expect(wide.locator('[aria-colindex="2000"][role="gridcell"]').first()).toBeVisible()
  expect(await nodes(wide)).toBeLessThan(1200)
  expect(await nodes(million)).toBeLessThan(600)

  // go to a row, and choose and copy from there, by keys alone
  await million.focus()
  await page.keyboard.press('Control+g')
  await page.keyboard.type('900000')
  await page.keyboard.press('Enter')
  await expect(million.getByRole('gridcell', { name: '899,999', exact: true })).toBeVisible()
  expect(await nodes(million)).toBeLessThan(600)
  await expect(million).toBeFocused()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Control+c')
  await expect(status(page, '已复制 2 行 × 8 列')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\r\n')).toEqual([
    ['id', '街道', '等级', '金额', 'f', '日期', '办结', '备注'].join('\t'),
    expect.stringContaining('899999\t街道2\t1\t899999000\t128571.28571428571\t'),
    expect.stringMatching(/^900000\t街道3\t.*\ttrue\t$/),
  ])
  expect(copied).toContain("'=1+899999")
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await expect(status(page, /8,000,000 格，一次最多复制 100,000 格/)).toBeVisible()

  // find, from here on and round the end
  await page.keyboard.press('Control+f')
  await page.keyboard.type('=1+999999')
  await page.keyboard.press('Enter')
  await expect(status(page, '第 1 处，共 1 行里有')).toBeVisible({ timeout: 15_000 })
  await expect(million.getByRole('gridcell', { name: '=1+999999' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(million).toBeFocused()

  // the menu of a column: written in 万, and frozen
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+F10']) {
    await page.keyboard.press(key)
  }
  await page.getByRole('menuitemradio', { name: '万', exact: true }).press('Enter')
  await page.keyboard.press('Escape')
  await expect(million).toContainText('99,999.9 万')

  // as wide as its edge is pulled
  const heading = million.getByRole('columnheader', { name: /^日期/ })
  const box = await heading.boundingBox()
  if (!box) throw new Error('the heading has no place')
  await page.mouse.move(box.x + box.width - 2, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width + 58, box.y + 8, { steps: 3 })
  await page.mouse.up()
  await expect
    .poll(async () => (await heading.boundingBox())?.width)
    .toBeCloseTo(box.width + 60, -1)
  await expect(heading).toHaveAttribute('aria-sort', 'none')

  // summaries that filter
  await page.getByRole('button', { name: '列概况' }).first().click()
  await million.getByRole('group', { name: /^街道/ }).getByRole('button').first().click()
  await expect(page.getByText(/^剩 142,85\d 行（共 1,000,000 行）$/)).toBeVisible()
  await page.getByRole('button', { name: /^去掉条件：街道/ }).click()

  // two keys of order
  await million.getByRole('columnheader', { name: /^等级/ }).click()
  await million.getByRole('columnheader', { name: /^id/ }).click({ modifiers: ['Shift'] })
  await million.getByRole('columnheader', { name: /^id/ }).click({ modifiers: ['Shift'] })
  await expect(million.locator('[aria-rowindex="3"]')).toContainText('999,998')
})
