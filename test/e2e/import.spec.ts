import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { chooseTheme, go, settle } from './pages.ts'

let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhizhi-import-'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

/** A monthly table as offices send it: title, unit, thousands, a phone column, a total, a note. */
const sheet = [
  '安澜市2025年3月各街道诉求受理情况表,,,,,,',
  '单位：件,,,,,,',
  '街道,街道编码,受理量,办结率,统计日期,联系人,联系电话',
  ...Array.from({ length: 12 }, (_, at) =>
    [`第${at + 1}街道`, `0${101 + at}`, `"1,${200 + at}"`, `9${at % 10}.5%`, `2025年3月${at + 1}日`]
      .concat(`王某${at}`, `1380013${1000 + at}`)
      .join(','),
  ),
  '合计,,"14,466",,,,',
  '注：数据来自热线平台,,,,,,',
]

async function fileOf(name: string, lines: readonly string[]): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, `\ufeff${lines.join('\r\n')}\r\n`)
  return file
}

async function choose(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /选择文件|换一个文件/ }).click()
  await (await chooser).setFiles(file)
  await settle(page)
}

test('a monthly table comes in, is queried, and is removed', async ({ app, page }) => {
  await go(page, '#/research')
  await page.getByRole('link', { name: '导入文件' }).click()
  await choose(page, await fileOf('monthly.csv', sheet))
  const main = page.getByRole('main')
  await expect(main).toContainText('文件里 14 行 = 导入 12 行 + 不导入 2 行')
  await expect(main).toContainText('第 16 行：合计或小计行，不是数据')
  await expect(main).toContainText(
    '姓名、住址靠上下文判断，会有漏的，也会有认错的；请您自己再看一遍',
  )
  await expect(main).toContainText('手机号 12 处')
  await expect(main).toContainText('姓名 12 处')
  await expect(main).not.toContainText('13800131000')

  // a step is taken back, and done again
  const totals = page.getByRole('checkbox', { name: /合计、小计行不当数据/ })
  await totals.click()
  await expect(main).toContainText('文件里 14 行 = 导入 13 行 + 不导入 1 行')
  await totals.click()
  await expect(main).toContainText('导入 12 行')

  await expect(page.getByRole('button', { name: '导入 12 行' })).toBeDisabled()
  await page.getByRole('radio', { name: '一般数据', exact: true }).click({ force: true })
  await page.getByRole('button', { name: '导入 12 行' }).click()
  await expect(main).toContainText('导入好了：安澜市2025年3月各街道诉求受理情况表')
  await page.getByRole('link', { name: '打开看看' }).click()
  await settle(page)
  await expect(main).toContainText('［手机号］')
  await expect(main).toContainText('1200')
  await expect(main).not.toContainText('王某')

  await app.restart()
  const again = await app.open()
  await go(again, '#/research?q=诉求受理情况表')
  await expect(again.getByRole('main')).toContainText('自己导入的')
  await go(again, '#/research/monthly')
  await again.getByRole('button', { name: '移除这份数据' }).click()
  await again.getByRole('dialog').getByRole('button', { name: '移除这份数据' }).click()
  await expect(again.getByRole('heading', { name: '数据目录' })).toBeVisible()
  await go(again, '#/research?q=诉求受理情况表')
  await expect(again.getByRole('main')).not.toContainText('自己导入的')
})

test('a file with a secrecy mark is refused, and a broken one said', async ({ page }) => {
  await go(page, '#/import')
  await choose(page, await fileOf('marked.csv', ['街道,说明', '甲,秘密★10年']))
  const main = page.getByRole('main')
  await expect(main).toContainText('这份文件有密级标志，不能导入')
  await expect(main).toContainText('第 2 行第 2 列')
  await choose(page, await fileOf('empty.csv', []))
  await expect(main).toContainText('文件里没有一行能读的内容')
})

test('what was found reads well in the themes that ask most', async ({ page }) => {
  const file = await fileOf('monthly.csv', sheet)
  for (const theme of ['contrast', 'elder'] as const) {
    await chooseTheme(page, theme)
    await go(page, '#/import')
    await choose(page, file)
    const found = await axeFaults(page)
    expect(found, theme).toEqual([])
  }
})
