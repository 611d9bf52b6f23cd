import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { go, settle } from './pages.ts'

const part = '#/research/hotline-tickets/sharing'

async function request(page: Page, purpose: string): Promise<void> {
  await go(page, part)
  await page.getByRole('button', { name: '申请共享' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('申请单位').fill('区民政局')
  await dialog.getByLabel('用来做什么').fill(purpose)
  await dialog.getByLabel('依据或职责').fill('区民政局“三定”规定')
  await dialog.getByRole('checkbox').first().check()
  await dialog.getByLabel('用到哪一天').fill('2099-12-31')
  await dialog.getByRole('button', { name: '下一步' }).click()
}

async function correct(page: Page, wrong: string): Promise<void> {
  await go(page, part)
  await page.getByRole('button', { name: '提出更正' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('哪一列').click()
  await page.getByRole('option').first().click()
  await dialog.getByLabel('哪一行').fill('AL20230101-00001')
  await dialog.getByLabel('哪里不对').fill(wrong)
  await dialog.getByLabel('依据', { exact: true }).fill('现场核对')
  await dialog.getByRole('button', { name: '下一步' }).click()
}

async function journalText(workspace: string): Promise<string> {
  const folder = join(workspace, 'journal')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'))
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('')
}

test('a request goes to the list, is refused with a reason, undone, approved and provided', async ({
  page,
}) => {
  await request(page, '核对高龄独居老人探访名单')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('没有发现个人信息')
  await dialog.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('main')).toContainText('已提交，编号')
  await page.getByRole('main').getByRole('link', { name: '管家清单' }).click()
  await settle(page)
  const card = page.getByRole('article')
  await expect(card).toContainText('还剩 1 个工作日')
  await card.getByRole('button', { name: '不同意' }).click()
  await dialog.getByRole('button', { name: '不同意' }).click()
  await expect(dialog).toContainText('不同意要写明理由')
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByLabel('理由').fill('用途写得不清楚')
  await dialog.getByRole('button', { name: '不同意' }).click()
  await expect(page.getByRole('main')).toContainText('没有待办')
  await page.getByRole('radio', { name: '全部' }).check({ force: true })
  await expect(card).toContainText('用途写得不清楚')
  for (const [action, state] of [
    ['撤销上一步', '等待答复'],
    ['同意共享', '等待提供'],
    ['登记已提供', '已提供'],
  ] as const) {
    await card.getByRole('button', { name: action }).click()
    await dialog.getByRole('button', { name: action }).click()
    await expect(card).toContainText(state)
    await expect(dialog).toBeHidden()
  }
  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出清单' }).click()
  const csv = await readFile(await (await arriving).path(), 'utf8')
  expect(csv.split('\r\n')[0]).toContain('编号,类别,数据')
  expect(csv).toContain('已提供')
})

test('a correction shows what is masked before it is sent, and keeps nothing else', async ({
  app,
  page,
}) => {
  await correct(page, '来电人电话写成 138 1234 5678，身份证 11010519491231002X 也露出来了')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('已遮住 手机号 1 处、身份证号 1 处')
  await expect(dialog).toContainText('写成 ［手机号］')
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('article')).toContainText('写成 ［手机号］')
  const journal = await journalText(app.workspace)
  expect(journal).toContain('［手机号］')
  expect(journal).not.toMatch(/138 1234 5678|11010519491231002X/)
})

test('a text with a secrecy mark is not sent; empty and endless ones are told of', async ({
  page,
}) => {
  await correct(page, '见附件，机密★10年')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '提交' }).click()
  await expect(dialog).toContainText('文字里有密级标志')
  await dialog.getByRole('button', { name: '回去修改' }).click()
  await dialog.getByLabel('哪里不对').fill('长'.repeat(10_000))
  await dialog.getByLabel('哪一行').fill(' ')
  await dialog.getByRole('button', { name: '下一步' }).click()
  await expect(dialog).toContainText('最多 500 个字')
  await expect(dialog).toContainText('这一项还没有填')
  expect(await axeFaults(page)).toEqual([])
})

test('the calendar takes a new year, refuses overlaps and goes back to what was shipped', async ({
  page,
}) => {
  await go(page, '#/holidays')
  const main = page.getByRole('main')
  await main.getByRole('button', { name: '修改 2026 年' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('国庆节 第一天').fill('2026-09-27')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toContainText('中秋节和国庆节有重叠的日子')
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: '取消' }).click()

  await main.getByRole('button', { name: '添加 2027 年' }).click()
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toContainText('还有空着的格子')
  for (let left = 6; left > 0; left -= 1) {
    await dialog.getByRole('button', { name: /^去掉/ }).last().click()
  }
  await dialog.getByLabel('通知日期').fill('2026-11-05')
  await dialog.getByLabel('元旦 第一天').fill('2027-01-01')
  await dialog.getByLabel('元旦 最后一天').fill('2027-01-03')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(main).toContainText('日历到 2027年12月31日 为止')
  await main.getByRole('button', { name: '恢复随软件的日历' }).click()
  await dialog.getByRole('button', { name: '恢复随软件的日历' }).click()
  await expect(main.getByRole('heading', { name: '2027 年' })).toHaveCount(0)
})
