import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { errorText } from '../../desktop/contract/error-text.ts'
import { toWireError } from '../../desktop/contract/errors.ts'
import { dataPackageSchema } from '../../desktop/domain/catalogue/data-package.ts'
import { toJsonLd } from '../../desktop/domain/catalogue/exchange/jsonld.ts'
import { toWorkbook } from '../../desktop/domain/catalogue/exchange/workbook.ts'
import type { Sheet } from '../../desktop/domain/catalogue/exchange/sheet.ts'
import { readFile as readCatalogue } from '../../desktop/services/exchange/read-file.ts'
import { writeWorkbook } from '../../desktop/host/workbook/write.ts'
import { anyPackage } from '../unit/catalogue-arbitrary.ts'
import { descriptor } from '../unit/catalogue-descriptor.ts'
import { openExchange, workbooks, type Opened } from './exchange-support.ts'

let opened: Opened
beforeEach(async () => {
  opened = await openExchange()
})
afterEach(() => opened.remove())

const exchange = () => opened.now().exchange
const lamps = (change: object = {}) => dataPackageSchema.parse({ ...descriptor(), ...change })
const jsonLd = (...packages: Parameters<typeof toJsonLd>[0]) =>
  new TextEncoder().encode(JSON.stringify(toJsonLd(packages, '别的单位')))
const entryOf = (id: string) =>
  opened
    .now()
    .catalogue.entries()
    .find((entry) => entry.id === id)
const stateOf = async (bytes: Uint8Array) =>
  (await exchange().plan(bytes)).entries.map(({ id, state, problem }) => [id, state, problem])

/** A workbook of one dataset, with one cell changed. */
async function workbook(change: {
  sheet: string
  row: number
  heading: string
  to: string | undefined
}): Promise<Uint8Array> {
  const sheets = toWorkbook([lamps()], '').map((sheet): Sheet => {
    if (sheet.name !== change.sheet) return sheet
    const column = sheet.columns.findIndex(({ heading }) => heading === change.heading)
    const rows = sheet.rows.map((row, index) =>
      index === change.row - 2 ? row.with(column, change.to) : row,
    )
    return { ...sheet, rows }
  })
  return writeWorkbook(sheets)
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  const failure: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  return errorText(toWireError(failure), 'zh').what
}

describe.each(['xlsx', 'jsonld'] as const)('the shipped catalogue as %s', (format) => {
  it('comes back without loss: nothing would change', async () => {
    const { name, datasets, bytes } = await exchange().export(format)
    expect(name).toBe(`数据目录-2026-11-02.${format}`)
    expect(datasets).toBe(opened.now().catalogue.entries().length)
    const { entries, notes } = await exchange().plan(bytes)
    expect(notes).toEqual([])
    expect(entries.map(({ state }) => state)).toEqual(entries.map(() => 'unchanged'))
    expect(entries).toHaveLength(datasets)
  })
})

describe.each(['xlsx', 'jsonld'] as const)('500 generated descriptors as %s', (format) => {
  it('go out and come back, equal in every part', async () => {
    const made = fc.sample(anyPackage, { numRuns: 500, seed: 7 }).map((dataset, index) => ({
      ...dataset,
      name: `made-${index}`,
    }))
    for (const dataset of made) opened.now().catalogue.list(dataset)
    const { bytes } = await exchange().export(format)
    const { drafts } = await readCatalogue(bytes, workbooks)
    const back = drafts.map(({ json }) => dataPackageSchema.parse(json))
    expect(back.filter(({ name }) => name.startsWith('made-'))).toEqual(made)
    const { entries } = await exchange().plan(bytes)
    expect(new Set(entries.map(({ state }) => state))).toEqual(new Set(['unchanged']))
  })
})

describe('an import', () => {
  it('is shown first, kept whole, and seen again after a restart', async () => {
    const plan = await exchange().plan(jsonLd(lamps()))
    expect(plan.entries).toMatchObject([{ id: 'street-lamps', title: '路灯', state: 'new' }])
    expect(entryOf('street-lamps')).toBeUndefined()
    expect(await exchange().import(plan.token)).toEqual({ added: ['street-lamps'], changed: [] })
    const file = join(opened.folder, 'datasets/street-lamps/datapackage.json')
    expect(dataPackageSchema.parse(JSON.parse(await readFile(file, 'utf8')))).toEqual(lamps())
    await opened.again()
    expect(entryOf('street-lamps')).toMatchObject({ listed: true, package: lamps() })
    expect(() => opened.now().catalogue.dataset('street-lamps')).toThrow(
      expect.objectContaining({ code: 'dataset_listed' }) as Error,
    )
  })

  it('says item by item what it would change', async () => {
    await exchange().import((await exchange().plan(jsonLd(lamps()))).token)
    const bytes = await workbook({ sheet: '目录', row: 2, heading: '更新周期', to: '每日' })
    const { entries, token } = await exchange().plan(bytes)
    expect(entries).toMatchObject([
      { state: 'changed', changes: [{ item: '更新周期', before: '每月', after: '每日' }] },
    ])
    expect(await exchange().import(token)).toEqual({ added: [], changed: ['street-lamps'] })
    expect(entryOf('street-lamps')?.package?.governance.catalogue.updateCycle).toBe('daily')
    await exchange().undo(token)
    expect(entryOf('street-lamps')?.package).toEqual(lamps())
    expect(await problemOf(exchange().undo(token))).toContain('没有找到')
  })

  it('is taken back by undo, and an entry by removing it', async () => {
    const first = await exchange().plan(jsonLd(lamps()))
    await exchange().import(first.token)
    await exchange().undo(first.token)
    expect(entryOf('street-lamps')).toBeUndefined()
    expect(await opened.now().listings.list()).toEqual([])
    await exchange().import((await exchange().plan(jsonLd(lamps()))).token)
    await exchange().unlist('street-lamps')
    expect(await opened.now().listings.list()).toEqual([])
    expect(await problemOf(exchange().unlist('census-2020'))).toContain('没有找到')
    expect(entryOf('census-2020')?.problem).toBeNull()
  })

  it('is refused once the catalogue is no longer as it was shown', async () => {
    const [one, other] = [
      await exchange().plan(jsonLd(lamps())),
      await exchange().plan(jsonLd(lamps())),
    ]
    await exchange().import(one.token)
    expect(await problemOf(exchange().import(other.token))).toContain('预览之后目录有了变化')
    expect(await problemOf(exchange().import('7'))).toContain('已经过时')
  })
})

describe('what an import refuses', () => {
  it('is a name that has data here, or that stands twice in the file', async () => {
    expect(await stateOf(jsonLd(lamps({ name: 'census-2020' })))).toEqual([
      ['census-2020', 'refused', expect.stringContaining('两份数据同名')],
    ])
    const twice = await stateOf(jsonLd(lamps(), lamps({ title: '又一份' })))
    expect(twice.map(([, state]) => state)).toEqual(['refused', 'refused'])
    expect(twice[1]?.[2]).toContain('第 2 个 dcat:Dataset：两份数据同名')
  })

  it('leaves the good ones in', async () => {
    const plan = await exchange().plan(jsonLd(lamps(), lamps({ name: 'temp' })))
    expect(plan.entries.map(({ state }) => state)).toEqual(['new', 'refused'])
    expect(await exchange().import(plan.token)).toEqual({ added: ['street-lamps'], changed: [] })
  })

  it.each([
    [
      '目录',
      2,
      '共享属性：共享类型',
      '半共享',
      '“目录”第 2 行“共享属性：共享类型”：共享类型只能是',
    ],
    ['目录', 2, '数据分级', '重要数据', '“目录”第 2 行“数据分级”：这是重要数据'],
    ['目录', 2, '数据分级', '核心数据', '“目录”第 2 行“数据分级”：这是核心数据'],
    ['目录', 2, '涉密情况', '工作秘密', '“目录”第 2 行“涉密情况”：这是工作秘密'],
    ['目录', 2, '信息资源摘要', '机 密★长期', '“目录”第 2 行“信息资源摘要”：说明文字里有密级标志'],
    ['目录', 2, '数据管家', undefined, '“目录”第 2 行“数据管家”：没有写，这一项不能少'],
    ['目录', 2, '是否合成数据', '也许', '“目录”第 2 行“是否合成数据”：类型不对'],
    ['目录', 2, '数据集标识', '路灯', '“目录”第 2 行“数据集标识”：写法不对'],
    ['目录', 2, '发布日期', '=TODAY()', '“目录”第 2 行“发布日期”：写法不对'],
    ['目录', 2, '其他（JSON）', '{"a":', '“目录”第 2 行“其他（JSON）”：不是完整的 JSON 对象'],
    ['信息项', 3, '数据类型', '字符', '“信息项”第 3 行“数据类型”：只能是 string'],
    ['信息项', 3, '资源名', 'nowhere', '“信息项”第 3 行：“资源”表里没有与它对应的一行'],
    [
      '信息项',
      2,
      '信息项名称',
      '【秘密】灯号',
      '“信息项”第 2 行“信息项名称”：说明文字里有密级标志',
    ],
    ['资源', 2, '文件', '../x.parquet', '“资源”第 2 行“文件”：里有“..”'],
    ['资源', 2, '文件', 'https://a/b.parquet', '“资源”第 2 行“文件”：是一个网址'],
    ['资源', 2, '字节数', '很多', '“资源”第 2 行“字节数”：类型不对：应当是数字，写的是文字'],
    ['资源', 2, '数据集标识', 'other', '“目录”第 2 行'],
  ])('%s row %i, %s: %s', async (sheet, row, heading, to, words) => {
    const found = await stateOf(await workbook({ sheet, row, heading, to }))
    const problems = found.map(([, , problem]) => problem)
    expect(problems.join('\n')).toContain(words)
    expect(problems.every((problem) => problem !== null || found.length > 1)).toBe(true)
  })

  it.each([
    ['{}', '不是 DCAT 目录'],
    ['{"@type":"dcat:Catalog","zhizhi:formatVersion":2,"dcat:dataset":[]}', '请升级致知'],
    ['{"@type":"dcat:Catalog","dcat:dataset":[]}', '没有数据集'],
    ['{"@type":"dcat:Catalog"', '不是完整的 JSON'],
    ['{"a":"\udc80"}', '不是 DCAT 目录'],
  ])('is the whole file %s', async (content, words) => {
    expect(await problemOf(exchange().plan(new TextEncoder().encode(content)))).toContain(words)
  })

  it('is a text in another encoding, a workbook without its sheets, a newer form', async () => {
    const gbk = Uint8Array.of(0x7b, 0xca, 0xfd, 0xbe, 0xdd)
    expect(await problemOf(exchange().plan(gbk))).toContain('UTF-8')
    const sheets = toWorkbook([lamps()], '')
    const some = await writeWorkbook(sheets.filter(({ name }) => name !== '信息项'))
    expect(await problemOf(exchange().plan(some))).toContain('缺少工作表：信息项')
    const newer = sheets.map((sheet) =>
      sheet.name === '说明' ? { ...sheet, rows: [['格式版本', 2]] } : sheet,
    )
    expect(await problemOf(exchange().plan(await writeWorkbook(newer)))).toContain('先升级致知')
  })

  it('tells of columns that it does not know', async () => {
    const strange = toWorkbook([lamps()], '').map((sheet) => ({
      ...sheet,
      columns: [...sheet.columns, { heading: `备注`, width: 9 }],
    }))
    const { notes } = await exchange().plan(await writeWorkbook(strange))
    expect(notes).toContain('“目录”表里不认识的列没有读：备注')
  })
})

describe('a text that no cell can hold', () => {
  it('is not cut off: the workbook is refused, JSON-LD holds it', async () => {
    const long = lamps({ description: '长'.repeat(40_000) })
    await exchange().import((await exchange().plan(jsonLd(long))).token)
    expect(await problemOf(exchange().export('xlsx'))).toContain(
      '“street-lamps”的“信息资源摘要”（“目录”表）超过一个单元格能放的 32767 字',
    )
    const { bytes } = await exchange().export('jsonld')
    expect((await exchange().plan(bytes)).entries.every(({ state }) => state === 'unchanged')).toBe(
      true,
    )
  })
})

describe('a listing in the workspace', () => {
  it('gives way to data of its name, and that is told', async () => {
    const folder = join(opened.folder, 'datasets/census-2020')
    await mkdir(folder)
    await writeFile(
      join(folder, 'datapackage.json'),
      JSON.stringify(lamps({ name: 'census-2020' })),
    )
    await opened.again()
    expect(opened.now().catalogue.twice).toEqual(['census-2020'])
    expect(entryOf('census-2020')).toMatchObject({ problem: null })
    expect(opened.now().catalogue.dataset('census-2020').package.title).not.toBe('路灯')
  })

  it('that somebody spoilt by hand is shown with what is wrong, and can be removed', async () => {
    const folder = join(opened.folder, 'datasets/spoilt')
    await mkdir(folder)
    await writeFile(join(folder, 'datapackage.json'), '{"name": ')
    await writeFile(join(folder, 'notes.txt'), 'somebody else’s')
    await opened.again()
    expect(entryOf('spoilt')?.problem?.code).toBe('dataset_invalid')
    await exchange().unlist('spoilt')
    expect(entryOf('spoilt')).toBeUndefined()
    expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toBe('somebody else’s')
  })
})
