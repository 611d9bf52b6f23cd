import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cellSigns,
  everySign,
  signOf,
  signsIn,
} from '../../desktop/domain/catalogue/importing/cell-signs.ts'
import { parseCsv } from '../../desktop/domain/catalogue/importing/csv.ts'
import { isDitto } from '../../desktop/domain/catalogue/importing/marks.ts'
import { isPlainNumber, readNumber } from '../../desktop/domain/catalogue/importing/numbers.ts'
import { lookAt } from '../../desktop/domain/catalogue/importing/look.ts'
import { markOfText } from '../../desktop/domain/catalogue/importing/secrecy-words.ts'

const every = Array.from({ length: 65_536 }, (_, code) => code)
const cell = fc.oneof(
  fc.constantFrom(
    '同上',
    '〃',
    '”',
    '机密★10年',
    '秘密',
    ' 甲 ',
    'ＡＢ１２',
    '12.50',
    '',
    '\u3000',
  ),
  fc.string({ maxLength: 6 }),
)

describe('the signs of a cell', () => {
  it('tell every sign that trimming takes away', () => {
    const trimmed = every.filter((code) => String.fromCharCode(code).trim() === '')
    expect(trimmed.filter((code) => (signOf(code) & cellSigns.blank) === 0)).toEqual([])
  })

  it('are there wherever a ditto mark or a secrecy mark is', () => {
    fc.assert(
      fc.property(cell, (text) => {
        if (isDitto(text)) expect(signsIn(text) & cellSigns.ditto).not.toBe(0)
        if (markOfText(text) !== undefined) expect(signsIn(text) & cellSigns.secret).not.toBe(0)
      }),
    )
  })

  it('of a column are those of all its cells', () => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const file = rows.map((row) => row.map(quoted).join(',')).join('\n')
        const { signs } = parseCsv(file, ',')
        for (const at of [0, 1]) {
          const wanted = rows.reduce((all, row) => all | signsIn(row[at] ?? ''), 0)
          expect((signs[at] ?? 0) & wanted).toBe(wanted)
        }
      }),
    )
  })

  it('change nothing of what is seen in a table', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }), (body) => {
        const rows = [['街道', '事由', '件数'], ...body].map((cells, at) => ({
          line: at + 1,
          cells,
        }))
        const table = { name: '表', rows, refused: [], even: true }
        const column = (at: number) =>
          rows.reduce((all, row) => all | signsIn(row.cells[at] ?? ''), 0)
        const told = lookAt({ ...table, signs: [0, 1, 2].map(column) }, {})
        expect(told).toEqual(lookAt({ ...table, signs: [everySign, everySign, everySign] }, {}))
        expect(told).toEqual(lookAt(table, {}))
      }),
    )
  })
})

it('a plain number is read as it stands', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{0,4}\.?\d{0,3}$/), (text) => {
      if (isPlainNumber(text)) expect(readNumber(text)).toEqual({ text, forms: [] })
    }),
  )
})
