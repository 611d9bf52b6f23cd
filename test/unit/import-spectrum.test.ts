import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessDelimiter, parseCsv } from '../../desktop/domain/catalogue/importing/csv.ts'
import { lookAt } from '../../desktop/domain/catalogue/importing/look.ts'

/** The cases that CSV readers are compared by, under their usual names. */
const spectrum: Readonly<Record<string, readonly [string, readonly (readonly string[])[]]>> = {
  comma_in_quotes: [
    '姓,名,住处\n王,甲,"南湖路 1 号, 东门"\n',
    [
      ['姓', '名', '住处'],
      ['王', '甲', '南湖路 1 号, 东门'],
    ],
  ],
  empty: [
    'a,b,c\n1,"",""\n2,3,4\n',
    [
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  empty_crlf: [
    'a,b,c\r\n1,"",""\r\n2,3,4\r\n',
    [
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  escaped_quotes: [
    'a,b\n1,"说 ""好"" 了"\n3,4\n',
    [
      ['a', 'b'],
      ['1', '说 "好" 了'],
      ['3', '4'],
    ],
  ],
  json: [
    'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n',
    [
      ['key', 'val'],
      ['1', '{"type": "Point", "coordinates": [102.0, 0.5]}'],
    ],
  ],
  location_coordinates: [
    '名称,经纬\n东门,"117.1°E, 36.6°N"\n',
    [
      ['名称', '经纬'],
      ['东门', '117.1°E, 36.6°N'],
    ],
  ],
  newlines: [
    'a,b,c\n1,2,3\n"从前\n有山",5,6\n7,8,9\n',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['从前\n有山', '5', '6'],
      ['7', '8', '9'],
    ],
  ],
  newlines_crlf: [
    'a,b,c\r\n1,2,3\r\n"从前\r\n有山",5,6\r\n7,8,9\r\n',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['从前\r\n有山', '5', '6'],
      ['7', '8', '9'],
    ],
  ],
  quotes_and_newlines: [
    'a,b\n1,"说\n""好""\n了"\n3,4\n',
    [
      ['a', 'b'],
      ['1', '说\n"好"\n了'],
      ['3', '4'],
    ],
  ],
  simple: [
    'a,b,c\n1,2,3\n',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ],
  ],
  simple_crlf: [
    'a,b,c\r\n1,2,3\r\n',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ],
  ],
  utf8: [
    'a,b,c\n1,2,3\n4,5,ʤ😀\n',
    [
      ['a', 'b', 'c'],
      ['1', '2', '3'],
      ['4', '5', 'ʤ😀'],
    ],
  ],
}

describe('the cases of csv-spectrum', () => {
  it.each(Object.entries(spectrum))('%s', (_, [text, rows]) => {
    const found = parseCsv(text, guessDelimiter(text))
    expect(found.refused).toEqual([])
    expect(found.rows.map(({ cells }) => cells)).toEqual(rows)
  })
})

/** Texts made of what breaks readers. */
const hostile = fc
  .array(
    fc.constantFrom('a', '1', ',', '"', '""', '\n', '\r\n', '\r', ' ', '街', '=1', '合计', '注：'),
    {
      maxLength: 60,
    },
  )
  .map((parts) => `名,数\n甲,1\n${parts.join('')}`)

describe('whatever is in a file', () => {
  it('every row that has something in it is kept or refused, with its line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { rows, refused } = parseCsv(text, ',')
        const look = lookAt({ name: '表', rows, refused, even: true }, {})
        expect(look.rowsIn).toBe(look.rowsKept + look.refused.length)
        const lines = text.split(/\r\n|\r|\n/).length
        for (const { line } of look.refused) expect(line).toBeLessThanOrEqual(lines)
      }),
    )
  })

  it('no sign of it is lost: what the rows and refused lines do not hold is what stands between cells', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { rows, refused } = parseCsv(text, ',')
        const lines = text.split(/\r\n|\r|\n/)
        const held = rows.map(({ cells }) => cells.join('')).join('')
        const left = refused.map(({ line }) => lines[line - 1] ?? '').join('')
        const count = (of: string) =>
          Array.from(of).filter((sign) => /[a1街合注甲名数]/.test(sign)).length
        expect(count(held) + count(left)).toBe(count(text))
      }),
    )
  })
})
