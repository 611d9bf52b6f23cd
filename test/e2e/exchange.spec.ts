import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeFaults } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { go } from './pages.ts'

let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhizhi-exchange-'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

interface Node {
  [term: string]: unknown
  'dct:identifier': string
}

/** Another office's catalogue: two of ours under other names, one of them marked secret. */
async function otherCatalogue(exported: string, cycle: string): Promise<string> {
  const json = JSON.parse(await readFile(exported, 'utf8')) as { 'dcat:dataset': Node[] }
  const [first, second] = json['dcat:dataset']
  if (!first || !second) throw new Error('too few datasets')
  Object.assign(first, {
    'dct:identifier': 'street-lamps',
    'zhizhi:title': '路灯台账',
    'dct:title': [
      { '@language': 'zh-CN', '@value': '路灯台账' },
      { '@language': 'en', '@value': 'Street lamps' },
    ],
    'dct:accrualPeriodicity': { '@id': cycle },
  })
  Object.assign(second, { 'dct:identifier': 'marked', 'dct:description': '秘密★10年' })
  const file = join(folder, 'other.jsonld')
  await writeFile(file, JSON.stringify({ ...json, 'dcat:dataset': [first, second] }))
  return file
}

async function exported(page: Page, format: string): Promise<{ name: string; path: string }> {
  await page.getByRole('button', { name: '导出目录' }).click()
  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name: format }).click()
  const download = await arriving
  const name = download.suggestedFilename()
  const path = join(folder, name)
  await download.saveAs(path)
  return { name, path }
}

async function choose(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /选择文件|换一个文件/ }).click()
  await (await chooser).setFiles(file)
}

const findings = async (page: Page) => {
  return axeFaults(page)
}

test('the catalogue goes out as a workbook and comes back unchanged', async ({ page }) => {
  await go(page, '#/research')
  const { name, path } = await exported(page, '工作簿')
  expect(name).toMatch(/^数据目录-\d{4}-\d\d-\d\d\.xlsx$/)
  await page.getByRole('button', { name: '导入目录' }).click()
  await choose(page, path)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('没有要导入的')
  await expect(dialog.getByText(/^没有变化 \d+$/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^导入 / })).toHaveCount(0)
})

test('another office’s catalogue is shown, confirmed, listed, undone and removed', async ({
  app,
  page,
}) => {
  await go(page, '#/research?q=路灯') // the list shows a dozen at a time
  const { path } = await exported(page, 'DCAT')
  const main = page.getByRole('main')
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: '导入目录' }).click()
  await choose(page, await otherCatalogue(path, 'freq:annual'))
  await expect(dialog).toContainText('新增 1')
  await expect(dialog).toContainText('第 2 个 dcat:Dataset，dct:description：说明文字里有密级标志')
  expect(await findings(page)).toEqual([])
  await dialog.getByRole('button', { name: '导入 1 份' }).click()
  await expect(dialog).toContainText('新增 1 份，更改 0 份')
  await expect(main).toContainText('路灯台账')
  await dialog.getByRole('button', { name: '撤销这次导入' }).click()
  await expect(dialog).toContainText('已撤销')
  await expect(main).not.toContainText('路灯台账')

  await dialog.getByRole('button', { name: '完成' }).click()
  await page.getByRole('button', { name: '导入目录' }).click()
  await choose(page, await otherCatalogue(path, 'freq:annual'))
  await dialog.getByRole('button', { name: '导入 1 份' }).click()
  await dialog.getByRole('button', { name: '完成' }).click()

  // it is still there after the power was cut; a second file says what it changes
  await app.restart()
  const again = await app.open()
  await go(again, '#/research')
  await again.getByRole('button', { name: '导入目录' }).click()
  await choose(again, await otherCatalogue(path, 'freq:daily'))
  await expect(again.getByRole('dialog')).toContainText('有改动 1')
  await expect(again.getByRole('row', { name: '更新周期 每年 每日' })).toBeVisible()
  await again.getByRole('button', { name: '导入 1 份' }).click()
  await again.getByRole('button', { name: '完成' }).click()

  await go(again, '#/research/street-lamps')
  await expect(again.getByRole('main')).toContainText('只有目录，没有数据')
  await expect(again.getByRole('main')).toContainText('每日')
  expect(await findings(again)).toEqual([])
  await again.getByRole('button', { name: '从目录移除' }).click()
  await again.getByRole('dialog').getByRole('button', { name: '从目录移除' }).click()
  await expect(again.getByRole('heading', { level: 1, name: '数据目录' })).toBeVisible()
  await expect(again.getByRole('main')).not.toContainText('路灯台账')
})

test('a file that is no catalogue is refused by name', async ({ page }) => {
  await go(page, '#/research')
  await page.getByRole('button', { name: '导入目录' }).click()
  for (const [name, content, words] of [
    ['a.xlsx', '%PDF-1.7', '这是 PDF 文件'],
    ['b.xlsx', '', '文件是空的'],
    ['c.jsonld', '{"@type": ', '不是完整的 JSON'],
    ['d.jsonld', '{}', '不是 DCAT 目录'],
  ] as const) {
    await writeFile(join(folder, name), content)
    await choose(page, join(folder, name))
    await expect(page.getByRole('dialog')).toContainText(words)
  }
})
