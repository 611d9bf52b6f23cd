import { csvText } from '../sharing/csv.ts'
import { chinaDay } from '../sharing/day.ts'
import { cohortColumns, nameColumn } from './cohort-columns.ts'
import type { SittingKind } from './events.ts'
import { metIn } from './met.ts'
import { finalOutcome } from './outcome.ts'
import type { SittingRecord } from './record.ts'
import { finalEnd } from './training/final-tries.ts'
import { finalWords } from './training/final-words.ts'
import type { TrainingFacts } from './training/rows.ts'
import { tryOf } from './training/tries.ts'

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
  const heads = [...cohortColumns, ...(named ? [nameColumn] : [])].map(({ title }) => title)
  return csvText([heads, ...rows])
}

interface Row {
  readonly learner: string
  readonly cells: readonly (string | number)[]
}

function answerRows(facts: TrainingFacts): Row[] {
  const { id: training, all, pass, sittings, item } = facts
  return sittings.flatMap((sitting) => {
    const { learner, kind, form, begunAt, end } = sitting
    const day = chinaDay(new Date(begunAt))
    const final =
      kind === 'final' && end !== null
        ? [
            passWords(facts, sitting),
            endWords(finalEnd({ training, pass, sittings: all }, learner)),
          ]
        : ['', '']
    return metIn(sitting).map((met): Row => {
      const known = item(met.course, met.item)
      const result = met.correct ? '对' : met.skipped ? '没答' : '错'
      const cells = [
        ...[kinds[kind], form ?? '', tryOf(all, sitting), day, met.question, met.course],
        ...[known?.courseTitle ?? '', known?.objective ?? '', known?.objectiveTitle ?? ''],
        ...[met.item, result, met.chosen ?? '', met.seconds ?? '', '', '', '', ...final],
      ]
      return { learner, cells }
    })
  })
}

const passWords = (line: Pick<TrainingFacts, 'pass'>, sitting: SittingRecord): string =>
  finalOutcome(line, sitting).passed ? '通过' : '没过'

function endWords(found: ReturnType<typeof finalEnd>): string {
  if (found === undefined) return ''
  return finalWords[found === 'elsewhere' ? found : found.end]
}

function ratingRows({ works }: TrainingFacts): Row[] {
  return works.flatMap(({ learner, ratings, withdrawn }) =>
    withdrawn
      ? []
      : ratings.flatMap(({ role, levels, at }) =>
          Object.entries(levels).map(([criterion, level]): Row => {
            const before = ['结业项目', '', '', chinaDay(new Date(at)), '', '', '', '', '']
            return {
              learner,
              cells: [...before, ...['', '', '', '', roles[role], criterion, level, '', '']],
            }
          }),
        ),
  )
}
