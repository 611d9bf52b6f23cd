import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { gb18030 } from '../chinese-bytes.ts'
import { go, settle } from './pages.ts'

let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhizhi-sheet-'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

const streets = ['东门街道', '科创街道', '柳林乡', '望湖街道']
const people = [39960, 81230, 9350, 36500]
/** 东门 40, 科创 30, 柳林 20, 望湖 10, one in ten of them with a space behind its name. */
const tickets = streets.flatMap((street, at) =>
  Array.from({ length: 40 - 10 * at }, (_, n) =>
    [`T${at}${n}`, `2025/${(n % 6) + 1}/3`, n % 10 === 0 ? `${street} ` : street, '已办结'].join(),
  ),
)
const files = {
  'tickets.csv': [
    '安澜市热线工单表,,,',
    '编号,受理时间,所属街道,办理状态',
    ...tickets,
    '合计,100,,',
  ],
  'people.csv': [
    '安澜市常住人口登记表,,',
    '单位：人,,',
    '序号,街道,常住人口',
    ...streets.map((street, at) => `${at + 1},${street},${people[at]}`),
    '合计,,167040',
  ],
}

async function bring(page: Page, name: keyof typeof files) {
  const file = join(folder, name)
  await writeFile(file, gb18030(`${files[name].join('\r\n')}\r\n`))
  await go(page, '#/research')
  await page.getByRole('link', { name: '导入文件' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /选择文件|换一个文件|再导入一个/ }).click()
  await (await chooser).setFiles(file)
  await settle(page)
  await page.getByRole('radio', { name: '一般数据', exact: true }).click({ force: true })
  await page.getByRole('button', { name: /^导入 \d+ 行/ }).click()
  await expect(page.getByRole('main')).toContainText('导入好了')
}

const step = (page: Page, name: string) => page.getByRole('group', { name, exact: true }).last()
const dialog = (page: Page) => page.getByRole('dialog')

async function choose(page: Page, name: string, item: RegExp) {
  await step(page, name).getByRole('button').last().click()
  await page.getByRole('menuitem', { name: item }).first().click()
}

async function select(page: Page, label: string, option: RegExp) {
  await dialog(page).getByLabel(label, { exact: true }).click()
  await page.getByRole('option', { name: option }).click()
}

const done = (page: Page) => dialog(page).getByRole('button', { name: '确定' }).click()
const cells = (page: Page) => page.getByRole('grid').last().getByRole('gridcell')

async function rate(page: Page) {
  await choose(page, '再计算', /^相除/)
  await select(page, '哪个数', /^行数$/)
  await select(page, '除以', /^常住人口$/)
  await dialog(page).getByLabel('每多少个').fill('10000')
  await expect(dialog(page).getByLabel('名称')).toHaveValue('每万人行数')
  await done(page)
  await choose(page, '再计算', /^排名/)
  await done(page)
  await expect(step(page, '排序')).toContainText('每万人行数排名')
}

test('streets are ranked by tickets for each 10,000 people, from two files', async ({ page }) => {
  await bring(page, 'people.csv')
  await bring(page, 'tickets.csv')
  await page.getByRole('button', { name: '用这份数据新建笔记' }).click()
  await expect(page.getByRole('main')).toContainText('100 行')

  await step(page, '联接').getByRole('button').last().click()
  await select(page, '另一张表', /常住人口登记表/)
  await expect(dialog(page)).toContainText('4 个值里，4 个对得上，每个只有一行')
  await dialog(page).getByLabel('常住人口').check()
  await done(page)
  await choose(page, '分组', /^所属街道/)
  await step(page, '计算').getByRole('button').last().click()
  await page.getByRole('menuitem', { name: '“常住人口”的……' }).click()
  await expect(dialog(page).getByLabel('算法')).toContainText('每组的那个值')
  await select(page, '算法', /^合计$/)
  await expect(dialog(page)).toContainText('这样算会重复计数')
  await select(page, '算法', /^每组的那个值$/)
  await done(page)
  await rate(page)
  await expect(cells(page).nth(0)).toHaveText('柳林乡')
  await expect(cells(page).nth(4)).toHaveText('1')
  await expect(cells(page).nth(5)).toHaveText('东门街道')

  await page.getByRole('button', { name: '添加', exact: true }).last().click()
  await page.getByRole('menuitem', { name: /^图/ }).click()
  await expect(page.getByRole('heading', { name: '各所属街道的每万人行数' })).toBeVisible()
})

test('a table with many rows for each street is grouped first, at one click', async ({ page }) => {
  await bring(page, 'tickets.csv')
  await bring(page, 'people.csv')
  await page.getByRole('button', { name: '用这份数据新建笔记' }).click()
  await expect(page.getByRole('main')).toContainText('4 行')
  await step(page, '联接').getByRole('button').last().click()
  await select(page, '另一张表', /热线工单表/)
  await expect(dialog(page)).toContainText('一行会变成 25 行')
  await dialog(page).getByRole('button', { name: '先汇总再联接' }).click()
  await expect(page.getByRole('heading', { name: /工单表汇总$/ })).toBeVisible()
  await rate(page)
  await expect(cells(page).nth(1)).toHaveText('柳林乡')
  await expect(cells(page).nth(5)).toHaveText('1')
  await page.getByRole('button', { name: '添加', exact: true }).last().click()
  await page.getByRole('menuitem', { name: /^图/ }).click()
  await expect(page.getByRole('heading', { name: '各街道的每万人行数' })).toBeVisible()
})
