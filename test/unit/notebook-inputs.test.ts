import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse as readYaml } from 'yaml'
import { presetsFor } from '../../desktop/domain/notebook/date-presets.ts'
import { chosenText, writeParameter } from '../../desktop/domain/notebook/input-text.ts'
import { cellsOf } from '../../desktop/domain/notebook/notebook.ts'
import { valuesFromText, valuesOf } from '../../desktop/domain/notebook/parameters.ts'
import { parseNotebook } from '../../desktop/domain/notebook/parse.ts'
import { explain } from '../../desktop/domain/notebook/problem.ts'
import {
  editYaml,
  settingsOf,
  withFirstValue,
  withSettings,
} from '../../desktop/domain/notebook/settings.ts'
import { readSource, writeSource } from '../../desktop/domain/notebook/source.ts'
import { valueOfText } from '../../desktop/domain/notebook/value-of-text.ts'

const text = `---
title: 输入
# 谁都看得见
params: { streets: [东, 西] }
---
\`\`\`sql name=by_street
SELECT 1 AS street
\`\`\`
\`\`\`input name=streets type=multiselect
# 从查询里来
from: by_street.street
\`\`\`
\`\`\`input name=period type=daterange
value: [2024-01-01, 2024-03-31] # 第一季度
max: 2024-12-31
\`\`\`
\`\`\`input name=side
type: multiselect
options: [{ value: 1, label: 一 }, 2]
\`\`\`
{{streets}}，{{period_from | 年月}}
`
const notebook = parseNotebook(text)
const input = (name: string) => cellsOf(notebook, 'input').find((one) => one.name === name)!

describe('inputs of several values', () => {
  it('set lists, and a range two parameters', () => {
    expect(notebook.problems).toEqual([])
    expect(valuesOf(notebook)).toEqual({
      streets: ['东', '西'],
      period_from: '2024-01-01',
      period_to: '2024-03-31',
      side: [],
    })
  })

  it('take what was chosen where it fits', () => {
    const chosen = { streets: [], period_from: '2025-01-01', period_to: '2024-06-30', side: [3] }
    expect(valuesOf(notebook, chosen)).toEqual({
      streets: [],
      period_from: '2024-01-01',
      period_to: '2024-06-30',
      side: [],
    })
  })

  it.each([
    [{ streets: '南, "北,中",' }, { streets: ['南', '北,中', ''] }],
    [{ streets: '' }, { streets: [] }],
    [{ side: '2,1' }, { side: [2, 1] }],
    [{ period: '2024-02-01,2024-02-29' }, { period_from: '2024-02-01', period_to: '2024-02-29' }],
    [{ period_to: '2024-02-29' }, { period_from: '2024-01-01', period_to: '2024-02-29' }],
  ])('read the command line %j', (texts, values) => {
    expect(valuesFromText(notebook, texts)).toMatchObject({ values })
  })

  it.each([
    [{ side: '3' }, 'side', '只能是 1、2'],
    [{ period: '2024-02-01' }, 'period', '两个日期'],
    [{ period: '2024-02-30,2024-03-01' }, 'period', '日期'],
    [{ period: '2024-03-01,2024-02-01' }, 'period', '不能晚于'],
    [{ period_from: '2024-04-01' }, 'period', '不能晚于'],
    [{ period: '2024-03-01,2025-02-01' }, 'period', '范围内'],
  ])('refuse %j and say why', (texts, name, why) => {
    const result = valuesFromText(notebook, texts)
    if (!('misfit' in result)) throw new Error('accepted')
    expect(result.misfit.name).toBe(name)
    expect(result.misfit.why.zh).toContain(why)
  })

  it('are written for prose', () => {
    expect(writeParameter(['电话', '小程序'])).toBe('电话、小程序')
    expect(writeParameter([])).toBe('不限')
    expect(writeParameter('2024-01-05', '年月')).toBe('2024 年 1 月')
    const values = valuesOf(notebook, { side: [1] })
    expect(chosenText('side', input('side').input, values)).toBe('一')
    expect(chosenText('period', input('period').input, values)).toBe('2024-01-01 至 2024-03-31')
  })

  it.each([
    ['type: multiselect', 'options'],
    ['type: select\noptions: [a]\nfrom: by.x', 'options'],
    ['type: select\nfrom: by_street', '单元.列'],
    ['type: select\nfrom: nowhere.x', '“nowhere”'],
    ['type: table\nfrom: nowhere\nkey: x', '“nowhere”'],
    ['type: daterange\nvalue: [2024-02-01, 2024-01-01]', '不能晚于'],
    ['type: daterange\nvalue: [2024-02-30, 2024-03-01]', 'value'],
    ['type: multiselect\noptions: [a]\nvalue: [b]', '只能是 a'],
    ['type: slider\nconstructor: 1\nmin: 1\nmax: 2', 'constructor'],
  ])('say what is wrong in %j', (body, words) => {
    const { problems } = parseNotebook(`---\ntitle: t\n---\n\`\`\`input name=x\n${body}\n\`\`\`\n`)
    expect(problems.map((problem) => explain(problem).zh).join()).toContain(words)
  })
})

describe('a source', () => {
  it.each([
    ['by_street.street', { table: 'by_street', column: 'street' }],
    ['places.streets.name', { table: 'places.streets', column: 'name' }],
    ['街道."a.""b"', { table: '街道', column: 'a."b' }],
    ['x', undefined],
    ['x.', undefined],
    ['a.b.c.d', undefined],
    ['a b.c', undefined],
  ])('%s', (written, source) => expect(readSource(written)).toEqual(source))

  it('is written so that it is read again', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (column) => {
        fc.pre(!/[\r\n]/.test(column))
        const source = { table: 'a.b', column }
        expect(readSource(writeSource(source))).toEqual(source)
      }),
    )
  })
})

describe('ready-made ranges', () => {
  it('go by the data’s last day', () => {
    expect(Object.fromEntries(presetsFor('2024-03-15', '2022-06-01'))).toEqual({
      'this-month': { from: '2024-03-01', to: '2024-03-15' },
      'last-month': { from: '2024-02-01', to: '2024-02-29' },
      'this-year': { from: '2024-01-01', to: '2024-03-15' },
      'last-year': { from: '2023-01-01', to: '2023-12-31' },
      all: { from: '2022-06-01', to: '2024-03-15' },
    })
  })

  it('stay within the bounds', () => {
    const ranges = presetsFor('2024-01-15', undefined, { min: '2024-01-10' })
    expect([...ranges.keys()]).toEqual(['this-month', 'this-year'])
    expect(ranges.get('this-month')).toEqual({ from: '2024-01-10', to: '2024-01-15' })
  })
})

describe('settings', () => {
  it('are changed with comments and order kept', () => {
    const before = 'a: 1 # eins\n# of b\nb: [1, 2]\nc: { d: 1 }'
    expect(editYaml(before, { a: 2, b: [1, 2], e: '是' })).toBe(
      'a: 2 # eins\n# of b\nb: [1, 2]\ne: 是',
    )
  })

  it('are read as they were given, whatever they are', () => {
    const value = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.array(fc.string()),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), value), (settings) => {
        const written = editYaml('', settings)
        const read: unknown = Object.keys(settings).length === 0 ? {} : readYaml(written)
        expect(read).toEqual({ ...settings })
      }),
    )
  })

  it('of an input move from its fence into its body', () => {
    const after = withSettings(notebook, input('period'), {
      ...settingsOf(notebook, input('period')),
      label: '时段',
    })
    expect(after).toContain('```input name=period\nvalue: [2024-01-01, 2024-03-31] # 第一季度\n')
    expect(after).toContain('label: 时段')
    expect(parseNotebook(after).problems).toEqual([])
  })

  it('change a first value where the front matter names it', () => {
    const after = withFirstValue(notebook, input('streets'), ['南'])
    expect(after).toContain('# 谁都看得见\nparams: { streets: [ 南 ] }')
    expect(after).toContain('# 从查询里来\nfrom: by_street.street')
    expect(valuesOf(parseNotebook(after))['streets']).toEqual(['南'])
    expect(withFirstValue(notebook, input('period'), ['2024-01-01', '2024-01-31'])).toContain(
      '2024-01-31',
    )
  })
})

it('an item of a list may hold a comma', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (items) => {
      const typed = items.map((item) => `"${item.replaceAll('"', '""')}"`).join(',')
      expect(valueOfText(typed, [])).toEqual(items)
    }),
  )
})
