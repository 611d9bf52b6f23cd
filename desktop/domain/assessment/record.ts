import type { ItemRef, RaterRole, SittingEnd, SittingKind } from './events.ts'

export type Half = 1 | 2

/** The journal's order: a snapshot keeps records by their ids, and clocks may be set back. */
interface Numbered {
  /** Rises with each record of its kind. */
  readonly nth: number
}

/** A class on its way through a programme. */
export interface TrainingRecord extends Numbered {
  readonly class: string
  readonly programme: string
  readonly seed: number
  readonly begunAt: string
  readonly closedAt: string | null
  readonly halves: Readonly<Record<string, Half>>
}

/** The latest answer to one question. */
export interface AnswerRecord {
  readonly correct: boolean
  readonly code: string
  readonly chosen: string | null
  readonly seconds: number | null
  /** How often it was answered. */
  readonly times: number
  /** By the journal's clock, ISO 8601. */
  readonly at?: string
}

export interface SittingRecord extends Numbered {
  readonly learner: string
  readonly programme: string
  readonly kind: SittingKind
  readonly form: 'A' | 'B' | null
  readonly training: string | null
  readonly seed: number
  readonly items: readonly ItemRef[]
  /** By the question's number from 1. */
  readonly answers: Readonly<Record<string, AnswerRecord>>
  readonly begunAt: string
  readonly endedAt: string | null
  readonly end: SittingEnd | null
  /** The learner's learning events when it ended. */
  readonly learnt: number
}

export interface RatingRecord {
  readonly role: RaterRole
  readonly rater: string
  readonly levels: Readonly<Record<string, number>>
  /** What was given first, before the others' levels were seen, where it was changed since. */
  readonly first?: Readonly<Record<string, number>>
  readonly at: string
}

/** A brief that was handed in to be judged. */
export interface WorkRecord extends Numbered {
  readonly learner: string
  readonly programme: string
  readonly training: string | null
  readonly notebook: string
  readonly version: string
  readonly at: string
  readonly withdrawn: boolean
  readonly peers: readonly string[]
  /** One of each rater, the latest. */
  readonly ratings: readonly RatingRecord[]
}

/** Trainings, sittings and works by their ids; see `inOrder`. */
export interface Assessments {
  readonly trainings: Readonly<Record<string, TrainingRecord>>
  readonly sittings: Readonly<Record<string, SittingRecord>>
  readonly works: Readonly<Record<string, WorkRecord>>
}

export const noAssessments: Assessments = { trainings: {}, sittings: {}, works: {} }

/** Records with their ids, in the order in which they began. */
export const inOrder = <T extends Numbered>(records: Readonly<Record<string, T>>) =>
  Object.entries(records)
    .map(([id, record]) => ({ id, ...record }))
    .sort((one, other) => one.nth - other.nth)
