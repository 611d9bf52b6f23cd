import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessDelimiter, parseCsv } from '../../desktop/domain/catalogue/importing/csv.ts'

const cells = (text: string, delimiter = ',') =>
  parseCsv(text, delimiter).rows.map((row) => row.cells)

describe('delimited text', () => {
  it.each([
    [
      'commas in quotes',
      'a,b\n"1,2",3\n',
      [
        ['a', 'b'],
        ['1,2', '3'],
      ],
    ],
    [
      'empty cells',
      'a,b,c\n1,"",""\n2,3,\n',
      [
        ['a', 'b', 'c'],
        ['1', '', ''],
        ['2', '3', ''],
      ],
    ],
    [
      'escaped quotes',
      'a,b\n1,"ha ""ha"" ha"\n',
      [
        ['a', 'b'],
        ['1', 'ha "ha" ha'],
      ],
    ],
    [
      'JSON in a cell',
      'k,v\n1,"{""type"": ""Point""}"\n',
      [
        ['k', 'v'],
        ['1', '{"type": "Point"}'],
      ],
    ],
    [
      'line ends in quotes',
      'a,b\r\n1,"x\r\ny"\r\n',
      [
        ['a', 'b'],
        ['1', 'x\r\ny'],
      ],
    ],
    [
      'CR alone',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['no line end at the end', 'a\n1', [['a'], ['1']]],
    [
      'blank lines',
      'a,b\n\n1,2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a quote inside a cell',
      'a,b\n5" pipe,2\n',
      [
        ['a', 'b'],
        ['5" pipe', '2'],
      ],
    ],
    ['formulas as text', 'a\n=HYPERLINK("x")\n+cmd|x\n', [['a'], ['=HYPERLINK("x")'], ['+cmd|x']]],
  ])('is read right: %s', (_, text, expected) => {
    expect(cells(text)).toEqual(expected)
  })

  it('gives back what was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '街', ' ') })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 })
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')
        expect(cells(text)).toEqual(rows)
      }),
    )
  })

  it('counts lines through quoted line ends', () => {
    const { rows } = parseCsv('a,b\n"x\ny\r\nz",1\n2,3\n', ',')
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 5])
  })

  it('loses one line to a quote that stays open, not the file', () => {
    const { rows, refused } = parseCsv('a,b\n1,"open\n2,3\n4,5\n', ',')
    expect(rows.map((row) => row.cells)).toEqual([
      ['a', 'b'],
      ['2', '3'],
      ['4', '5'],
    ])
    expect(refused).toEqual([{ line: 2, reason: '引号没有收尾' }])
  })

  it('does not let a quote that stays open swallow the lines up to the next quoted cell', () => {
    const { rows, refused } = parseCsv('a,b\n1,"open\n2,3\n4,"x,y"\n', ',')
    expect(rows.map((row) => row.cells)).toEqual([
      ['a', 'b'],
      ['2', '3'],
      ['4', 'x,y'],
    ])
    expect(refused).toEqual([{ line: 2, reason: '引号没有收尾' }])
  })

  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a\tb\n1,5\t2\n', '\t'],
    ['a;b\n1,5;2\n3,5;4\n', ';'],
    ['a|b\n1|2\n', '|'],
    ['一列\n甲\n', ','],
  ])('tells what is between the cells of %j', (text, expected) => {
    expect(guessDelimiter(text)).toBe(expected)
  })
})
