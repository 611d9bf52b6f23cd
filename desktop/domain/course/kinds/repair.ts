import * as z from 'zod'
import type { RepairExercise, RepairTable } from '../repair/exercise.ts'
import { judgeRepair, placeKey, type RepairChange, type RepairFinding } from '../repair/judge.ts'
import { tellRepair } from '../repair/tell.ts'
import { commonView, commonViewFields, verdictOf, type ValueVerdict } from './common.ts'
import { valueKind, type WrongAnswer } from './value-kind.ts'

/** Finding and repairing the errors of a table. */

const changeSchema = z.object({
  row: z.int().min(1).max(500),
  column: z.string().max(200).nullable(),
  value: z.string().max(200).nullable(),
})

/** What was done to the table: rows from 1, a whole row struck out without a column. */
export const repairAnswerSchema = z.object({
  kind: z.literal('repair'),
  changes: z.array(changeSchema).max(11_000),
})
type RepairAnswer = z.infer<typeof repairAnswerSchema>

export const repairViewSchema = z.object({
  ...commonViewFields,
  kind: z.literal('repair'),
  given: repairAnswerSchema.nullable(),
  columns: z.array(z.object({ name: z.string(), title: z.string().optional() })),
  rows: z.array(z.array(z.string())),
})
type RepairView = z.infer<typeof repairViewSchema>

export const repairKind = valueKind<RepairExercise, RepairView, RepairAnswer>(
  'repair',
  '[{ row: 3, column: 出生日期, value: 1949-05-02 }, { row: 7 }]',
  {
    view: (exercise, given) => {
      const { columns, rows } = tableOf(exercise)
      return {
        ...commonView(exercise),
        kind: 'repair',
        given,
        columns: columns.map((column) => ({ ...column })),
        rows: rows.map((row) => [...row]),
      }
    },
    blank: () => answer([]),
    fits: ({ columns, rows }, { changes }) =>
      changes.every(
        ({ row, column }) =>
          row <= rows.length && (column === null || columns.some(({ name }) => name === column)),
      ),
    complete: (_, { changes }) => changes.length > 0,
    check,
    right: (exercise) => answer(repaired(exercise)),
    begun: (exercise) => {
      const all = repaired(exercise)
      return answer(all.slice(0, Math.floor(all.length / 2)))
    },
    wrong,
    written: (_, value) => {
      const read = z.array(writtenSchema).safeParse(value)
      return read.success ? answer(read.data) : undefined
    },
  },
)

const writtenSchema = z
  .strictObject({
    row: z.int().min(1),
    column: z.string().optional(),
    value: z.union([z.string(), z.number()]).optional(),
  })
  .transform(({ row, column, value }) => ({
    row,
    column: column ?? null,
    value: value === undefined ? null : String(value),
  }))

const noTable: RepairTable = { columns: [], rows: [] }

/** The table; it is read from its file before anything is asked of the exercise. */
const tableOf = ({ table }: RepairExercise): RepairTable => table ?? noTable

const answer = (changes: RepairChange[]): RepairAnswer => ({ kind: 'repair', changes })

const repaired = ({ errors }: RepairExercise): RepairChange[] =>
  errors.map(({ row, column = null, right }) => ({
    row: row.at(-1) ?? 1,
    column,
    value: right?.[0] ?? null,
  }))

function check(exercise: RepairExercise, { changes }: RepairAnswer): ValueVerdict {
  const judgement = judgeRepair(exercise, tableOf(exercise), changes)
  const { message, notes } = tellRepair(exercise, judgement)
  return verdictOf(judgement.correct ? 'ok' : 'values', message, {
    notes,
    marks: judgement.findings.map((finding) => ({
      at: placeKey(finding),
      right: finding.outcome === 'found',
      say: finding.say,
      outcome: finding.outcome,
      ...(finding.right === null ? {} : { instead: finding.right }),
    })),
  })
}

/** A mark of a verdict as the finding it was made of; nothing where it is none. */
export function repairFindingOf(mark: ValueVerdict['marks'][number]): RepairFinding | undefined {
  const [, row = '', column = ''] = /^(\d+) (.*)$/s.exec(mark.at) ?? []
  const outcome = outcomes.find((each) => each === mark.outcome)
  if (row === '' || outcome === undefined) return undefined
  return {
    row: Number(row),
    column: column === '' ? null : column,
    outcome,
    say: mark.say,
    right: mark.instead ?? null,
  }
}

const outcomes = ['found', 'value', 'missed', 'false', 'same'] as const

/** Everything flagged beside what is repaired, and one error less than are asked for. */
function wrong(exercise: RepairExercise): WrongAnswer<RepairAnswer>[] {
  const right = repaired(exercise)
  const known = new Set(right.map(placeKey))
  const { columns, rows } = tableOf(exercise)
  const others = rows.flatMap((_, index) =>
    columns
      .map(({ name }) => ({ row: index + 1, column: name, value: null }))
      .filter((change) => !known.has(placeKey(change))),
  )
  const needed = Math.ceil(exercise.pass.found * right.length - 1e-9)
  return [{ answer: answer([...right, ...others]) }, { answer: answer(right.slice(0, needed - 1)) }]
}
