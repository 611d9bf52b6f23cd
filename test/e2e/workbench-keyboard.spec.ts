import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { Keyboard } from './keyboard.ts'
import { go } from './pages.ts'

test('one whole analysis is done by keyboard alone', async ({ app, page }) => {
  test.setTimeout(300_000)
  const hands = new Keyboard(page)
  const main = page.getByRole('main')
  const add = async (what: RegExp) => {
    await hands.use(/^button 添加$/)
    await hands.choose(what)
  }

  // a new notebook: its title has the keyboard at once
  await go(page, '#/notebooks')
  await hands.use(/^button 新建笔记/)
  expect(await hands.here()).toBe('input 题目')
  await hands.write('只用键盘')
  await hands.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '只用键盘' })).toBeVisible()

  // a pointed query; Esc lets a menu go and brings the keyboard back
  await add(/^点选查询/)
  expect(await hands.here()).toContain('点选查询 result')
  await hands.use(/^button 选一张表/)
  await hands.press('Escape')
  await expect.poll(() => hands.here()).toBe('button 选一张表……')
  await hands.press('Enter')
  await hands.choose(/12345 热线工单/)
  await expect(main).toContainText('300,000 行')
  // the columns are known once they have been summed up, which may be later
  await expect(main.getByRole('button', { name: '按什么分开算' })).toBeVisible()
  await hands.use(/^button (?:添加分组|按什么分开算)/)
  await hands.choose(/^街道/)
  await expect(main).toContainText('12 行')
  await hands.use(/^button (?:添加筛选|只要哪些行)/)
  await hands.choose(/^来源渠道/)
  await hands.use(/^button 电话$/)
  await hands.press('Escape')
  await expect.poll(() => hands.here()).toMatch(/^button (?:添加筛选|只要哪些行)/)
  await hands.use(/^button (?:添加再计算|排名)/)
  await hands.choose(/^排名/)
  await hands.use(/^button 确定/)
  await expect(main).toContainText('行数排名')

  // a pivot: a field into the rows, and from there into the columns
  await add(/^透视表/)
  const table = page.getByRole('region', { name: /^透视表/ })
  await expect(table).toContainText('行数')
  await hands.use(/^button 街道（镇）/)
  await hands.choose(/^添加到“行”/)
  await expect(table.getByRole('rowheader').first()).toBeVisible()
  await hands.to(/^button 添加到“行”/)
  await hands.press('Tab')
  expect(await hands.here()).toMatch(/^button 街道（镇）/)
  await hands.press('Enter')
  await hands.choose(/^移到“列”/)
  await expect(table.getByRole('columnheader', { name: '科创街道' })).toBeVisible()

  // a chart; its form lets go with Esc
  await add(/^图/)
  await hands.use(/^button 改图/)
  await hands.use(/^summary 全部图形/)
  await hands.use(/^button 竖条/)
  await hands.press('Escape')
  expect(await hands.here()).toBe('button 改图')

  // a value card, an input, a query in SQL that reads it
  await add(/^数字卡/)
  await hands.press('Control+Enter')
  await add(/^滑块/)
  await hands.press('Control+Enter')
  await add(/^SQL 查询/)
  await hands.to(/^textbox 查询 query/)
  await hands.press('Control+A')
  await hands.write('SELECT count(*) + 0 * $choice AS n FROM hotline_tickets')
  await hands.press('Control+Enter')
  await expect(page.getByRole('grid', { name: 'query 的结果' })).toContainText('300,000')

  // words that quote it
  await add(/^文字/)
  await hands.use(/^button 对“这段文字”可以做的事/)
  await hands.choose(/^改文字/)
  await hands.press('Control+A')
  await hands.write('全市共 {{query.n}} 件。')
  await hands.press('Control+Enter')
  await expect(main).toContainText('全市共 300,000 件。')
  await add(/^质量断言/)
  await hands.press('Escape')

  // the result is read in its grid
  await hands.to(/^grid query 的结果/)
  await hands.press('ArrowDown', 'Enter')
  await expect(page.getByRole('dialog')).toContainText('300000')
  await hands.press('Escape')
  await expect.poll(() => hands.here()).toMatch(/^grid query 的结果/)

  // nothing is lost on the way out
  const download = page.waitForEvent('download')
  await hands.use(/^button 导出报告/)
  await hands.use(/^button 网页/)
  expect((await download).suggestedFilename()).toMatch(/\.html$/)
  await hands.press('Escape')
  await expect.poll(() => hands.here()).toBe('button 导出报告')
  await expect(page.getByText('已自动保存')).toBeVisible()
  const id = new URL(page.url()).hash.split('/').at(-1) ?? ''
  const text = await readFile(join(app.workspace, 'notebooks', `${id}.md`), 'utf8')
  for (const kind of ['query', 'pivot', 'chart', 'value', 'input', 'sql', 'check']) {
    expect(text).toContain(`\`\`\`${kind} name=`)
  }
  expect(text).toContain('mark: barY')
})
