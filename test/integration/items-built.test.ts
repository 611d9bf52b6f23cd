import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Verdict } from '../../desktop/contract/learn.ts'
import { readBank } from '../../desktop/domain/assessment/bank.ts'
import { instanceOf } from '../../desktop/domain/assessment/instance.ts'
import type { Exercise } from '../../desktop/domain/course/exercise.ts'
import { choicesFrom } from '../../desktop/domain/course/kinds/chart-given.ts'
import { pivotBody } from '../../desktop/domain/course/kinds/data-views.ts'
import { rightChoice } from '../../desktop/domain/course/kinds/indicator.ts'
import { writeChart } from '../../desktop/domain/notebook/chart-form/write.ts'
import type { Pivot } from '../../desktop/domain/notebook/pivot/pivot.ts'
import { drawnLesson } from '../../desktop/services/assessment/drawn-lesson.ts'
import { openLearning, type LearningBench } from './learning-support.ts'

/**
 * The final's items that are built and not written, as somebody answers who has not seen the key:
 * other right ways pass, typical mistakes fail with a sentence about them. On the real engine.
 */

let bench: LearningBench
beforeAll(async () => {
  bench = await openLearning()
})
afterAll(() => bench.close())

/** The item as one person draws it, and a judge of answers to it. */
async function drawn(course: string, id: string, seed: number) {
  const file = new URL(`../../courses/${course}/bank.md`, import.meta.url)
  const reading = readBank(course, await readFile(file, 'utf8'))
  if (!reading.ok) throw new Error(course)
  const bank = reading.value
  const item = bank.items.find((one) => one.id === id)
  if (!item) throw new Error(id)
  const { exercise } = instanceOf(bank, item, seed)
  const lesson = drawnLesson(bank.title, [bank], [exercise])
  const judge = (answer: Answer): Promise<Verdict> =>
    bench.learning.exercises.check(course, `bank-${seed}`, lesson, id, answer)
  return { exercise, judge }
}

type Of<Kind extends Exercise['kind']> = Extract<Exercise, { kind: Kind }>
function as<Kind extends Exercise['kind']>(exercise: Exercise, kind: Kind): Of<Kind> {
  if (exercise.kind !== kind) throw new Error(`${exercise.id} is no ${kind}`)
  return exercise as Of<Kind>
}

const pivots = [
  ['a2-collecting', 'one-thing-many-words', 'form_id'],
  ['a2-collecting', 'forms-side-by-side', 'department'],
  ['a4-query-1', 'streets-by-source-pivot', 'ticket_id'],
  ['a4-query-1', 'periods-across-pivot', 'ticket_id'],
  ['a5-query-2', 'calls-and-callers-pivot', 'ticket_id'],
] as const

/** A pivot as the workbench writes it. */
const written = (pivot: Pivot, change: Partial<Pivot>): Answer => ({
  kind: 'pivot',
  cell: pivotBody({ ...pivot, ...change }),
})

describe.each(pivots)('%s %s', (course, id, id_column) => {
  it('takes other right ways, and says what is wrong with others', async () => {
    const { exercise, judge } = await drawn(course, id, 3)
    const { cell, slips } = as(exercise, 'pivot')
    if (!cell) throw new Error('no cell')
    const { rows, columns, values, where } = cell
    const right: Partial<Pivot>[] = [
      { totals: { rows: false, columns: false } },
      { rows: columns, columns: rows },
      { rows: [...columns, ...rows], columns: [] },
      { values: values.toReversed() },
      { where: where.toReversed() },
      { where: [...where, ...structuredClone(where)] },
      { values: values.map((one, at) => ({ ...one, as: `甲${at}` })) },
      { values: values.map((one) => ('count' in one ? { ...one, count: id_column } : one)) },
    ]
    for (const change of right) {
      const { correct, message } = await judge(written(cell, change))
      expect([correct, JSON.stringify(change), correct || message]).toEqual([
        true,
        JSON.stringify(change),
        true,
      ])
    }
    const wrong: Partial<Pivot>[] = [
      { where: [] },
      { where: where.slice(1) },
      { rows: [], columns },
      { rows: [{ column: id_column }], columns },
      {
        values: [{ as: '件数', distinct: id_column, where: [{ column: id_column, empty: true }] }],
      },
      { where: where.map((one) => ('is' in one ? { column: one.column, not: one.is } : one)) },
    ]
    const says = slips.map(({ say }) => say)
    let told = 0
    for (const change of wrong) {
      const { correct, message } = await judge(written(cell, change))
      expect([correct, JSON.stringify(change)]).toEqual([false, JSON.stringify(change)])
      expect(message.length).toBeGreaterThan(8)
      if (says.includes(message)) told += 1
    }
    expect(told).toBeGreaterThan(0)
  }, 120_000)
})

const charts = ['draw-the-late-share', 'draw-part-by-part', 'draw-one-axis', 'draw-per-head']

describe.each(charts)('a7-charts %s', (id) => {
  it('takes whatever does not matter as it comes, and tells each mistake apart', async () => {
    const { exercise, judge } = await drawn('a7-charts', id, 5)
    const { reference, wrong } = as(exercise, 'chart')
    const best = choicesFrom(reference)
    const given = (change: Partial<typeof best>): Answer => ({
      kind: 'chart',
      cell: writeChart({ ...best, ...change }),
    })
    const bars = best.shape === 'barX' || best.shape === 'barY'
    const right: Partial<typeof best>[] = [
      {},
      { title: '哪里最多' },
      { source: '安澜市 12345 热线工单（合成数据）' },
      { x: { label: '名称', format: '' } },
      ...(bars ? [{ shape: 'barX' as const }, { shape: 'barY' as const }] : []),
      ...(best.how === 'value' ? [{ how: 'sum' as const }, { how: 'avg' as const }] : []),
    ]
    for (const change of right) {
      const { correct, message } = await judge(given(change))
      expect([correct, correct || message]).toEqual([true, true])
    }
    for (const { has, say } of wrong) {
      const cell = writeChart(choicesFrom({ ...reference, ...has }))
      const { correct, message } = await judge({ kind: 'chart', cell })
      expect([correct, message]).toEqual([false, say])
    }
    const cut = given({}) as Extract<Answer, { kind: 'chart' }>
    const fromTen = cut.cell.replace(/^x:/m, 'x:\n  zero: false')
    if (bars && fromTen !== cut.cell) {
      expect((await judge({ kind: 'chart', cell: fromTen })).correct).toBe(false)
    }
  }, 120_000)
})

const cards = [
  ['on-time-card', { denominator: 'due-kept' }],
  ['base-card', {}],
  ['cut-by-level-card', {}],
  ['heard-share-card', {}],
] as const

describe.each(cards)('a6-indicators %s', (id, other) => {
  it('takes the definition in other words, and names each wrong pick', async () => {
    const { exercise, judge } = await drawn('a6-indicators', id, 9)
    const card = as(exercise, 'indicator')
    const best = { kind: 'indicator' as const, ...rightChoice(card) }
    const twice = [...best.exclusions, ...best.exclusions]
    for (const answer of [best, { ...best, ...other }, { ...best, exclusions: twice }]) {
      expect((await judge(answer)).correct).toBe(true)
    }
    for (const { part, as: role, say } of card.wrong) {
      const exclusions = role === 'exclusion' ? [...best.exclusions, part] : []
      const answer =
        role === 'numerator' || role === 'denominator'
          ? { ...best, [role]: part }
          : { ...best, exclusions }
      const { correct, message, notes } = await judge(answer)
      expect([correct, message]).toEqual([false, say])
      expect(notes.join()).toContain('照题目的口径')
    }
    const all = { ...best, exclusions: card.parts.map((part) => part.id) }
    expect((await judge(all)).correct).toBe(false)
    const upside = { ...best, numerator: best.denominator, denominator: best.numerator }
    expect((await judge(upside)).correct).toBe(false)
  }, 120_000)
})
