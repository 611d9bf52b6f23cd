import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { go, settle } from './pages.ts'

const part = '#/research/hotline-tickets/elements'

/** The card of that heading. */
const card = (page: Page, heading: string) => page.getByRole('region', { name: heading })

async function choose(page: Page, column: string, element: string): Promise<void> {
  await page.getByLabel(`${column}是哪个数据元`).click()
  await page.getByRole('option', { name: element, exact: true }).click()
  await settle(page)
}

test('the dictionary is searched by names, column names and database', async ({ page }) => {
  await go(page, '#/research')
  await page.getByRole('link', { name: '数据元词典' }).click()
  const main = page.getByRole('main')
  await expect(main.getByRole('article').first()).toContainText('公民身份号码')
  await main.getByRole('searchbox').fill('xb')
  await expect(main.getByRole('article')).toHaveCount(1)
  await main.getByText('代码表：性别（4 个）').click()
  await expect(main.getByRole('article')).toContainText('9 未说明的性别')
  await main.getByText('房', { exact: true }).click()
  await expect(main).toContainText('没有找到')
})

test('a column is confirmed, checked, chosen anew and kept', async ({ app, page }) => {
  await go(page, part)
  const conformity = card(page, '合不合数据元')
  await expect(conformity).toContainText('还没有确认的列')
  await page.getByRole('button', { name: /^确认 ?社区代码/ }).click()
  await expect(conformity).toContainText('300,000 行有值，全部符合')
  await expect(conformity).toContainText('300,000 行是虚构城市安澜市的代码')

  await choose(page, '来电人编号', '移动电话号码')
  await expect(conformity).toContainText('300,000 行不符合')
  await expect(conformity).toContainText('有不该有的字符')
  await expect(conformity).toContainText(/R\d＊{4}\d\d（8 个字，/)

  await go(page, '#/research/hotline-tickets/quality')
  const valid = card(page, '有效 · 取值合不合规则')
  await expect(valid).toContainText('「来电人编号」符合数据元「移动电话号码」')
  await expect(valid).toContainText('300,000 行不符')

  await go(page, part)
  await choose(page, '来电人编号', '不是数据元')
  await expect(conformity).not.toContainText('移动电话号码')
  await app.restart()
  const again = await app.open()
  await go(again, part)
  await expect(card(again, '合不合数据元')).toContainText('社区（村）代码')
  await expect(card(again, '每一列是什么')).toContainText('已定：不是数据元')
})

test('quality tells five dimensions with their counts', async ({ page }) => {
  await go(page, '#/research/hotline-tickets/quality')
  const main = page.getByRole('main')
  for (const heading of ['完整', '唯一', '有效', '一致', '及时']) {
    await expect(main.getByRole('heading', { level: 3, name: heading })).toBeVisible()
  }
  await expect(main).toContainText('必填的共 5,700,000 格，全部填了。')
  await expect(card(page, '及时 · 按时更新了吗')).toContainText('不能判断')
})
