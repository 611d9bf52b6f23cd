import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSchema, type Check } from '../../desktop/domain/notebook/check/check.ts'
import { judge } from '../../desktop/domain/notebook/check/verdict.ts'
import { writeCheck } from '../../desktop/domain/notebook/check/write-check.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import { explain } from '../../desktop/domain/notebook/problem.ts'
import type { ResultTable } from '../../desktop/domain/notebook/result-table.ts'
import { statSchema } from '../../desktop/domain/notebook/stat/stat.ts'
import { titledStat } from '../../desktop/domain/notebook/stat/titled.ts'
import { writeStat } from '../../desktop/domain/notebook/stat/write-stat.ts'
import { cardFace } from '../../desktop/domain/notebook/value-card/card-face.ts'
import { valueCardSchema } from '../../desktop/domain/notebook/value-card/value-card.ts'
import type { CellValue } from '../../desktop/domain/notebook/value.ts'
import { standsBeside } from '../../desktop/renderer/features/workbench/block-width.ts'
import { setIn } from '../../desktop/renderer/features/workbench/settings/field.ts'
import { optionLines } from '../../desktop/renderer/features/workbench/inputs/option-lines.ts'

const row = (values: Readonly<Record<string, CellValue>>): ResultTable => ({
  rows: 1,
  columns: Object.entries(values).map(([name, value]) => ({
    name,
    numeric: true,
    at: () => value,
  })),
})
const card = (settings: object) =>
  valueCardSchema.parse({ from: 't', column: 'a', label: 'l', ...settings })

describe('a value card', () => {
  const compare = { column: 'b', label: '去年', better: 'down' }

  it.each([
    [{ format: '亿' }, { a: 191_000_000 }, { value: '1.91', unit: '亿' }],
    [{ unit: '件' }, { a: 12 }, { value: '12', unit: '件' }],
    [{}, { a: null }, { value: '–', unit: '' }],
    [{}, {}, { value: '–', unit: '' }],
    [{}, { a: Number.NaN }, { value: 'NaN', unit: '' }],
  ])('%j of %j', (settings, values, face) => {
    expect(cardFace(card(settings), row(values))).toMatchObject(face)
  })

  it.each([
    [{}, 8, 10, { difference: '−2', relative: '−20.0%', direction: 'down', judged: 'better' }],
    [{}, 10, 0, { difference: '+10', relative: undefined, judged: 'worse' }],
    [{}, 3, 3, { difference: '0', direction: 'same', judged: undefined }],
    [{}, 5, -4, { difference: '+9', relative: '+225.0%' }],
    [{ format: '%' }, 0.965, 0.8, { difference: '+16.5 个百分点', relative: undefined }],
    [{ format: '%' }, 0.1 + 0.2, 0.3, { direction: 'up', difference: '+0.0 个百分点' }],
  ])('%j: %d against %d', (settings, a, b, change) => {
    expect(cardFace(card({ ...settings, compare }), row({ a, b })).change).toMatchObject(change)
  })

  it.each([null, Number.POSITIVE_INFINITY, '文字'])('is not compared with %j', (b) => {
    expect(cardFace(card({ compare }), row({ a: 1, b })).change).toBeUndefined()
  })
})

describe('a verdict', () => {
  const check = (allow: Check['allow']) =>
    checkSchema.parse({ from: 't', assert: { unique: ['a'] }, allow })

  it.each([
    [0, 0, 10, true, '10 行里有 0 行不符合'],
    [0, 1, 10, false, '10 行里有 1 行不符合（10.0%）'],
    [1, 1, 10, true, '，允许 1 行'],
    ['10%', 1, 10, true, '，允许 10%'],
    ['9.9%', 1, 10, false, '，允许 9.9%'],
    [0, 1, 100_000, false, '（不到 0.1%）'],
    [0, 99_999, 100_000, false, '（99.9% 以上）'],
    [0, 0, 0, true, '0 行里有 0 行不符合'],
  ])('allowing %j, with %d of %d', (allow, offending, total, passed, words) => {
    const verdict = judge(check(allow), { offending, total, table: undefined })
    expect(verdict.passed).toBe(passed)
    expect(verdict.finding.zh).toContain(words)
  })
})

describe('hostile settings', () => {
  const names = fc.string({ minLength: 1, maxLength: 50, unit: 'grapheme' })

  it('stay names and values in SQL', () => {
    fc.assert(
      fc.property(names, names, (column, value) => {
        const own = `"${column.replaceAll('"', '""')}"`
        const plain = new RegExp(`^[\\p{Ll}\\p{Lo}_][\\p{Ll}\\p{Lo}0-9_]*$`, 'u').test(column)
        const check = writeCheck({ from: 't', assert: { in: { column, values: [`x${value}`] } } })
        const stat = writeStat(
          statSchema.parse({ from: 't', test: 'proportion', column, equals: `x${value}` }),
        )
        const text = `'x${value.replaceAll("'", "''")}'`
        const settings = { from: 't', test: 'simpson', column, equals: `x${value}`, group: column }
        const strata = writeStat(statSchema.parse({ ...settings, within: [column] }))
        for (const sql of [check, stat, strata]) {
          expect(sql).toContain(text)
          if (!plain) expect(sql).toContain(own)
        }
      }),
    )
  })

  it.each([
    ['check', 'from: t\nassert: { unique: [] }', 'assert'],
    ['check', 'from: t\nassert: { no: 1 }', 'assert'],
    ['check', 'from: t; DROP\nassert: { rows: { from: 1 } }', 'from'],
    ['check', 'from: t\nassert: { rows: {} }', 'from 和 to'],
    ['check', 'from: t\nassert: { rows: { from: 1 } }\nallow: viele', 'allow'],
    ['stat', 'from: t\ntest: magic\ncolumn: a', 'test'],
    ['stat', 'from: t\ntest: mean\ncolumn: a\nconfidence: 2', 'confidence'],
    ['stat', 'from: t\ntest: control\nchart: z\norder: a\ncolumn: a', 'chart'],
    ['stat', 'from: t\ntest: season\norder: a\ncolumn: a\nperiod: 1', 'period'],
    ['stat', 'from: t\ntest: simpson\ncolumn: a\ngroup: a\nwithin: []', 'within'],
    ['stat', 'from: t\ntest: survey\ncolumn: a', 'weight'],
    ['stat', 'from: t\ntest: correlation\ncolumns: [a]', 'columns'],
    ['value', 'from: t\ncolumn: a\nlabel: l\nformat: "<b>"', 'format'],
    ['value', 'from: nowhere\ncolumn: a\nlabel: l', '“nowhere”'],
    ['value', 'from: t\ncolumn: a\nlabel: "{{x.y}}"', '{{x.y}}'],
  ])('of a %s are refused: %s', (kind, body, words) => {
    const text = `---\ntitle: t\n---\n\`\`\`sql name=t\nSELECT 1 AS a\n\`\`\`\n\`\`\`${kind} name=x\n${body}\n\`\`\`\n`
    const { problems } = parseNotebook(text)
    expect(problems.map((problem) => explain(problem).zh).join()).toContain(words)
  })
})

describe('a form', () => {
  it('changes one place of the settings', () => {
    const settings = { assert: { in: { column: 'a', values: ['x'] } }, from: 't' }
    expect(setIn(settings, ['assert', 'in', 'column'], 'b')).toEqual({
      assert: { in: { column: 'b', values: ['x'] } },
      from: 't',
    })
    expect(setIn({}, ['value', 1], '2024-01-02')).toEqual({ value: [undefined, '2024-01-02'] })
  })

  it('reads options line by line', () => {
    const settings = optionLines.set({ type: 'select' }, '1 = 一\n\n 2 \n')
    expect(settings['options']).toEqual([{ value: 1, label: '一' }, 2])
    expect(optionLines.get(settings)).toBe('1 = 一\n2')
    expect(optionLines.set({}, 'a=b\n01')['options']).toEqual(['a=b', '01'])
  })

  it('leaves cards side by side', () => {
    const block = (name: string, width: string) =>
      `\`\`\`value name=${name}\nfrom: t\ncolumn: a\nlabel: l\nwidth: ${width}\n\`\`\`\n\n`
    const text = `---\ntitle: t\n---\n\`\`\`sql name=t\nSELECT 1 AS a\n\`\`\`\n`
    const { blocks } = parseNotebook(
      text + block('a', 'half') + block('b', 'third') + block('c', 'full'),
    )
    const kinds = blocks.flatMap((one, index) => (one.kind === 'value' ? [index] : []))
    expect(kinds.map((index) => standsBeside(blocks, index))).toEqual([true, false, false])
  })
})

it.each([
  [{ test: 'mean', column: 'days' }, { column: '办结用时' }],
  [{ test: 'mean', column: 'other' }, { column: 'other' }],
  [
    { test: 'mean-difference', column: 'days', group: 'street', groups: ['甲', '乙'] },
    { column: '办结用时', group: '街道', groups: ['甲', '乙'] },
  ],
  [{ test: 'correlation', columns: ['days', 'street'] }, { columns: ['办结用时', '街道'] }],
  [
    { test: 'simpson', column: 'days', group: 'street', within: ['days', 'x'] },
    { column: '办结用时', group: '街道', within: ['办结用时', 'x'] },
  ],
  [
    { test: 'survey', column: 'days', weight: 'w', strata: 'street' },
    { column: '办结用时', weight: 'w', strata: '街道' },
  ],
])('a statistic is told of by the titles of its columns: %j', (settings, told) => {
  const titles = new Map([
    ['days', '办结用时'],
    ['street', '街道'],
  ])
  const stat = statSchema.parse({ from: 't', ...settings })
  const words = (column: string) => {
    const title = titles.get(column)
    return title === undefined ? undefined : { title, unit: undefined }
  }
  expect(titledStat(stat, words)).toMatchObject(told)
})
