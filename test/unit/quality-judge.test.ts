import { describe, expect, it } from 'vitest'
import { dataPackageSchema } from '../../desktop/domain/catalogue/data-package.ts'
import type { Check } from '../../desktop/domain/catalogue/quality/check.ts'
import { planChecks } from '../../desktop/domain/catalogue/quality/plan.ts'
import { counted, judge, notJudged } from '../../desktop/domain/catalogue/quality/report.ts'
import { daysBetween, judgeTimeliness } from '../../desktop/domain/catalogue/quality/timely.ts'
import { descriptor } from './catalogue-descriptor.ts'

const required = (column: string): Check => ({ kind: 'required', column })

describe('judge', () => {
  it('adds up rows within a dimension, and over none', () => {
    const filled: Check = { kind: 'filled', column: 'c', meaning: null }
    const [complete, unique] = judge(10, [
      counted(required('a'), { passed: 10, of: 10 }),
      counted(required('b'), { passed: 9, of: 10 }),
      counted(filled, { passed: 1, of: 10 }),
      notJudged(required('d'), 'no-column'),
    ])
    expect(complete).toMatchObject({
      state: 'faults',
      passed: 19,
      of: 20,
      checks: 2,
      failedChecks: 1,
    })
    expect(unique).toMatchObject({ state: 'unjudged', unjudged: 'undeclared', of: 0 })
  })

  it('says why it cannot', () => {
    const empty = counted(required('a'), { passed: 0, of: 0 })
    expect(empty.unjudged).toBe('no-values')
    expect(judge(0, [empty])[0]).toMatchObject({ state: 'unjudged', unjudged: 'no-rows' })
    expect(judge(5, [notJudged(required('a'), 'no-column')])[0]?.unjudged).toBe('no-column')
  })
})

describe('planChecks', () => {
  const plan = (change: (json: ReturnType<typeof descriptor>) => void) => {
    const json = descriptor()
    change(json)
    const dataset = dataPackageSchema.parse(json)
    return planChecks(dataset, dataset.resources[0]!).map(({ kind }) => kind)
  }

  it('does not ask twice of a column that is the key', () => {
    expect(plan(() => undefined)).toEqual(['filled', 'filled', 'unique', 'type'])
    expect(
      plan((json) => Object.assign(json.resources[0]!.schema, { primaryKey: ['lamp'] })),
    ).toEqual(['required', 'filled', 'key', 'type'])
  })

  it('takes only the rules of this table', () => {
    const rule = { kind: 'order', says: '先后', fields: ['lamp', 'removed_at'] }
    expect(plan((json) => (json.governance['consistency'] = [rule])).at(-1)).toBe('rule')
    const other = { ...rule, resource: 'posts' }
    expect(plan((json) => (json.governance['consistency'] = [other])).at(-1)).toBe('type')
  })

  it('knows no rule that is not of its form', () => {
    for (const wrong of [
      { kind: 'sql', says: 'x', sql: 'SELECT 1' },
      { kind: 'order', fields: ['a', 'b'] },
      { kind: 'order', says: 'x', fields: ['a'] },
      { kind: 'order', says: 'x', fields: ['a', 'b'], sql: '1' },
    ]) {
      expect(() => plan((json) => (json.governance['consistency'] = [wrong]))).toThrow()
    }
  })
})

describe('judgeTimeliness', () => {
  it.each([
    ['monthly', '2026-10-25', 'good', 31],
    ['monthly', '2026-10-24', 'faults', 31],
    ['daily', '2026-11-24', 'good', 1],
    ['yearly', '2025-11-24', 'good', 366],
    ['weekly', '2026-12-01', 'good', 7],
    ['never', '2001-01-01', 'unjudged', null],
    ['irregular', '2001-01-01', 'unjudged', null],
  ] as const)('%s, released %s: %s', (updateCycle, released, state, allowed) => {
    expect(judgeTimeliness({ updateCycle, released }, '2026-11-25', [])).toMatchObject({
      state,
      allowed,
    })
  })

  it('counts days over leap years', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2023-02-28', '2023-03-01')).toBe(1)
  })
})
