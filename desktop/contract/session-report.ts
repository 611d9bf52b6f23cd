import * as z from 'zod'
import {
  attendances,
  faceCountsSchema,
  faces,
  suggestionLimit,
} from '../domain/classroom/events.ts'
import { levels } from '../domain/classroom/levels.ts'
import { helpLevels } from '../domain/simulation/player.ts'
import { procedure } from './wire/procedure.ts'

/** A session while it goes on, and what came of it. */

const titles = z.object({ zh: z.string(), en: z.string() })
const kinds = z.enum(['exercise', 'scenario'])
const place = { course: z.string(), lesson: z.string() }

const headSchema = z.object({
  session: z.string(),
  class: z.string(),
  classTitle: z.string(),
  course: z.string().nullable(),
  lesson: z.string().nullable(),
  /** Null where no lesson was named, or it is no longer among the content. */
  lessonTitle: titles.nullable(),
  begunAt: z.string(),
  endedAt: z.string().nullable(),
})
export type SessionHead = z.infer<typeof headSchema>

/** What several people got wrong, with what to say to all. */
const oftenSchema = z.object({
  kind: kinds,
  key: z.string(),
  mistake: z.string().nullable(),
  people: z.int(),
  of: z.int(),
  title: titles,
  /** Each with what was chosen, where that is to be told. */
  say: z.array(z.object({ chosen: z.string().nullable(), because: z.string() })),
})
export type OftenView = z.infer<typeof oftenSchema>

const atSchema = z.object({
  kind: kinds,
  key: z.string(),
  screen: z.string().nullable(),
  since: z.string(),
  wrong: z.int(),
  left: z.int(),
  help: z.enum(helpLevels).nullable(),
  asked: z.boolean(),
  finished: z.boolean(),
})

export const boardSchema = z.object({
  head: headSchema,
  enrolled: z.int(),
  /** Who came, in the order of the class; and who practises without having been ticked. */
  people: z.array(
    z.object({
      ...{ id: z.string(), name: z.string(), picture: z.string() },
      online: z.boolean().nullable(),
      at: atSchema.nullable(),
    }),
  ),
  /** Of what they are at, by key. */
  titles: z.record(z.string(), titles),
  often: z.array(oftenSchema),
})
export type BoardView = z.infer<typeof boardSchema>

const levelSchema = z.enum(levels)

const practiceSchema = z.object({ kind: kinds, key: z.string(), title: titles })

const nextSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['next', 'unrecorded']), ...place, title: titles }),
  z.object({
    ...{ kind: z.literal('again'), ...place, title: titles },
    practice: practiceSchema.nullable(),
  }),
  z.object({ kind: z.literal('finished') }),
  z.object({ kind: z.literal('none'), why: z.enum(['no_lesson', 'gone', 'nobody']) }),
])
export type NextView = z.infer<typeof nextSchema>

const suggestionSchema = z.object({ id: z.string(), at: z.string(), text: z.string() })
export type SuggestionView = z.infer<typeof suggestionSchema>

export const sessionReportSchema = z.object({
  head: headSchema,
  people: z.array(
    z.object({
      id: z.string(),
      /** The number in this class, by which exports tell people apart. */
      number: z.int(),
      /** Null of who was forgotten. */
      name: z.string().nullable(),
      attendance: z.enum(attendances).nullable(),
      levels: z.record(z.string(), levelSchema),
      did: z.boolean(),
    }),
  ),
  enrolled: z.int(),
  came: z.int(),
  unticked: z.int(),
  objectives: z.array(
    z.object({ id: z.string(), title: titles, counts: z.record(levelSchema, z.int()) }),
  ),
  often: z.array(oftenSchema),
  faces: faceCountsSchema,
  paper: faceCountsSchema,
  suggestions: z.array(suggestionSchema),
  /** How many of those who came did the lesson, and how many have any record of it. */
  did: z.int(),
  recorded: z.int(),
  next: nextSchema,
  planned: z.object(place).nullable(),
  /** Of those who came, who has something that is due. */
  due: z.object({
    reviews: z.int(),
    drills: z.array(z.object({ course: z.string(), title: titles, people: z.int() })),
  }),
})
export type SessionReport = z.infer<typeof sessionReportSchema>

const ofSession = { session: z.string() }

/** Kept without what is personal; or not at all, for the secrecy mark in it. */
const suggestedSchema = z.discriminatedUnion('kept', [
  z.object({
    kept: z.literal(true),
    suggestion: suggestionSchema,
    masked: z.record(z.string(), z.int()),
  }),
  z.object({ kept: z.literal(false), reason: z.literal('secret') }),
])

export const sessionReportProcedures = {
  'session.board': procedure({ input: z.object(ofSession), output: boardSchema }),
  'session.report': procedure({ input: z.object(ofSession), output: sessionReportSchema }),
  /** A table of the session as CSV; names are in it only where they are asked for. */
  'session.export': procedure({
    input: z.object({ ...ofSession, names: z.boolean() }),
    output: z.object({ text: z.string() }),
  }),
  /** Sessions by people: who came when, as CSV. */
  'class.attendance': procedure({
    input: z.object({ class: z.string(), names: z.boolean() }),
    output: z.object({ text: z.string() }),
  }),
  /** Takes back the last tap on this face. */
  'session.unface': procedure({
    input: z.object({ ...ofSession, face: z.enum(faces) }),
    output: z.object({}),
  }),
  /** What was counted on paper, in place of what was; also after the end. */
  'session.tally': procedure({
    input: z.object({ ...ofSession, faces: faceCountsSchema }),
    output: z.object({}),
  }),
  /** Personal information is masked before anything is kept. */
  'session.suggest': procedure({
    input: z.object({ ...ofSession, text: z.string().trim().min(1).max(suggestionLimit) }),
    output: suggestedSchema,
  }),
  'session.unsuggest': procedure({
    input: z.object({ ...ofSession, suggestion: z.string() }),
    output: z.object({}),
  }),
  /** What the next session of the class is to be on. */
  'class.plan': procedure({
    input: z.object({ class: z.string(), ...place }),
    output: z.object({}),
  }),
  /** Makes the dataset of all classes' feedback anew, for research. */
  'class.feedback': procedure({
    input: z.object({}),
    output: z.object({ dataset: z.string(), rows: z.int(), sessions: z.int() }),
  }),
} as const
