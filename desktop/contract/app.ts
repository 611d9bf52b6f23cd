import * as z from 'zod'
import { typedLine } from '../domain/classroom/typed-line.ts'
import { errorSchema } from './errors.ts'
import { procedure } from './wire/procedure.ts'

export const themes = ['light', 'dark', 'contrast', 'elder'] as const
export const languages = ['zh-CN', 'zh-Hant', 'en'] as const
export const textSizes = [100, 125, 150, 175, 200] as const

export const speechRates = ['slow', 'normal', 'fast'] as const
export type SpeechRate = (typeof speechRates)[number]

export const settingsSchema = z.object({
  theme: z.enum(themes),
  language: z.enum(languages),
  /** Per cent of the normal text size. */
  textSize: z.union(textSizes.map((size) => z.literal(size))),
  /** The learner at the keyboard; null before the first is made. */
  learner: z.string().nullable(),
  speechRate: z.enum(speechRates),
  /** A voice of the system, or `pack:` and the id of a recorded one; null: the best there is. */
  voice: z.string().max(300).nullable(),
})
export type Settings = z.infer<typeof settingsSchema>

/** A learner: a name and one of the shipped pictures, no password. */
export const personSchema = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(20),
  picture: z.string(),
})
export type PersonView = z.infer<typeof personSchema>

/** A person as typed or pasted: what cannot be seen of the name is left out. */
export const newPersonSchema = z.object({
  name: z.string().overwrite(typedLine).min(1).max(20),
  picture: z.string(),
})

/** `since`: when the person was added, ISO 8601, so that two of one name can be told apart. */
const listedPersonSchema = personSchema.extend({ since: z.string().nullable() })
export type ListedPerson = z.infer<typeof listedPersonSchema>

export const hitSchema = z.object({
  type: z.enum(['course', 'lesson', 'dataset', 'notebook', 'indicator']),
  /** `course`, `course/lesson`, dataset id or notebook id. */
  id: z.string(),
  title: z.string(),
  score: z.number(),
  /** The place in a lesson that fits best: a heading's words, `task-` and an exercise's id. */
  part: z.string().optional(),
})
export type Hit = z.infer<typeof hitSchema>

export const appEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('engine'), state: z.enum(['starting', 'ready', 'stopped']) }),
  z.object({ kind: z.literal('settings'), settings: settingsSchema }),
  z.object({ kind: z.literal('people') }),
  /** A class, or a session of it, is no longer as it was. */
  z.object({ kind: z.literal('class'), class: z.string() }),
  /** An author changed a file of the courses; its path below `courses`. */
  z.object({ kind: z.literal('content'), path: z.string() }),
  /** A notebook's file was written or removed, by a window or another program; null: it is gone. */
  z.object({ kind: z.literal('notebook'), id: z.string(), version: z.string().nullable() }),
])
export type AppEvent = z.infer<typeof appEventSchema>

export const appProcedures = {
  'app.info': procedure({
    input: z.object({}),
    output: z.object({
      version: z.string(),
      host: z.enum(['electron', 'web', 'cli']),
      workspace: z.string(),
      /** What was found wrong at the start: damaged journal, content that could not be read. */
      problems: z.array(errorSchema),
    }),
  }),
  /** Never ends by itself; the first item is the engine's present state. */
  'app.events': procedure({ input: z.object({}), item: appEventSchema, output: z.object({}) }),
  'settings.read': procedure({ input: z.object({}), output: settingsSchema }),
  'settings.change': procedure({ input: settingsSchema.partial(), output: settingsSchema }),
  'people.list': procedure({ input: z.object({}), output: z.array(listedPersonSchema) }),
  'people.add': procedure({ input: newPersonSchema, output: personSchema }),
  'people.change': procedure({
    input: newPersonSchema.extend({ id: z.string() }),
    output: personSchema,
  }),
  'people.forget': procedure({ input: z.object({ id: z.string() }), output: z.object({}) }),
  search: procedure({
    input: z.object({ text: z.string().max(200), limit: z.int().min(1).max(50) }),
    output: z.array(hitSchema),
  }),
} as const
