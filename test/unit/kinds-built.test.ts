import { describe, expect, it } from 'vitest'
import { checkChart } from '../../desktop/domain/course/kinds/chart-check.ts'
import { choicesFrom } from '../../desktop/domain/course/kinds/chart-given.ts'
import { chartStarter, proveChart } from '../../desktop/domain/course/kinds/chart-prove.ts'
import { chartSchema } from '../../desktop/domain/course/kinds/chart-schema.ts'
import { proveIndicator } from '../../desktop/domain/course/kinds/indicator-prove.ts'
import {
  apartSql,
  checkIndicator,
  indicatorSql,
  rightChoice,
  writeIndicator,
  type IndicatorChoice,
} from '../../desktop/domain/course/kinds/indicator.ts'
import { indicatorSchema } from '../../desktop/domain/course/kinds/indicator-schema.ts'
import { writeChart } from '../../desktop/domain/notebook/chart-form/write.ts'

/** Charts and indicators that learners build, judged without any engine. */

const hints = ['一', '二', '三']

describe('charts', () => {
  const data = {
    columns: [
      { name: '街道', type: 'VARCHAR' },
      { name: '件数', type: 'BIGINT' },
    ],
    rows: [
      ['东街', 3],
      ['西街', 5],
    ],
    truncated: false,
  }
  const chart = (more: object = {}) =>
    chartSchema.parse({
      id: 'c',
      kind: 'chart',
      ask: '画',
      from: { sql: 'SELECT 1' },
      reference: { mark: 'bar', x: '街道', y: '件数', sort: 'y desc', colour: 'none' },
      hints,
      ...more,
    })
  const drawn = (wanted: object) => writeChart(choicesFrom(chart({ reference: wanted }).reference))
  const right = { mark: 'bar', x: '街道', y: '件数', sort: 'y desc' }

  it.each([
    [right, true, ''],
    [{ ...right, mark: 'barY' }, true, ''],
    [{ ...right, y: { sum: '件数' } }, true, ''],
    [{ ...right, y: { avg: '件数' } }, true, ''],
    [{ ...right, y: { count: true } }, false, '行数'],
    [{ ...right, y: { distinct: '件数' } }, false, '不同'],
    [{ ...right, mark: 'line', sort: undefined }, false, '先后变化'],
    [{ ...right, x: '件数', y: '街道' }, false, '每个“街道”'],
    [{ ...right, sort: 'none' }, false, '按名称排'],
    [{ ...right, sort: 'y asc' }, false, '反了'],
    [{ ...right, colour: '街道' }, false, '不分'],
  ])('%j is right: %s', (wanted, correct, said) => {
    const verdict = checkChart(chart(), data, drawn(wanted))
    expect(verdict.correct).toBe(correct)
    expect(verdict.message).toContain(said)
    expect(verdict.message).not.toBe('')
  })

  it.each([
    ['title: [', '画不出来'],
    ['title: 图\nfrom: 别的表\nplot: [{ mark: barX, x: 件数, y: 街道 }]', '数据表'],
    [`${drawn(right)}\nx: { domain: [2, 6] }`, '起点不是 0'],
    [`${drawn(right)}\nx: { scale: log }`, '起点不是 0'],
  ])('%j is refused with a reason', (body, said) => {
    const verdict = checkChart(chart(), data, body)
    expect(verdict).toMatchObject({
      correct: false,
      message: expect.stringContaining(said) as string,
    })
  })

  it('want a title that names what was found, where the author asks', () => {
    const titled = chart({ reference: { ...right, title: ['西街'] } })
    expect(checkChart(titled, data, drawn(right)).message).toContain('标题')
    expect(checkChart(titled, data, drawn({ ...right, title: '西街最多' })).correct).toBe(true)
  })

  it('are proven: what begins is not right, wrong ones hear their words', () => {
    const wrong = [{ has: { mark: 'line' }, say: '线' }]
    expect(proveChart(chart({ wrong }), data)).toEqual([])
    expect(checkChart(chart(), data, chartStarter(chart())).correct).toBe(false)
    expect(proveChart(chart({ starter: right }), data)).toHaveLength(1)
    expect(proveChart(chart({ reference: { ...right, x: '社区' } }), data)[0]).toContain('社区')
    expect(proveChart(chart(), { ...data, rows: [] })).toHaveLength(1)
  })
})

describe('indicators', () => {
  const exercise = indicatorSchema.parse({
    id: 'i',
    kind: 'indicator',
    ask: '搭',
    table: 'tickets',
    parts: [
      { id: 'all', text: '全部', sql: 'true' },
      { id: 'due', text: '应办结', sql: 'due' },
      { id: 'closed', text: '已办结', sql: 'due AND closed' },
      { id: 'withdrawn', text: '撤回', sql: 'withdrawn' },
    ],
    numerator: 'closed',
    denominator: 'due',
    exclusions: ['withdrawn'],
    wrong: [
      { part: 'all', as: 'denominator', say: '没到期的不该算。' },
      { part: 'withdrawn', as: 'not-excluded', say: '撤回的还在里面。' },
    ],
  })
  const right = rightChoice(exercise)
  // the published example of 天门: 911 of 972
  const counts = { numerator: 911, denominator: 972 }

  it('count rows above and below the line, and leave out only what is known to be excluded', () => {
    expect(indicatorSql(exercise, right)).toBe(
      'SELECT count(*) FILTER (WHERE (due AND closed)) AS above, count(*) FILTER (WHERE (due)) AS below\nFROM tickets\nWHERE NOT coalesce((withdrawn), false)',
    )
    expect(indicatorSql(exercise, { ...right, numerator: null })).toBeUndefined()
    expect(indicatorSql(exercise, { ...right, numerator: 'no' })).toBeUndefined()
  })

  it.each([
    [{ per: 100, unit: '%' }, counts, '911 ÷ 972 = 93.72 %'],
    [
      { per: 10_000, unit: '件／万人' },
      { numerator: 12, denominator: 80_000 },
      '12 ÷ 80,000 = 1.50 件／万人',
    ],
    [{ per: 100, unit: '%' }, { numerator: 3, denominator: 0 }, '3 ÷ 0：分母是 0，算不出来'],
  ])('are written with unit and denominator', (unit, some, text) => {
    expect(writeIndicator(unit, some)).toBe(text)
  })

  it.each([
    [right, true, '对了'],
    [{ ...right, numerator: null }, false, '还没有选分子'],
    [{ ...right, denominator: null }, false, '还没有选分母'],
    [{ ...right, denominator: 'all' }, false, '没到期的不该算。'],
    [{ ...right, numerator: 'all' }, false, '分子选了“全部”'],
    [{ ...right, exclusions: [] }, false, '撤回的还在里面。'],
    [{ ...right, exclusions: ['withdrawn', 'all'] }, false, '也剔除了'],
  ])('%j is right: %s', (choice, correct, said) => {
    const verdict = checkIndicator(exercise, choice, counts, counts)
    expect(verdict.correct).toBe(correct)
    expect(verdict.message).toContain(said)
  })

  it('in other words are right where they take the same rows', () => {
    const other = { ...right, denominator: 'all' }
    const { correct, notes } = checkIndicator(exercise, other, counts, counts, true)
    expect([correct, notes.join()]).toEqual([true, expect.stringContaining('换了一种说法')])
    expect(
      checkIndicator(exercise, { ...right, numerator: null }, counts, counts, true).correct,
    ).toBe(false)
    expect(apartSql(exercise, { ...right, numerator: null })).toBeUndefined()
  })

  it.each([
    ['nothing', () => false, [], []],
    [
      'what it leaves out',
      (one: IndicatorChoice) => one.exclusions.length === 0,
      ['其实是对的', '剔不剔都一样'],
      [],
    ],
    ['a wrong one', (one: IndicatorChoice) => one.denominator === 'all', ['其实是对的'], []],
  ] as const)('are proven on data in which %s is the same', async (_, same, faults, remarks) => {
    const told = await proveIndicator(exercise, {
      count: () => Promise.resolve(counts),
      same: (choice) => Promise.resolve(same(choice)),
    })
    expect(told.faults).toHaveLength(faults.length)
    for (const [at, fault] of faults.entries()) expect(told.faults[at]).toContain(fault)
    expect(told.remarks).toEqual(remarks)
  })

  it('above the whole give themselves away', () => {
    const mine = { numerator: 20, denominator: 10 }
    const { notes } = checkIndicator(exercise, { ...right, denominator: 'closed' }, mine, counts)
    expect(notes.join()).toContain('超过了 100 %')
  })
})
