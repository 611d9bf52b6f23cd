import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planRows, type Operator } from '../../desktop/domain/notebook/plan/rows.ts'
import { withInput } from '../../desktop/domain/notebook/sql-errors/add-input.ts'
import { fullWidthEdits } from '../../desktop/domain/notebook/sql-errors/full-width.ts'
import { cellsOf } from '../../desktop/domain/notebook/notebook.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import type { Known } from '../../desktop/domain/notebook/steps/names.ts'
import { knownWords } from '../../desktop/renderer/ui/sql-editor/known-words.ts'

const columns = (...pairs: [string, string | undefined][]) =>
  pairs.map(([name, title]) => ({ name, title }))
const known: Known = {
  tables: [
    {
      name: 'hotline_tickets',
      title: '热线工单',
      cell: false,
      columns: columns(['street', '街道'], ['channel', '渠道']),
    },
    { name: 'city.streets', title: '街道名册', cell: false, columns: columns(['name', '名称']) },
    { name: 'by_street', title: 'by_street', cell: true, columns: columns(['办结 率', undefined]) },
  ],
  parameters: { year: '年份' },
}

describe('words of the notebook', () => {
  it.each<[before: string, after: string, puts: string[]]>([
    [
      'SELECT s',
      ' FROM hotline_tickets',
      ['street', 'channel', 'hotline_tickets', 'city.streets', 'by_street'],
    ],
    ['SELECT 街', ' FROM hotline_tickets', ['street', 'street', 'city.streets']],
    ['SELECT t.', ' FROM hotline_tickets AS t', ['street', 'street', 'channel', 'channel']],
    ['SELECT t.', ' FROM by_street t', ['"办结 率"']],
    ['SELECT * FROM city.', '', ['streets', 'streets']],
    ['SELECT * FROM city.streets c WHERE c.', '', ['name', 'name']],
    ['SELECT * FROM h', '', ['hotline_tickets', 'city.streets', 'by_street']],
    ['SELECT $', '', ['$year']],
    ['SELECT x.', ' FROM y x', []],
  ])('%s| %s', (before, after, puts) => {
    const found = knownWords(before, before + after, known)
    for (const put of puts) expect(found.words.map((word) => word.put)).toContain(put)
    if (found.only) expect(found.words.map((word) => word.put)).toEqual(puts)
  })
})

describe('full-width marks', () => {
  const mended = (text: string) =>
    fullWidthEdits(text).reduceRight(
      (changed, { from, to, insert }) => changed.slice(0, from) + insert + changed.slice(to),
      text,
    )

  it.each([
    ['count（*），a', 'count(*),a'],
    ['a ＝ “甲，乙”', "a = '甲，乙'"],
    ["a = '（，）' AND b ＞ 1", "a = '（，）' AND b > 1"],
    ['"数量（件）" -- 注释，不动\n，1', '"数量（件）" -- 注释，不动\n,1'],
    ['/* ， */ ‘it’s', "/* ， */ 'it's"],
    ['SELECT 1', 'SELECT 1'],
  ])('%s', (text, right) => expect(mended(text)).toBe(right))

  it('leaves none outside quotes, whatever the text', () => {
    const part = fc.constantFrom('a', '，', '（', '“', '”', "'", '"', '--', '\n', '/*', '*/', '’')
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const edits = fullWidthEdits(parts.join(''))
        for (const [index, { from, to }] of edits.entries()) {
          expect(from).toBeLessThan(to)
          expect(edits[index + 1]?.from ?? to).toBeGreaterThanOrEqual(to)
        }
      }),
    )
  })
})

it('an input is put before the cell that asks for it', () => {
  const text = '---\ntitle: t\nquestion: q\n---\n\n```sql name=a\nSELECT $n\n```\n'
  const [cell] = cellsOf(parseNotebook(text), 'sql')
  const after = parseNotebook(withInput(parseNotebook(text), cell!, 'n'))
  expect(after.problems).toEqual([])
  expect(cellsOf(after, 'input').map(({ name }) => name)).toEqual(['n'])
  expect(cellsOf(after, 'sql').map(({ body }) => body)).toEqual(['SELECT $n'])
})

describe('a plan', () => {
  const operator = (seconds: number | null, rest: Partial<Operator> = {}): Operator => ({
    operator: 'FILTER',
    facts: [],
    estimated: 1,
    rows: 1,
    scanned: null,
    seconds,
    children: [],
    ...rest,
  })

  it('marks the slow step and the poor estimate', () => {
    const scan = operator(0.3, { operator: 'SEQ_SCAN', estimated: 10, rows: 5000 })
    const rows = planRows(operator(0.1, { children: [scan] }))
    expect(
      rows.map(({ depth, slow, misjudged, name }) => [depth, slow, misjudged, name.zh]),
    ).toEqual([
      [0, false, false, '筛选'],
      [1, true, true, '扫描表'],
    ])
    expect(rows[1]?.share).toBeCloseTo(0.75)
  })

  it('has no shares before a run, and an end', () => {
    let deep = operator(null)
    for (let level = 0; level < 600; level += 1) deep = operator(null, { children: [deep] })
    const rows = planRows(deep)
    expect(rows.length).toBe(500)
    expect(rows.every(({ share, slow }) => share === null && !slow)).toBe(true)
  })
})
