import { csvText } from '../sharing/csv.ts'
import { chinaDay } from '../sharing/day.ts'
import type { SittingKind } from './events.ts'
import { metIn } from './met.ts'
import { finalOutcome } from './outcome.ts'
import type { SittingRecord } from './record.ts'
import type { TrainingFacts } from './training/rows.ts'

/** By which an export tells learners apart, and the names where they were asked for. */
export type CohortNames = ReadonlyMap<
  string,
  { readonly number: number; readonly name: string | undefined }
>

const kinds: Readonly<Record<SittingKind, string>> = {
  placement: '分班测',
  before: '学前测',
  after: '学后测',
  final: '结业测评',
}
const roles = { self: '自评', peer: '同学', facilitator: '带班老师' } as const

const heads = [
  ...['班里的号', '一半', '哪一步', '卷', '第几次', '日期', '题', '课程编号', '课程', '目标编号'],
  ...['目标', '题目编号', '对错', '选了第几项', '用时（秒）', '评分人', '评分标准', '等级'],
  '这次结业测评',
]

/**
 * A training as a table, one row for each question that a learner met and for each criterion that a
 * capstone was given a level for. Days only: the hour tells more of a person than of a test.
 */
export function cohortCsv(facts: TrainingFacts, names: CohortNames): string {
  const named = [...names.values()].some(({ name }) => name !== undefined)
  const rows = [...answerRows(facts), ...ratingRows(facts)]
    .filter(({ learner }) => names.has(learner))
    .map(({ learner, cells }) => {
      const who = names.get(learner)
      const half = facts.training.halves[learner] ?? ''
      return [who?.number ?? '', half, ...cells, ...(named ? [who?.name ?? ''] : [])]
    })
  return csvText([[...heads, ...(named ? ['姓名'] : [])], ...rows])
}

interface Row {
  readonly learner: string
  readonly cells: readonly (string | number)[]
}

function answerRows({ sittings, item, pass }: TrainingFacts): Row[] {
  return sittings.flatMap((sitting, at) => {
    const { learner, kind, form, begunAt, end } = sitting
    const before = sittings.slice(0, at)
    const same = before.filter((one) => one.learner === learner && one.kind === kind)
    const day = chinaDay(new Date(begunAt))
    const passed = kind === 'final' && end !== null ? finalWords({ pass }, sitting) : ''
    return metIn(sitting).map((met): Row => {
      const known = item(met.course, met.item)
      const result = met.correct ? '对' : met.skipped ? '没答' : '错'
      const cells = [
        ...[kinds[kind], form ?? '', same.length + 1, day, met.question, met.course],
        ...[known?.courseTitle ?? '', known?.objective ?? '', known?.objectiveTitle ?? ''],
        ...[met.item, result, met.chosen ?? '', met.seconds ?? '', '', '', '', passed],
      ]
      return { learner, cells }
    })
  })
}

/** With the number of the try in the row, it tells who passed at the first and who at a later one. */
const finalWords = (line: Pick<TrainingFacts, 'pass'>, sitting: SittingRecord): string =>
  finalOutcome(line, sitting).passed ? '通过' : '没过'

function ratingRows({ works }: TrainingFacts): Row[] {
  return works.flatMap(({ learner, ratings, withdrawn }) =>
    withdrawn
      ? []
      : ratings.flatMap(({ role, levels, at }) =>
          Object.entries(levels).map(([criterion, level]): Row => {
            const before = ['结业项目', '', '', chinaDay(new Date(at)), '', '', '', '', '']
            return {
              learner,
              cells: [...before, ...['', '', '', '', roles[role], criterion, level, '']],
            }
          }),
        ),
  )
}
