import { describe, expect, it } from 'vitest'
import { lookAt, work } from '../../desktop/domain/catalogue/importing/look.ts'
import type { RawTable } from '../../desktop/domain/catalogue/importing/raw-table.ts'
import {
  columnsOut,
  csvRow,
  type Outcome,
} from '../../desktop/domain/catalogue/importing/rows-out.ts'
import { secrecyIn, type Occurrence } from '../../desktop/domain/catalogue/importing/scan.ts'
import { residentCheckDigit } from '../../desktop/domain/privacy/resident-id.ts'

/** A sheet, one line for each row, cells apart by `|`. */
function sheet(text: string, even = false): RawTable {
  const rows = text
    .trim()
    .split('\n')
    .map((line, at) => ({ line: at + 1, cells: line.split('|').map((cell) => cell.trim()) }))
  return { name: '表', rows, refused: [], even }
}

const names = (table: RawTable) => lookAt(table, {}).columns.map(({ name }) => name)

describe('the header', () => {
  it.each([
    ['in the first row', '街道|人数\n甲|1\n乙|2', 1, 1],
    ['below titles', '情况表||\n单位：件||\n街道|人数|占比\n甲|1|2%\n乙|2|3%', 3, 1],
    ['years as names', '街道|2023|2024|2025\n甲|1|2|3\n乙|2|3|4', 1, 1],
    ['two rows of names', '街道|受理||办结\n|本月|上月|\n甲|1|2|3\n乙|1|2|3', 1, 2],
    ['none', '1|2|3\n4|5|6', 1, 0],
    ['none, with people’s numbers', '甲|13800131000\n乙|13800131001', 1, 0],
    ['one column', '街道\n甲\n乙', 1, 1],
  ])('is found %s', (_, text, line, height) => {
    expect(lookAt(sheet(text), {}).recipe.header).toEqual({ line, height })
  })

  it('gives every column a name of its own', () => {
    expect(names(sheet('街道|金额||金额\n甲|1|2|3'))).toEqual(['街道', '金额', '列3', '金额_2'])
    expect(names(sheet('街道|受理||办结\n|本月|上月|\n甲|1|2|3'))).toEqual([
      '街道',
      '受理_本月',
      '受理_上月',
      '办结',
    ])
    expect(names(sheet('1|2\n3|4'))).toEqual(['列1', '列2'])
  })

  it('never keeps a person’s number as a name', () => {
    const look = lookAt(sheet('甲|13800131000\n乙|13800131001'), {
      header: { line: 1, height: 1 },
    })
    expect(JSON.stringify(look)).not.toMatch(/1380013/)
  })
})

const monthly = `
  受理情况表 |  |  |
  街道 | 编码 | 受理量 | 占比
   |  | （件） | （%）
  甲 | 0101 | 1,200 | 10.5%
   |  |  |
  乙 | 0102 | - | 20%
  合计 |  | 1,200 | 30.5%
  注：来自热线 |  |  |`

describe('a table with its repairs', () => {
  it('accounts for every row', () => {
    const look = lookAt(sheet(monthly), {})
    expect(look).toMatchObject({ rowsIn: 5, rowsKept: 2, title: '受理情况表' })
    expect(look.refused.map(({ line }) => line)).toEqual([3, 7, 8])
    expect(look.rowsIn).toBe(look.rowsKept + look.refused.length)
  })

  it('reads values, units and codes', () => {
    const look = lookAt(sheet(monthly), {})
    expect(look.columns.map(({ type, unit }) => [type, unit])).toEqual([
      ['string', null],
      ['string', null],
      ['integer', '件'],
      ['number', '%'],
    ])
    expect(look.after).toEqual([
      ['甲', '0101', '1200', '10.5'],
      ['乙', '0102', null, '20'],
    ])
  })

  it('does no step that was taken back', () => {
    const off = (kind: 'total_rows' | 'number' | 'missing', column: string | null) =>
      lookAt(sheet(monthly), { steps: [{ kind, column, on: false }] })
    expect(off('total_rows', null)).toMatchObject({ rowsIn: 5, rowsKept: 3 })
    expect(off('number', '占比').columns[3]?.type).toBe('string')
    expect(off('missing', '受理量').after[1]?.[2]).toBe('-')
    const units = lookAt(sheet(monthly), {
      steps: [{ kind: 'unit_rows', column: null, on: false }],
    })
    expect(units.columns[2]).toMatchObject({ type: 'string' })
  })

  it('does the same again from its own recipe', () => {
    const once = lookAt(sheet(monthly), {})
    expect(lookAt(sheet(monthly), once.recipe)).toEqual(once)
  })

  it('refuses rows of text files that are too wide, and fills those too short', () => {
    const look = lookAt(sheet('a|b\n1|2\n3\n4|5|6', true), {})
    expect(look.refused).toEqual([{ line: 4, reason: '这一行有 3 格，列名只有 2 个' }])
    expect(look.after).toEqual([
      ['1', '2'],
      ['3', null],
    ])
    expect(look.steps.map(({ kind, count }) => [kind, count])).toContainEqual(['short_rows', 1])
  })

  it('says why a column of numbers stays text', () => {
    const rows = Array.from({ length: 20 }, (_, at) => `${at}|x`).join('\n')
    const [column] = lookAt(sheet(`数|乙\n${rows}\n约三十|y`), {}).columns
    expect(column).toMatchObject({ type: 'string', odd: { kind: 'number', lines: [22] } })
  })
})

const id = '37010219800101001'
const resident = id + residentCheckDigit(id)
const people = `姓名|证件|电话|诉求\n王某|${resident}|87654321|请回电 13800131000，谢谢\n李某|x|y|没有`

const outcome = (decisionOf: Outcome['decisionOf']): Outcome => ({
  decisionOf,
  findings: [],
  means: { hash: () => new Uint8Array(32), today: '2026-11-26' },
})

describe('personal information', () => {
  it('is not what a title, a name of a column or a note below says of a column of names', () => {
    const table = sheet(`走访台账|||\n${people}\n注：由社区填报。|||`)
    const found: string[] = []
    const look = lookAt(table, {}, { tell: ({ kind, row }) => found.push(`${kind} ${row}`) })
    expect(look.before[0]?.cells[0]).toBe('走访台账')
    expect(look.before[1]?.cells).toEqual(['姓名', '证件', '电话', '诉求'])
    expect(found.filter((one) => one.startsWith('name'))).toEqual(['name 1', 'name 2'])
  })

  it('is found by value in every row, and by title', () => {
    const found: Occurrence[] = []
    const look = lookAt(sheet(people), {}, { tell: (one) => found.push(one) })
    expect(found.map(({ kind, column, row, by }) => [kind, column, row, by])).toEqual([
      ['name', '姓名', 1, 'value'],
      ['resident_id', '证件', 1, 'value'],
      ['landline', '电话', 1, 'value'],
      ['mobile', '诉求', 1, 'value'],
      ['name', '姓名', 2, 'value'],
    ])
    const mobile = found.find(({ kind }) => kind === 'mobile')
    expect(mobile).toMatchObject({ start: 4, end: 15, masked: '［手机号］' })
    expect(look.columns.map(({ decisions }) => decisions[0])).toEqual([
      'drop',
      'pseudonymise',
      'mask',
      'mask',
    ])
    expect(look.columns.flatMap(({ decisions }, at) => (at > 0 ? decisions : []))).not.toContain(
      'keep',
    )
  })

  it('is in nothing that is shown or written', () => {
    const table = sheet(people)
    expect(JSON.stringify(lookAt(table, {}))).not.toMatch(/3701021980|13800131000|87654321/)
    const { cleaned } = work(table, {})
    const columns = columnsOut(
      cleaned,
      outcome(({ name }) => (name === '姓名' ? 'drop' : 'mask')),
    )
    const written = cleaned.rows
      .map(({ cells }) => csvRow(columns.map(({ value }) => value(cells))))
      .join('')
    expect(written).toBe(
      '"［身份证号］","［固定电话］","请回电 ［手机号］，谢谢"\n"x","y","没有"\n',
    )
  })

  it('of a column of numbers is masked as text', () => {
    const table = sheet('街道|号\n甲|13800131000\n乙|13800131001')
    const { cleaned } = work(table, {})
    const columns = columnsOut(
      cleaned,
      outcome(({ name }) => (name === '号' ? 'mask' : 'keep')),
    )
    expect(columns.map(({ type }) => type)).toEqual(['string', 'string'])
  })

  it('a company’s code may be kept', () => {
    const [, column] = lookAt(sheet('企业|统一社会信用代码\n甲|91350100M000100Y43'), {}).columns
    expect(column?.findings).toMatchObject([{ kind: 'credit_code', count: 1 }])
    expect(column?.decisions[0]).toBe('keep')
  })
})

describe('secrecy marks', () => {
  it.each([
    ['a title', '秘密★10年|\n街道|数\n甲|1', '“表”第 1 行第 1 列'],
    ['a cell', '街道|注\n甲|机 密 ★ 长期', '“表”第 2 行第 2 列'],
    ['a row that would be left out', '街道|数\n合计|【内部资料】', '“表”第 2 行第 2 列'],
  ])('are found in %s', (_, text, where) => {
    expect(secrecyIn(sheet(text)).map((place) => place.where)).toEqual([where])
  })
  it('are not the bare words', () => {
    expect(secrecyIn(sheet('街道|注\n甲|不涉及国家秘密和工作秘密\n乙|★★★'))).toEqual([])
  })
})
