import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { go } from './pages.ts'

/** A statistic at the end of a notebook over tickets, with its form open. */
async function addStat(page: Page) {
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await page.getByRole('menuitem', { name: '统计' }).click()
  const form = page.getByRole('form')
  const choose = async (field: string, option: string | RegExp) => {
    await form.getByRole('combobox', { name: field, exact: true }).click()
    await page.getByRole('option', { name: option }).click()
  }
  const done = () => form.getByRole('button', { name: '完成' }).click()
  await choose('用哪张表', 'hotline_tickets')
  return { form, choose, done }
}

test('columns go by their titles, are described at once and compared in pairs', async ({
  page,
}) => {
  await go(page, '#/notebooks/ageing-digital-divide')
  const main = page.getByRole('main')
  await expect(main).toContainText('超过的有 12 个省份')

  const described = await addStat(page)
  await described.choose('算什么', /^几列的概况/)
  const columns = described.form.getByRole('group', { name: '看哪些列' })
  const ticked = columns.getByRole('checkbox', { checked: true })
  await expect(ticked).toHaveCount(8)
  for (let left = 8; left > 0; left -= 1) await ticked.first().uncheck()
  await described.done()
  await expect(described.form.getByRole('alert')).toContainText('有误')
  await columns.getByRole('checkbox', { name: '办结用时（天） days_to_close' }).check()
  await columns.getByRole('checkbox', { name: '来源渠道 channel' }).check()
  await columns.getByRole('checkbox', { name: '受理时间 created_at' }).check()
  await described.done()
  const numbers = main.getByRole('region', { name: '数字列' })
  await expect(numbers).toContainText('办结用时（天）')
  await expect(main.getByRole('region', { name: /^文字、类别和时间列/ })).toContainText('电话')
  await expect(numbers).not.toContainText('days_to_close')

  const compared = await addStat(page)
  await compared.choose('算什么', /^几组的平均是否不同/)
  await compared.choose('哪一列', /days_to_close$/)
  await expect(compared.form.getByRole('combobox', { name: '哪一列', exact: true })).toContainText(
    '办结用时（天）',
  )
  await compared.choose('按哪一列分组', /channel$/)
  await compared.choose('两两怎样比', /^盖姆斯–豪厄尔/)
  await compared.done()
  const pairs = main.getByRole('region', { name: /^两两比较（盖姆斯–豪厄尔/ })
  await expect(pairs).toContainText('差（天）')
  await expect(main).toContainText('办结用时在来源渠道的')

  const crossed = await addStat(page)
  await crossed.choose('算什么', /^两个分类是否有关/)
  await crossed.choose('第一列', /request_type$/)
  await crossed.choose('第二列', /channel$/)
  await crossed.choose('费希尔检验', /^模拟/)
  await crossed.done()
  await expect(main).toContainText('费希尔检验连模拟也太慢')
  expect(await axeFaults(page, { within: 'main' })).toEqual([])
})
