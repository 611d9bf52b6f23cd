import { describe, expect, it } from 'vitest'
import { gainPairs } from '../../desktop/domain/assessment/gain-pairs.ts'
import { metIn } from '../../desktop/domain/assessment/met.ts'
import type {
  AnswerRecord,
  SittingRecord,
  WorkRecord,
} from '../../desktop/domain/assessment/record.ts'
import { trainingColumns } from '../../desktop/domain/assessment/training/columns.ts'
import { reportNotebook } from '../../desktop/domain/assessment/training/report-notebook.ts'
import { trainingRows, type TrainingFacts } from '../../desktop/domain/assessment/training/rows.ts'

const answer = (correct: boolean, more: Partial<AnswerRecord> = {}): AnswerRecord => ({
  ...{ correct, code: correct ? 'right' : 'wrong', chosen: null, seconds: 9, times: 1 },
  ...more,
})

const sitting = (learner: string, more: Partial<SittingRecord> = {}): SittingRecord => ({
  ...{ learner, programme: 'p', kind: 'final', form: null, training: 't', seed: 1, learnt: 0 },
  nth: 1,
  items: ['a', 'b', 'c'].map((item) => ({ course: 'x', item })),
  ...{ answers: {}, begunAt: '2026-11-20T01:00:00Z', endedAt: '2026-11-20T02:00:00Z' },
  ...{ end: 'handed-in', ...more },
})

const facts = ({ sittings = [], ...more }: Partial<TrainingFacts> = {}): TrainingFacts => ({
  ...{ id: 't', number: 2, sittings, all: sittings, inClass: ['ann', 'bob'] },
  training: {
    ...{ class: 'c', programme: 'p', seed: 7, begunAt: '2026-11-19T01:00:00Z', closedAt: null },
    nth: 2,
    halves: { ann: 1, bob: 2 },
  },
  compared: { ann: 1, bob: 2 },
  ...{ people: ['ann', 'bob'], works: [], pass: { share: 0.6, each: 0 } },
  criterion: (id) => `叫${id}`,
  item: (_, item) => ({
    ...{ courseTitle: '课', objective: `o-${item}`, objectiveTitle: '目标' },
    options: ['一', '二'],
  }),
  ...more,
})

/** The rows with their columns by name, where there is something. */
function rowsOf(one: TrainingFacts): Record<string, string>[] {
  const lines = trainingRows([one]).csv.split('\n').slice(0, -1)
  return lines.map((line) => {
    const cells = line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    const pairs = cells.map((cell, at) => [trainingColumns[at]!.name, cell] as const)
    return Object.fromEntries(
      pairs.flatMap(([name, cell]) => (cell === '\\N' ? [] : [[name, cell.slice(1, -1)]])),
    )
  })
}
const of = (rows: readonly Record<string, string>[], record: string) =>
  rows.filter((row) => row['record'] === record)

describe('questions that a learner met', () => {
  const some = { 1: answer(true), 2: answer(false, { code: 'skipped' }) }

  it('are all of a test that was handed in, and of one that was left the answered', () => {
    const whole = metIn(sitting('ann', { answers: some }))
    expect(whole.map(({ skipped }) => skipped)).toEqual([false, true, true])
    expect(metIn(sitting('ann', { answers: some, end: 'left' }))).toHaveLength(2)
    expect(metIn(sitting('ann', { answers: some, kind: 'placement' }))).toHaveLength(2)
  })

  it('make a pair only where both tests asked of the objective and have ended', () => {
    const before = sitting('ann', { kind: 'before', form: 'A', answers: some })
    const after = sitting('ann', { kind: 'after', form: 'B', answers: { 1: answer(true) } })
    const objective = (_: string, item: string) => (item === 'c' ? undefined : 'o')
    const pairs = (...all: SittingRecord[]) => gainPairs({ ann: 1, bob: 2 }, all, objective)
    expect(pairs(before)).toEqual([])
    expect(pairs(before, { ...after, end: null })).toEqual([])
    expect(pairs(before, after)).toEqual([
      { learner: 'ann', half: 1, course: 'x', objective: 'o', before: 0.5, after: 0.5 },
    ])
    expect(pairs(before, { ...after, end: 'left', answers: {} })).toEqual([])
  })
})

describe('the rows of a training', () => {
  it('name nobody: numbers are new, dates are weeks', () => {
    const rows = rowsOf(facts({ sittings: [sitting('ann', { answers: { 1: answer(true) } })] }))
    expect(JSON.stringify(rows)).not.toMatch(/ann|bob|11-20/)
    expect(new Set(rows.map(({ learner }) => learner))).toEqual(new Set(['2-1', '2-2']))
    expect(of(rows, '答题')[0]).toMatchObject({ week: '2026-11-16', state: '对', correct: '1' })
  })

  it('have the same numbers when they are made again, and others in another training', () => {
    const people = Array.from({ length: 12 }, (_, at) => `person-${at}`)
    const order = (seed: number) => {
      const one = facts({ people })
      const rows = rowsOf({ ...one, training: { ...one.training, seed, halves: {} } })
      return of(rows, '步骤')
        .map(({ learner }) => learner)
        .join(' ')
    }
    expect(order(7)).toBe(order(7))
    expect(order(7)).not.toBe(order(8))
  })

  it('tell of who did nothing that nothing was done, and leave out a test that goes on', () => {
    const rows = rowsOf(facts({ sittings: [sitting('ann', { end: null, endedAt: null })] }))
    expect(of(rows, '答题')).toEqual([])
    const done = of(rows, '步骤').map(({ step, done: made }) => `${step} ${made}`)
    expect(done.filter((one) => one === '结业测评 0')).toHaveLength(2)
    expect(done.filter((one) => one === '在册 1')).toHaveLength(2)
  })

  it('count the first of several finals, and as passed who passed any', () => {
    const [poor, good] = [{ 1: answer(true) }, { 1: answer(true), 2: answer(true) }]
    const sittings = [sitting('ann', { answers: poor }), sitting('ann', { answers: good, nth: 2 })]
    const rows = rowsOf(facts({ sittings }))
    const [step] = of(rows, '步骤').filter(
      (row) => row['step'] === '结业测评' && row['done'] === '1',
    )
    expect(step).toMatchObject({
      sitting_no: '2',
      right_count: '1',
      right_square: '1',
      passed: '1',
      final_end: '再考以后过',
    })
    expect(of(rows, '答题').map((row) => row['sitting_no'])).toEqual(['1', '1', '1', '2', '2', '2'])
  })

  it('tell what was chosen, and the rest without the question itself', () => {
    const answers = { 1: answer(false, { chosen: '1+2' }), 2: answer(true, { chosen: '' }) }
    const [first, second] = of(rowsOf(facts({ sittings: [sitting('ann', { answers })] })), '答题')
    expect(first).toMatchObject({ choice: '1+2', choice_text: '一；二', state: '错' })
    expect(first).toMatchObject({ rest_share: '0.5', rest_square: '0.25', rest_if_right: '0' })
    expect(second).toMatchObject({ rest_share: '0', rest_if_right: '0' })
    expect(second).not.toHaveProperty('choice')
  })

  it('of one question alone have no rest, and a clock without a date gives no week', () => {
    const alone = { items: [{ course: 'x', item: 'a' }], answers: { 1: answer(true) } }
    const broken = { ...alone, endedAt: 'yesterday' }
    const [row] = of(rowsOf(facts({ sittings: [sitting('ann', broken)] })), '答题')
    expect(row).not.toHaveProperty('rest_share')
    expect(row).not.toHaveProperty('week')
  })

  it('keep an item that the bank no longer has, without its objective', () => {
    const sittings = [sitting('ann', { answers: { 1: answer(true) } })]
    const [row] = of(rowsOf(facts({ sittings, item: () => undefined })), '答题')
    expect(row).toMatchObject({ course_title: 'x', item: 'a' })
    expect(row).not.toHaveProperty('objective')
  })

  it('take what raters gave first, of works that stand', () => {
    const rating = { rater: 'r', at: '2026-11-20T02:00:00Z' }
    const work: WorkRecord = {
      ...{ learner: 'bob', programme: 'p', training: 't', notebook: 'n', version: 'v' },
      ...{ at: '2026-11-20T02:00:00Z', withdrawn: false, peers: [], nth: 1 },
      ratings: [
        { ...rating, role: 'self', levels: { q: 3 }, first: { q: 1 } },
        { ...rating, role: 'facilitator', levels: { q: 2 } },
        { ...rating, role: 'facilitator', rater: 's', levels: { q: 3 } },
      ],
    }
    const rated = of(rowsOf(facts({ works: [work] })), '评分')
    expect(rated[0]).toMatchObject({ role: '自评', level: '1', facilitator_level: '2.5' })
    expect(rated[0]).toMatchObject({ criterion: 'q', criterion_title: '叫q' })
    expect(of(rowsOf(facts({ works: [{ ...work, withdrawn: true }] })), '评分')).toEqual([])
  })

  it('of no training are none', () => {
    expect(trainingRows([])).toEqual({ csv: '', rows: 0 })
  })
})

describe('the report’s notebook', () => {
  const template = '---\ntitle: 报告：第 1 个培训\n---\noptions: [{ value: 1 }]\nvalue: 1\n'

  it('offers all trainings and begins with the one asked for', () => {
    const made = reportNotebook(template, 2, ['2026-10-31T17:00:00Z', 'no date'])
    expect(made).toContain('第 2 个培训\n')
    expect(made).toContain('{ value: 1, label: "第 1 个培训，2026-11 开始" }')
    expect(made).toContain('{ value: 2, label: "第 2 个培训" }]\nvalue: 2')
  })
})
