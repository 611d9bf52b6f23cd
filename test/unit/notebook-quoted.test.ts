import { readFileSync } from 'node:fs'
import { tableFromArrays, tableToIPC } from '@uwdata/flechette'
import { describe, expect, it } from 'vitest'
import { originsOf, originsOfTable } from '../../desktop/domain/notebook/origins.ts'
import { paperPalette, screenPalette } from '../../desktop/domain/notebook/palette.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import { fillQuotes } from '../../desktop/domain/notebook/quote.ts'
import { quotedCells, writeQuote } from '../../desktop/domain/notebook/quoted.ts'
import { readResult } from '../../desktop/domain/notebook/result-table.ts'

const notebook = parseNotebook(`---
title: 引用
datasets: [census-2020, hotline-tickets]
---
\`\`\`input name=low type=slider min=7 max=20
\`\`\`
\`\`\`sql name=Deep
SELECT 1
\`\`\`
\`\`\`chart
title: "{{deep.n}} 个省份超过 {{low}}%"
from: hotline_tickets
plot: [{ mark: ruleX, x: $low, label: "{{other.x}}" }]
\`\`\`
{{deep.Share | %}}
`)
const bytes = tableToIPC(tableFromArrays({ n: [12], share: [0.5163] }), { format: 'stream' })
const tables = new Map([['deep', readResult(bytes ?? new Uint8Array())]])
const fill = (text: string) =>
  fillQuotes(text, (found) => writeQuote(found, { tables, values: { low: 14 } }))

describe('quotes', () => {
  it('are found in prose and in the texts of charts', () => {
    expect(quotedCells(notebook)).toEqual(['deep', 'other'])
    expect(notebook.problems.map(({ kind, line }) => [kind, line])).toEqual([['quote-unknown', 13]])
  })

  it('are filled from first rows and parameters, whatever their case', () => {
    expect(fill('{{DEEP.Share | %}}、{{Low}}、{{deep.n | .1}}')).toBe('51.6%、14、12.0')
  })

  it('show a dash where there is nothing, and stay where they cannot be read', () => {
    expect(fill('{{deep.nothing}} {{later.x}} {{a.b | what}}')).toBe('– – {{a.b | what}}')
  })
})

describe('origins', () => {
  const cells = originsOf(
    [
      { cell: 'a', inputs: ['census-2020'] },
      { cell: 'b', inputs: ['a', 'hotline-tickets'] },
      { cell: 'c', inputs: ['d'] },
      { cell: 'd', inputs: ['c', 'a'] },
    ],
    ['census-2020', 'hotline-tickets'],
  )

  it('follow cells to their datasets, and end in circles', () => {
    expect([...(cells.get('b') ?? [])]).toEqual(['census-2020', 'hotline-tickets'])
    expect([...(cells.get('c') ?? [])]).toEqual(['census-2020'])
  })

  it('know a dataset by its table', () => {
    expect([...originsOfTable('hotline_tickets', cells, notebook)]).toEqual(['hotline-tickets'])
    expect([...originsOfTable('a', cells, notebook)]).toEqual(['census-2020'])
    expect([...originsOfTable('nobody', cells, notebook)]).toEqual([])
  })
})

it('the palette for paper is the light theme', () => {
  const css = readFileSync(new URL('../../desktop/renderer/ui/tokens.css', import.meta.url), 'utf8')
  const light = css.slice(css.indexOf("[data-theme='light']"), css.indexOf("[data-theme='dark']"))
  const token = (use: string) =>
    new RegExp(`${/--[\w-]+/.exec(use)?.[0] ?? '-'}: (#\\w+);`).exec(light)?.[1]
  const names = Object.keys(screenPalette.colours) as (keyof typeof screenPalette.colours)[]
  for (const name of names)
    expect(paperPalette.colours[name]).toBe(token(screenPalette.colours[name]))
  expect(paperPalette.categories).toEqual(screenPalette.categories.map(token))
})
