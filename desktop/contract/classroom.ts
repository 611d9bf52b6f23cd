import * as z from 'zod'
import {
  attendances,
  faceCountsSchema,
  faces,
  groupSchema,
  titleSchema,
} from '../domain/classroom/events.ts'
import { typedLine } from '../domain/classroom/typed-line.ts'
import { helpLevels } from '../domain/simulation/player.ts'
import { newPersonSchema, personSchema } from './app.ts'
import { procedure } from './wire/procedure.ts'

/** Classes of learners, and their sessions: who is in them, who came, what was done. */

const exerciseWorkSchema = z.object({
  attempts: z.int(),
  right: z.boolean(),
  firstRight: z.boolean(),
  hints: z.int(),
})

const scenarioWorkSchema = z.object({
  runs: z.int(),
  help: z.enum(helpLevels).nullable(),
  mistakes: z.record(z.string(), z.int()),
})

const workSchema = z.object({
  exercises: z.record(z.string(), exerciseWorkSchema),
  scenarios: z.record(z.string(), scenarioWorkSchema),
  last: z.object({ kind: z.enum(['exercise', 'scenario']), key: z.string() }).nullable(),
  lastAt: z.string(),
})

/** People are told by their ids; whose name is not among the class's has left or was forgotten. */
export const sessionViewSchema = z.object({
  id: z.string(),
  class: z.string(),
  course: z.string().nullable(),
  lesson: z.string().nullable(),
  begunAt: z.string(),
  endedAt: z.string().nullable(),
  attendance: z.record(z.string(), z.enum(attendances)),
  work: z.record(z.string(), workSchema),
  faces: z.object({ good: z.int(), fair: z.int(), poor: z.int() }),
  /** Counted on paper, beside those that were tapped. */
  paper: faceCountsSchema,
  /** Ids; the words are `session.suggestions`'. */
  suggestions: z.array(z.string()),
})
export type SessionView = z.infer<typeof sessionViewSchema>

export const classViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  archived: z.boolean(),
  people: z.array(personSchema),
  groups: z.array(groupSchema),
  /** The latest first. */
  sessions: z.array(
    sessionViewSchema
      .omit({ attendance: true, work: true, faces: true, paper: true, suggestions: true })
      .extend({ came: z.int() }),
  ),
  open: z.string().nullable(),
  /** What the next session is to be on. */
  planned: z.object({ course: z.string(), lesson: z.string() }).nullable(),
})
export type ClassView = z.infer<typeof classViewSchema>

const ofClass = { class: z.string() }
const ofSession = { session: z.string() }

const title = z.string().overwrite(typedLine).pipe(titleSchema)

/** The most people that a class holds. */
export const classLimit = 500

export const classroomProcedures = {
  'class.list': procedure({ input: z.object({}), output: z.array(classViewSchema) }),
  'class.make': procedure({ input: z.object({ title }), output: classViewSchema }),
  'class.read': procedure({ input: z.object(ofClass), output: classViewSchema }),
  'class.change': procedure({
    input: z.object({
      ...ofClass,
      title: title.optional(),
      archived: z.boolean().optional(),
    }),
    output: classViewSchema,
  }),
  /** Enrols people who are known, and those who are new: they are added first. */
  'class.enrol': procedure({
    input: z.object({
      ...ofClass,
      known: z.array(z.string()).max(classLimit),
      added: z.array(newPersonSchema).max(classLimit),
    }),
    output: classViewSchema,
  }),
  /** They leave the class; what they did stays. */
  'class.leave': procedure({
    input: z.object({ ...ofClass, people: z.array(z.string()) }),
    output: classViewSchema,
  }),
  'class.group': procedure({
    input: z.object({ ...ofClass, groups: z.array(groupSchema).max(60) }),
    output: classViewSchema,
  }),
  /** The session that goes on in this class, begun now where there is none of today. */
  'session.begin': procedure({
    input: z.object({
      ...ofClass,
      course: z.string().nullable(),
      lesson: z.string().nullable(),
    }),
    output: sessionViewSchema,
  }),
  'session.read': procedure({ input: z.object(ofSession), output: sessionViewSchema }),
  'session.attend': procedure({
    input: z.object({
      ...ofSession,
      person: z.string(),
      attendance: z.enum(attendances).nullable(),
    }),
    output: sessionViewSchema,
  }),
  /** Marks those who have no mark yet, or takes such marks back; who left the class meanwhile is passed over. */
  'session.roll': procedure({
    input: z.object({
      ...ofSession,
      marks: z
        .array(z.object({ person: z.string(), attendance: z.enum(attendances).nullable() }))
        .max(classLimit),
    }),
    output: sessionViewSchema,
  }),
  'session.face': procedure({
    input: z.object({ ...ofSession, face: z.enum(faces) }),
    output: sessionViewSchema,
  }),
  'session.end': procedure({ input: z.object(ofSession), output: sessionViewSchema }),
} as const
