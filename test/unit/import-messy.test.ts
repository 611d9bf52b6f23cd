import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tablesIn } from '../../desktop/domain/catalogue/importing/blocks.ts'
import { lookAt, work, type TableLook } from '../../desktop/domain/catalogue/importing/look.ts'
import type { Merge, RawTable } from '../../desktop/domain/catalogue/importing/raw-table.ts'
import { layoutCases } from './messy-cases-layout.ts'
import { rowCases } from './messy-cases-rows.ts'
import { valueCases } from './messy-cases-values.ts'
import { messyCases, type MessyCase, type WantedTable } from './messy-cases.ts'

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
const cellsOf = (line: string) =>
  line.split('|').map((cell) => cell.replaceAll('␠', ' ').replaceAll('⏎', '\n'))

function mergeOf(range: string): Merge {
  const [, left = '', top, right = '', bottom] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range) ?? []
  const column = (letter: string) => letter.charCodeAt(0) - 65
  return {
    ...{ top: Number(top), bottom: Number(bottom) },
    ...{ left: column(left), right: column(right) },
  }
}

function tableOf({ rows, merges = [], hidden = [], even = false }: MessyCase): RawTable {
  return {
    name: '表',
    rows: lines(rows).map((line, at) => ({ line: at + 1, cells: cellsOf(line) })),
    refused: [],
    even,
    ...(even ? {} : { merges: merges.map(mergeOf), hidden: new Set(hidden) }),
  }
}

function wantedOf({ names, rows, left = [], types, units }: WantedTable, look: TableLook) {
  return {
    names: names.split('|'),
    rows: lines(rows).map((line) => cellsOf(line).map((cell) => (cell === '∅' ? null : cell))),
    left,
    types: types?.split('|') ?? look.columns.map(({ type }) => type),
    units: units ?? unitsOf(look),
  }
}

const unitsOf = ({ columns }: TableLook) =>
  Object.fromEntries(columns.flatMap(({ name, unit }) => (unit === null ? [] : [[name, unit]])))

const all = [...messyCases, ...valueCases, ...layoutCases, ...rowCases]

describe('a file as a clerk left it', () => {
  it.each(all.map((one) => [one.what, one] as const))('%s', (_, messy) => {
    const looks = tablesIn(tableOf(messy)).map((table) => lookAt(table, {}))
    expect(looks.map(({ columns }) => columns.map(({ name }) => name))).toEqual(
      messy.tables.map(({ names }) => names.split('|')),
    )
    messy.tables.forEach((wanted, at) => {
      const look = looks[at]
      if (!look) throw new Error('no such table')
      const found = {
        names: look.columns.map(({ name }) => name),
        rows: look.after,
        left: look.refused.map(({ line }) => line),
        types: look.columns.map(({ type }) => type),
        units: unitsOf(look),
      }
      expect(found).toEqual(wantedOf(wanted, look))
      expect(look.rowsIn).toBe(look.rowsKept + look.refused.length)
      if (wanted.says) expect(look.remarks.join('\n')).toMatch(wanted.says)
    })
  })

  it.each(all.map((one) => [one.what, one] as const))(
    'the same from its recipe: %s',
    (_, messy) => {
      for (const table of tablesIn(tableOf(messy))) {
        const once = lookAt(table, {})
        expect(lookAt(table, once.recipe)).toEqual(once)
      }
    },
  )
})

/** Cells as they turn up in such files, in any order. */
const cell = fc.constantFrom(
  ...[
    '',
    '',
    '街道',
    '件数',
    '甲',
    '小计',
    '合计',
    '其中：女',
    '注：说明',
    '同上',
    '√',
    '12',
    '1,200',
  ],
  ...['3.5%', '2025年3月5日', '单位：件', '一、城区', '第 1 页', '(5)', '无', '填表人：甲'],
)

describe('whatever the rows are', () => {
  it('every one is a title, a name, kept, empty, or refused with its reason', () => {
    const rows = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 14,
    })
    fc.assert(
      fc.property(rows, fc.boolean(), (cells, even) => {
        const sheet = cells.map((row, at) => ({ line: at + 1, cells: row }))
        const tables = tablesIn({ name: '表', rows: sheet, refused: [], even })
        for (const table of tables) {
          const { header, rows: framed, titles } = work(table, {}).frame
          expect(titles.length + header.height + framed.length).toBe(table.rows.length)
          const look = lookAt(table, {})
          const filled = framed.filter(({ kind }) => kind !== 'empty_rows').length
          expect(look.rowsIn).toBe(filled)
          expect(look.rowsKept + look.refused.length).toBe(filled)
          expect(look.refused.every(({ reason }) => reason !== '')).toBe(true)
        }
        const seen = new Set(tables.flatMap((table) => table.rows.map(({ line }) => line)))
        expect(seen.size).toBe(sheet.length)
      }),
      { numRuns: 300 },
    )
  })
})
