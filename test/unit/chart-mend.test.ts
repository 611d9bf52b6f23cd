import { describe, expect, it } from 'vitest'
import type { ChartFacts } from '../../desktop/domain/notebook/chart-warnings/facts.ts'
import { accepted, mended } from '../../desktop/domain/notebook/chart-warnings/mend.ts'
import { warningsOf } from '../../desktop/domain/notebook/chart-warnings/warn.ts'
import type { WarningKind } from '../../desktop/domain/notebook/chart-warnings/warning.ts'
import { cellsOf, tableCellsOf } from '../../desktop/domain/notebook/notebook.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'

const written = (chart: string) =>
  parseNotebook(
    `---\ntitle: 题\nquestion: 问\ndatasets: [hotline-tickets, anlan-places]\n---\n\n\`\`\`sql name=t\nSELECT 1\n\`\`\`\n\n\`\`\`chart name=c\ntitle: 题 # 结论\n${chart}\n\`\`\`\n`,
  )
const places = ['甲', '乙', '丙']

function mend(chart: string, kind: WarningKind, facts: Partial<ChartFacts>) {
  const notebook = written(chart)
  const [cell] = cellsOf(notebook, 'chart')
  if (!cell) throw new Error('no chart')
  const all = { drawn: [], tables: [], populations: [], titles: new Map(), ...facts }
  const warning = warningsOf(cell.chart, all).find((one) => one.kind === kind)
  if (!warning?.mend) return undefined
  const after = parseNotebook(mended(notebook, cell, warning.mend))
  expect(after.problems).toEqual([])
  return { chart: cellsOf(after, 'chart')[0], tables: tableCellsOf(after), text: after.text }
}

describe('one click mends', () => {
  const drawn = [{ mark: 'barX', x: [60, 70, 80], y: places }]

  it('a cut axis, and leaves comments alone', () => {
    const after = mend(
      'from: t\nx: { domain: [50, 100], label: 分 }\nplot: [{ mark: barX, x: n, y: name }]',
      'cut-axis',
      { drawn },
    )
    expect(after?.chart?.chart.x).toEqual({ domain: [0, 100], label: '分' })
    expect(after?.text).toContain('# 结论')
  })

  it('counts, where the table says how many live there', () => {
    const after = mend(
      'from: t\nplot: [{ mark: barX, x: 件数, y: street, sort: { y: -x } }]',
      'no-denominator',
      {
        drawn,
        tables: [{ name: 't', columns: ['street', '件数', '常住人口'], rows: [] }],
      },
    )
    expect(after?.tables.map(({ name, sql }) => [name, sql])).toEqual([
      ['t', 'SELECT 1'],
      ['t_rate', 'SELECT t.*, t.件数 * 10000.0 / nullif(t.常住人口, 0) AS 每万人\nFROM t AS t'],
    ])
    expect(after?.chart?.chart.plot[0]).toMatchObject({
      from: 't_rate',
      x: { kind: 'column', column: '每万人' },
      sort: { y: '-x' },
    })
    expect(after?.chart?.chart.x?.label).toBe('件数／每万常住人口')
  })

  it('rows counted by street, where another dataset knows the people', () => {
    const after = mend(
      'from: hotline_tickets\nplot: [{ mark: barX, x: { count: true }, y: street }]',
      'no-denominator',
      {
        drawn,
        tables: [{ name: 'hotline_tickets', columns: ['street', 'created_at'], rows: [] }],
        populations: [
          {
            name: 'anlan_places.streets',
            population: 'residents',
            columns: ['street_code', 'name'],
          },
        ],
      },
    )
    expect(after?.tables.at(-1)?.sql).toBe(
      'SELECT t.street, count(*) * 10000.0 / nullif(max(p.residents), 0) AS 每万人\nFROM hotline_tickets AS t\nJOIN anlan_places.streets AS p ON t.street = p.name\nGROUP BY t.street',
    )
  })

  it('counts of a ready-made kind, summed where a place has several rows', () => {
    const rows = places.map((a) => ({ a, b: '', k: null, v: 60, n: 2, box: undefined }))
    const after = mend(
      'from: t\ndraw: { kind: ranked, names: street, value: 件数 }',
      'no-denominator',
      {
        groups: { rows, bad: 0, empty: 0, cut: false, time: false },
        tables: [{ name: 't', columns: ['street', '件数', '常住人口'], rows: [] }],
      },
    )
    expect(after?.tables.at(-1)?.sql).toContain(
      'sum(t.件数) * 10000.0 / nullif(max(t.常住人口), 0)',
    )
    expect(after?.chart?.chart.from).toBe('t_rate')
    expect(after?.chart?.chart.draw).toMatchObject({
      kind: 'ranked',
      value: { kind: 'column', column: '每万人' },
    })
  })

  it('nothing where nobody knows the people', () => {
    const tables = [{ name: 't', columns: ['street', '件数'], rows: [] }]
    expect(
      mend('from: t\nplot: [{ mark: barX, x: 件数, y: street }]', 'no-denominator', {
        drawn,
        tables,
      }),
    ).toBeUndefined()
  })
})

describe('a warning accepted', () => {
  it('stays in the notebook with its reason, and can be taken back', () => {
    const notebook = written('from: t\nx: { zero: false }\nplot: [{ mark: barX, x: n, y: name }]')
    const [cell] = cellsOf(notebook, 'chart')
    if (!cell) throw new Error('no chart')
    const kept = parseNotebook(accepted(notebook, cell, 'cut-axis', ' 只比差别 '))
    const [after] = cellsOf(kept, 'chart')
    expect(after?.chart.accept).toEqual({ 'cut-axis': '只比差别' })
    if (!after) throw new Error('no chart')
    expect(
      cellsOf(parseNotebook(accepted(kept, after, 'cut-axis', '')), 'chart')[0]?.chart.accept,
    ).toBe(undefined)
  })

  it('with a reason that is no reason is refused', () => {
    const notebook = written('from: t\nplot: [{ mark: barX, x: n, y: name }]')
    const [cell] = cellsOf(notebook, 'chart')
    if (!cell) throw new Error('no chart')
    expect(accepted(notebook, cell, 'size', 'x')).toBe(notebook.text)
  })
})
