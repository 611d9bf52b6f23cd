import { describe, expect, test } from 'vitest'
import { finishStat } from '../../desktop/domain/notebook/stat/finish.ts'
import { outcomeOf } from '../../desktop/domain/notebook/stat/model/outcome.ts'
import { sized } from '../../desktop/domain/notebook/stat/model/size.ts'
import { tableQuery } from '../../desktop/domain/notebook/stat/model/table.ts'
import { isModel, statSchema } from '../../desktop/domain/notebook/stat/stat.ts'
import {
  simpleFormula,
  writeFormula,
} from '../../desktop/domain/statistics/regression/simple-formula.ts'
import { dataOf, fixture } from './models-support.ts'

/** Tells a model of rows, by way of the facts in its table. */
function told(settings: Readonly<Record<string, unknown>>, text: string) {
  const stat = statSchema.parse({ from: 'rows', ...settings })
  if (!isModel(stat)) throw new Error('no model')
  const facts = JSON.stringify(outcomeOf(stat, dataOf(text)))
  const table = { rows: 1, columns: [{ name: 'facts', numeric: false, at: () => facts }] }
  const finished = finishStat(stat, table)
  if (!finished.ok) throw new Error(finished.why.zh)
  const cautions = finished.cautions.map(({ zh }) => zh).join()
  return { ...finished, cautions }
}

const panel = fixture('r/models/panel.csv')
const rows = fixture('r/models/rows.csv')
const did = { test: 'did', outcome: 'y', unit: 'unit', time: 'period', treated: 'treated' }

describe('a model is told in words', () => {
  test('uneven scatter asks for robust errors, and is quiet once they are there', () => {
    expect(told({ test: 'ols', formula: 'y ~ x1 + x2' }, rows).cautions).toContain('HC3')
    expect(told({ test: 'ols', formula: 'y ~ x1 + x2', se: 'hc3' }, rows).cautions).toBe('')
  })
  test('a logit and a Poisson regression say what is multiplied', () => {
    expect(told({ test: 'logit', formula: 'done ~ x1' }, rows).says.zh).toContain('优势比')
    const spec = { test: 'poisson', formula: 'cases ~ x1', exposure: 'people' }
    expect(told(spec, rows).says.zh).toContain('率比')
  })
  test('staggered starts are warned of', () => {
    const staggered = told({ ...did, start_column: 'wave' }, panel)
    expect(staggered.cautions).toContain('开始实施的时间不同')
    const together = told({ ...did, start: 2019 }, panel)
    expect(together.cautions).toBe('')
    expect(together.figure).toMatchObject({ kind: 'lines', marks: [{ at: 4 }] })
  })
  test('few clusters and terms left out are said', () => {
    const spec = { test: 'ols', formula: 'y ~ x1 + I(x1^1)', se: 'cluster', cluster: 'village' }
    expect(told(spec, rows).cautions).toContain('只有 25 个群')
    const twice = rows.replace(/^(.*)$/gm, '$1,1').replace(/,1$/m, ',one')
    expect(told({ test: 'ols', formula: 'y ~ x1 + one' }, twice).cautions).toContain('one可以由')
  })
})

test.each([
  [0, '0'],
  [3.5214e-8, '3.52 × 10⁻⁸'],
  [-2e-12, '−2.00 × 10⁻¹²'],
  [0.0123, '0.0123'],
])('%d is written %s', (value, text) => {
  expect(sized(value)).toBe(text)
})

test('no text of a level or a reason is read as SQL or as a parameter', () => {
  const query = tableQuery({ ok: false, why: { zh: "'); DROP TABLE x; --", en: '$name' } })
  expect(query).toContain("''); DROP TABLE x")
  const text = "y,g\n1,!\n2,$name\n3,a'b\n4,!\n5,$name\n6,a'b\n"
  const stat = statSchema.parse({ from: 'rows', test: 'ols', formula: 'y ~ g' })
  if (!isModel(stat)) throw new Error('no model')
  const made = tableQuery(outcomeOf(stat, dataOf(text)))
  expect(made).toContain("'ga''b'")
  expect(made).toContain("'g$name'")
})

test.each([
  ['y ~ x + factor(z)', { response: 'y', terms: ['x', 'z'], categories: ['z'] }],
  ['`办结 天数` ~ 1', { response: '办结 天数', terms: [], categories: [] }],
  ['y ~ x:z', undefined],
  ['y ~ I(x^2)', undefined],
  ['y ~ x - 1', undefined],
])('a form shows %s', (text, simple) => {
  expect(simpleFormula(text)).toEqual(simple)
  if (simple) expect(writeFormula(simple)).toBe(text)
})
