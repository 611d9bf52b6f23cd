import { csvRow } from '../../catalogue/importing/rows-out.ts'
import { chanceOf } from '../draw.ts'
import type { SittingRecord, TrainingRecord, WorkRecord } from '../record.ts'
import { answerRows } from './answer-rows.ts'
import { trainingColumns, type TrainingRow } from './columns.ts'
import { gainRows } from './gain-rows.ts'
import { ratingRows } from './rating-rows.ts'
import { stepRows } from './step-rows.ts'

/** What the banks and courses say of an item. */
export interface ItemFacts {
  readonly courseTitle: string
  readonly objective: string
  readonly objectiveTitle: string
  /** Of a choice its options, of an indicator its parts, as the bank writes them. */
  readonly options: readonly string[]
}

/** One training with what its learners did in it. */
export interface TrainingFacts {
  readonly id: string
  /** From 1, in the order in which trainings began. */
  readonly number: number
  readonly training: TrainingRecord
  /** Who is in its class, or was tested in it. */
  readonly people: readonly string[]
  readonly inClass: readonly string[]
  /** The halves of those whose tests before and after may be compared as this training's. */
  readonly compared: TrainingRecord['halves']
  /** Its own, in the order in which they began. */
  readonly sittings: readonly SittingRecord[]
  /** Of the programme, also alone and of other trainings, in the order in which they began. */
  readonly all: readonly SittingRecord[]
  readonly works: readonly WorkRecord[]
  readonly pass: { readonly share: number; readonly each: number }
  /** What the rubric calls a criterion. */
  readonly criterion: (id: string) => string
  readonly item: (course: string, item: string) => ItemFacts | undefined
}

/** A training's facts with the numbers that stand for its learners. */
export interface Numbered extends TrainingFacts {
  readonly numberOf: ReadonlyMap<string, string>
}

/** All trainings as rows for the engine's CSV reader; `rows` is how many there are. */
export function trainingRows(trainings: readonly TrainingFacts[]): {
  readonly csv: string
  readonly rows: number
} {
  const rows = trainings.flatMap((facts) => {
    const numbered = { ...facts, numberOf: renumbered(facts) }
    return [
      ...stepRows(numbered),
      ...answerRows(numbered),
      ...gainRows(numbered),
      ...ratingRows(numbered),
    ]
  })
  return { csv: rows.map(written).join(''), rows: rows.length }
}

function written(row: TrainingRow): string {
  return csvRow(
    trainingColumns.map(({ name }) => {
      const value = row[name]
      return value === undefined || value === null ? null : String(value)
    }),
  )
}

/**
 * New numbers for a training's learners, in an order that the training's own seed gives: a number in
 * the class's list, which hangs on the wall, tells nothing of them, and who is in two trainings cannot
 * be followed from one to the other. Made anew, the dataset keeps the numbers while nobody joins.
 */
function renumbered({ number, training, people }: TrainingFacts): Map<string, string> {
  const order = people
    .map((person) => ({ person, place: chanceOf(training.seed, person, 'records')() }))
    .toSorted((a, b) => a.place - b.place)
  return new Map(order.map(({ person }, at) => [person, `${number}-${at + 1}`]))
}
