import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohortColumns, nameColumn } from '../../desktop/domain/assessment/cohort-columns.ts'
import { cohortCsv } from '../../desktop/domain/assessment/cohort-csv.ts'
import type { SittingRecord } from '../../desktop/domain/assessment/record.ts'
import { trainingColumns } from '../../desktop/domain/assessment/training/columns.ts'
import { finalTries } from '../../desktop/domain/assessment/training/final-tries.ts'
import { finalWords } from '../../desktop/domain/assessment/training/final-words.ts'
import { finalEnds } from '../../desktop/domain/assessment/training/kinds.ts'
import { trainingRows, type TrainingFacts } from '../../desktop/domain/assessment/training/rows.ts'
import { tryOf } from '../../desktop/domain/assessment/training/tries.ts'

type Where = 't' | 'u' | null
const people = ['ann', 'bob', 'cat', 'dan']
const numbers = new Map(people.map((id, at) => [id, { number: at + 1, name: undefined }]))

/** A test of one question: `+` right, `-` wrong, `.` begun only. */
function test(
  nth: number,
  learner: string,
  mark: string,
  training: Where,
  kind = 'final' as const,
) {
  const end = mark === '.' ? null : ('handed-in' as const)
  const answer = { correct: mark === '+', code: 'ok', chosen: null, seconds: null, times: 1 }
  const sitting: SittingRecord = {
    ...{ nth, learner, kind, training, end, programme: 'p', form: null, seed: 1, learnt: 0 },
    ...{ items: [{ course: 'x', item: 'i' }], answers: { 1: answer } },
    ...{ begunAt: '2026-11-20T01:00:00Z', endedAt: end && '2026-11-20T02:00:00Z' },
  }
  return sitting
}

const factsOf = (all: readonly SittingRecord[], inClass = people): TrainingFacts => ({
  ...{ id: 't', number: 1, people, inClass, compared: {}, works: [], all },
  training: {
    ...{ class: 'c', programme: 'p', seed: 7, begunAt: '', closedAt: null, nth: 1, halves: {} },
  },
  sittings: all.filter(({ training }) => training === 't'),
  pass: { share: 0.5, each: 0 },
  criterion: (id) => id,
  item: () => undefined,
})

/** Rows of a file without quotes in it, by the names of its columns. */
function table(csv: string, columns?: readonly string[]): Record<string, string>[] {
  const lines = csv.replace('\uFEFF', '').split(/\r?\n/).filter(Boolean)
  const rows = lines.map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))
  const [head = [], ...rest] = columns ? [[...columns], ...rows] : rows
  return rest.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}

const someTests = fc
  .array(
    fc.tuple(
      fc.constantFrom(...people),
      fc.constantFrom('+', '-', '.'),
      fc.constantFrom<Where>('t', 't', 'u', null),
    ),
    { maxLength: 14 },
  )
  .map((made) => made.map(([learner, mark, where], at) => test(at + 1, learner, mark, where)))

describe('the try of a test', () => {
  it('counts what was handed in before, wherever; not what was only begun, nor of others', () => {
    const all = [
      ...[test(1, 'ann', '-', 'u'), test(2, 'ann', '.', 't'), test(3, 'bob', '-', 't')],
      ...[test(4, 'ann', '-', null), test(5, 'ann', '+', 't')],
    ]
    expect(all.map((one) => tryOf(all, one))).toEqual([1, 2, 1, 2, 3])
    const other = { ...test(6, 'ann', '+', 't'), programme: 'q' }
    expect(tryOf(all, other)).toBe(1)
  })
})

describe('finals in the files', () => {
  it('come out as the page counts them', () => {
    fc.assert(
      fc.property(someTests, fc.subarray(people), (all, inClass) => {
        const facts = factsOf(all, inClass)
        const here = facts.sittings.map(({ learner }) => learner)
        const page = finalTries({ training: 't', pass: facts.pass, sittings: all }, [
          ...here,
          ...inClass,
        ])
        const csv = table(cohortCsv(facts, numbers))
        const steps = table(
          trainingRows([facts]).csv,
          trainingColumns.map(({ name }) => name),
        ).filter((row) => row['record'] === '步骤' && row['step'] === '结业测评')
        for (const end of finalEnds) {
          const own = csv.filter((row) => row['结业测评算哪一种'] === finalWords[end])
          expect(new Set(own.map((row) => row['班里的号'])).size).toBe(page.counts[end])
          expect(steps.filter((row) => row['final_end'] === finalWords[end])).toHaveLength(
            page.counts[end],
          )
        }
        const elsewhere = steps.filter((row) => row['final_end'] === finalWords.elsewhere)
        expect(elsewhere).toHaveLength(page.elsewhere)
        // who passed at the first try is told by the number of the try alone
        const first = csv.filter((row) => row['第几次'] === '1' && row['这次结业测评'] === '通过')
        expect(first).toHaveLength(page.counts.first)
      }),
    )
  })

  it('have a help for every column, names only where asked for', () => {
    const [head] = cohortCsv(factsOf([]), numbers).replace('\uFEFF', '').split(/\r?\n/)
    expect(head).toBe(cohortColumns.map(({ title }) => title).join(','))
    const named = new Map([['ann', { number: 1, name: '安' }]])
    expect(cohortCsv(factsOf([]), named)).toContain(nameColumn.title)
    expect(new Set(cohortColumns.map(({ title }) => title)).size).toBe(cohortColumns.length)
    for (const { help } of cohortColumns) expect(help.zh && help.en).toBeTruthy()
  })
})
