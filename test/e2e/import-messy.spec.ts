import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as xlsx from '@e965/xlsx'
import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { go, settle } from './pages.ts'

let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhizhi-messy-'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

/** A month's workbook as offices send it: names in two rows, merged streets, subtotals, a second table. */
async function month(name: string, more: string | null = null): Promise<string> {
  const rows: unknown[][] = [
    [`${name}各街道走访情况表`],
    ['单位：户'],
    ['街道', '社区', '走访', '', '备注', ...(more === null ? [] : [more])],
    ['', '', '本月', '累计', ''],
    ['云栖街道', '花园', 12, '1,204', '已上门', 1],
    ['', '新村', 9, '998', '同上', 2],
    ['', '小计', 21, '2,202', '', 3],
    ['石桥街道', '河东', 7, '870', '√', 4],
    ['', '河西', 11, '1,010', '—', 5],
    ['合计', '', 39, '4,082', '', 6],
    ['填表人：甲', '', '审核人：乙'],
    [],
    ['二、事项分类'],
    ['类别', '件数'],
    ['噪声', 8],
    ['停车', 13],
  ]
  const sheet = xlsx.utils.aoa_to_sheet(more === null ? rows.map((row) => row.slice(0, 5)) : rows)
  const ranges = ['A1:E1', 'A3:A4', 'B3:B4', 'C3:D3', 'E3:E4', 'A5:A7', 'A8:A9', 'A13:B13']
  sheet['!merges'] = ranges.map((range) => xlsx.utils.decode_range(range))
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, sheet, '走访')
  const file = join(folder, `${name}.xlsx`)
  await writeFile(
    file,
    new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer),
  )
  return file
}

async function choose(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /选择文件|换一个文件/ }).click()
  await (await chooser).setFiles(file)
  await settle(page)
}

async function importIt(page: Page, rows: number): Promise<void> {
  await page.getByRole('radio', { name: '一般数据', exact: true }).click({ force: true })
  await page.getByRole('button', { name: `导入 ${rows} 行` }).click()
  await expect(page.getByRole('main')).toContainText('导入好了')
}

test('a messy workbook comes in, and next month’s the same way', async ({ page }) => {
  await go(page, '#/import')
  const main = page.getByRole('main')
  await choose(page, await month('3月'))
  await expect(main).toContainText('文件里 7 行 = 导入 4 行 + 不导入 3 行')
  await expect(main).toContainText('文件里还有 1 张表，这次不导入')
  await expect(main).toContainText('街道：合并的格向下填')
  await expect(main).toContainText('备注：“同上”换成上面的内容')
  expect(await axeFaults(page)).toEqual([])
  // the person wants the signs as they are
  await page.getByRole('checkbox', { name: /备注：“同上”换成上面的内容/ }).click()
  await settle(page)
  await importIt(page, 4)

  await page.getByRole('button', { name: '再导入一个' }).click()
  await choose(page, await month('4月', '负责科室'))
  await expect(main).toContainText('这份文件的列，和以前导入过的一样')
  await page.getByRole('button', { name: /按“3月各街道走访情况表”上次的做法/ }).click()
  await expect(main).toContainText('上次没有的列：“负责科室”')
  await expect(page.getByRole('checkbox', { name: /备注：“同上”换成/ })).not.toBeChecked()
  await importIt(page, 4)
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await expect(main).toContainText('把文件拖到这里')
  await go(page, '#/research?q=各街道走访情况表')
  await expect(main).toContainText('3月各街道走访情况表')
  await expect(main).not.toContainText('4月各街道走访情况表')
})

test('another table of the sheet is chosen, and copied cells are pasted', async ({ page }) => {
  await go(page, '#/import')
  const main = page.getByRole('main')
  await choose(page, await month('5月'))
  await page.getByRole('combobox', { name: '哪一张表' }).click()
  await page.getByRole('option', { name: /第 2 张表/ }).click()
  await expect(main).toContainText('文件里 2 行 = 导入 2 行 + 不导入 0 行')
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '街道\t件数\n甲\t1\n乙\t2\n丙\t3\n')
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })
  await expect(main).toContainText('文件里 3 行 = 导入 3 行 + 不导入 0 行')
})
