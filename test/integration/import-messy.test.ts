import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as xlsx from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toWireError } from '../../desktop/contract/errors.ts'
import type { Choices } from '../../desktop/domain/catalogue/importing/recipe.ts'
import { gb18030, utf8 } from '../chinese-bytes.ts'
import { bring, call, importAs, look, openGate, type Opened } from './import-support.ts'

let opened: Opened
beforeAll(async () => {
  opened = await openGate()
})
afterAll(() => opened.remove())

const gate = () => opened.now().gate

interface Drawn {
  readonly rows: unknown[][]
  readonly merges?: readonly string[]
  readonly formats?: Readonly<Record<string, string>>
  readonly hiddenRow?: number
  readonly hiddenColumn?: number
}

function drawn({ rows, merges = [], formats = {}, hiddenRow, hiddenColumn }: Drawn): Uint8Array {
  const sheet = xlsx.utils.aoa_to_sheet(rows)
  sheet['!merges'] = merges.map((range) => xlsx.utils.decode_range(range))
  for (const [address, z] of Object.entries(formats)) {
    const cell = sheet[address] as xlsx.CellObject | undefined
    if (cell) cell.z = z
  }
  if (hiddenRow !== undefined)
    sheet['!rows'] = [...Array.from({ length: hiddenRow }, () => ({})), { hidden: true }]
  if (hiddenColumn !== undefined)
    sheet['!cols'] = [...Array.from({ length: hiddenColumn }, () => ({})), { hidden: true }]
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, sheet, '表')
  return new Uint8Array(
    xlsx.write(book, { type: 'array', bookType: 'xlsx', cellStyles: true }) as ArrayBuffer,
  )
}

const march: Drawn = {
  rows: [
    ['3月走访情况表'],
    ['街道', '社区', '走访', '', '备注'],
    ['', '', '本月', '累计'],
    ['云栖', '花园', 12, '1,204', '已上门'],
    ['', '新村', 9, '998', '同上'],
    ['合计', '', 21, '2,202'],
  ],
  merges: ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'A4:A5'],
}

describe('a workbook as it is drawn', () => {
  it('gives merged names and merged cells to every row', async () => {
    const found = await look(gate(), 'a.xlsx', drawn(march))
    expect(found.look?.columns.map(({ name }) => name)).toEqual([
      ...['街道', '社区', '走访_本月', '走访_累计', '备注'],
    ])
    expect(found.look?.after).toEqual([
      ['云栖', '花园', '12', '1204', '已上门'],
      ['云栖', '新村', '9', '998', '已上门'],
    ])
  })

  it('gives numbers as they are shown, and says what a spreadsheet lost', async () => {
    const bytes = drawn({
      rows: [
        ['编码', '率', '流水'],
        [101, 0.125, 202_503_050_000_000_000],
        [102, 0.07, 1],
      ],
      formats: { A2: '0000', A3: '0000', B2: '0.0%', B3: '0%' },
    })
    const found = await look(gate(), 'a.xlsx', bytes)
    expect(found.look?.after.map((row) => row.slice(0, 2))).toEqual([
      ['0101', '12.5'],
      ['0102', '7'],
    ])
    expect(found.look?.columns[1]?.unit).toBe('%')
    expect(found.notes.join()).toMatch(/1 格长号码.*超过 15 位/u)
  })

  it('says what is hidden, and leaves hidden rows out where that is wished', async () => {
    const rows = [
      ['街道', '数', '内部编号'],
      ['甲', 1, 'x'],
      ['乙', 2, 'y'],
      ['丙', 3, 'z'],
    ]
    const { token, ...found } = await look(
      gate(),
      'a.xlsx',
      drawn({ rows, hiddenRow: 2, hiddenColumn: 2 }),
    )
    expect(found.notes.join()).toMatch(/有隐藏的列（第 3列）/u)
    expect(found.look?.remarks.join()).toMatch(/第 3 行/u)
    expect(found.look?.rowsKept).toBe(3)
    const steps: Choices['steps'] = [{ kind: 'hidden_rows', column: null, on: true }]
    const without = await gate().look(token, { steps }, false, call)
    expect(without.look).toMatchObject({ rowsIn: 3, rowsKept: 2, refused: [{ line: 3 }] })
  })

  it('gives each of several tables, in GBK text too', async () => {
    const text = '街道,受理量\n甲,12\n乙,9\n\n附：事项分类,\n类别,件数\n噪声,8\n停车,13\n绿化,5\n'
    const { token, tables, table } = await look(gate(), 'a.csv', gb18030(text))
    expect(tables.map(({ name }) => name)).toEqual(['a', 'a · 第 2 张表'])
    expect(table).toBe('a · 第 2 张表')
    const first = await gate().look(token, { table: 'a' }, false, call)
    expect(first.look?.after).toEqual([
      ['甲', '12'],
      ['乙', '9'],
    ])
  })
})

describe('the next month’s file', () => {
  it('is done as the last one was, and what does not fit is said', async () => {
    const bytes = drawn(march)
    const token = await bring(gate(), '3月.xlsx', bytes)
    const steps: Choices['steps'] = [{ kind: 'ditto', column: '备注', on: false }]
    const {
      look: table,
      encoding,
      delimiter,
      table: sheet,
    } = await gate().look(token, { steps }, false, call)
    if (!table) throw new Error('refused')
    const recipe = { ...table.recipe, encoding, delimiter, table: sheet }
    const order = { recipe, decisions: { 社区: 'drop' as const }, id: 'march', title: '3月' }
    await gate().import(token, order, call)

    const rows = march.rows.map((row, at) =>
      at === 1 ? ['街道', '社区', '走访', '', '备注', '科室'] : at === 3 ? [...row, '民政'] : row,
    )
    const april = drawn({
      ...march,
      rows: [['说明'], ...rows],
      merges: ['A3:A4', 'B3:B4', 'C3:D3', 'E3:E4', 'F3:F4', 'A5:A6'],
    })
    const next = await bring(gate(), '4月.xlsx', april)
    const seen = await gate().look(next, {}, false, call)
    expect(
      gate()
        .likes(seen)
        .map(({ id }) => id),
    ).toEqual(['march'])
    const { file, past, fit } = await gate().lookLike(next, 'march', {}, call)
    expect(fit).toEqual({ missing: [], added: ['科室'], changed: [] })
    expect(past.imported.decisions).toMatchObject({ 社区: 'drop' })
    expect(file.look?.after[1]?.[4]).toBe('同上')
    expect(file.look?.recipe.header).toEqual({ line: 3, height: 2 })
    await gate().remove('march')
  })

  it('is not offered where the columns are others, and no dataset is made up', async () => {
    await importAs(gate(), 'other', 'a.csv', utf8('甲列,乙列,丙列\n1,2,3\n'))
    const found = await look(gate(), 'b.csv', utf8('街道,件数\n甲,1\n'))
    expect(gate().likes(found)).toEqual([])
    const problem = await gate()
      .lookLike(found.token, 'none', {}, call)
      .catch((error: unknown) => toWireError(error))
    expect(problem).toMatchObject({ code: 'not_found' })
    await gate().remove('other')
  })
})

/** Every file below a folder that holds this text. */
async function holding(folder: string, needle: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const held = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file)
      return bytes.includes(needle) ? [file] : []
    }),
  )
  return held.flat()
}

describe('a file with a secrecy mark', () => {
  it.each([
    ['a cell', 'a.csv', '街道,说明\n甲乙丙街道,工作秘密\n'],
    ['the header', 'a.csv', '街道,内部资料\n甲乙丙街道,1\n'],
    ['the name', '机密 名单.csv', '街道,数\n甲乙丙街道,1\n'],
  ])('in %s leaves nothing in the workspace', async (_, name, text) => {
    const found = await look(gate(), name, utf8(text))
    expect(found.secrecy.length).toBeGreaterThan(0)
    expect(await holding(opened.folder, '甲乙丙街道')).toEqual([])
    expect(await readdir(opened.now().quarantine)).not.toContain(found.token)
  })
})
