import * as z from 'zod'

/** What all exercises have in common, whatever their kind. */

export const words = z.string().trim().min(1)
export const exerciseIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

/** How much of the answer is worked out beforehand: all, half, nothing. */
export const fades = ['shown', 'part', 'alone'] as const

/** The fields that every exercise may have, as its author writes them. */
export const commonFields = {
  id: exerciseIdSchema,
  /** Markdown. */
  ask: words,
  objective: words.optional(),
  /** Whether the learner first says how sure he is. */
  confidence: z.boolean().default(false),
  hints: z.array(words).max(3).default([]),
  /** Said after a right answer: what was practised and where it will be used. */
  done: words.optional(),
  /** Part of a test before or after, and not of the lesson's run. */
  form: z.enum(['A', 'B']).optional(),
  /** Whether it may come back in spaced review. */
  review: z.boolean().default(false),
  fade: z.enum(fades).default('alone'),
}
const commonSchema = z.object(commonFields)
export type Common = z.infer<typeof commonSchema>

/** The fields that every exercise shows to a learner. */
export const commonViewFields = {
  id: z.string(),
  ask: z.string(),
  objective: z.string().nullable(),
  confidence: z.boolean(),
  hints: z.array(z.string()),
  fade: z.enum(fades),
}
const commonViewSchema = z.object(commonViewFields)
export type CommonView = z.infer<typeof commonViewSchema>

export function commonView({ id, ask, objective, confidence, hints, fade }: Common): CommonView {
  return { id, ask, objective: objective ?? null, confidence, hints, fade }
}

/** How a piece was taken, where right and wrong do not say enough: what was looked for and missed. */
export const outcomes = [
  'found',
  'part',
  'value',
  'missed',
  'false',
  'broad',
  'same',
  'fine',
] as const
export type Outcome = (typeof outcomes)[number]

/** What is said about one piece of an answer: an option, a card, a blank. */
export interface Mark {
  /** The piece, by the text or id under which the learner's view has it. */
  readonly at: string
  readonly right: boolean
  /** Why; Markdown. */
  readonly say: string
  readonly outcome?: Outcome | undefined
  /** What belongs there instead, where that is told. */
  readonly instead?: string | undefined
}

/** What is said about an answer that needs no data to be checked. */
export interface ValueVerdict {
  /** `error`: it could not be read as an answer to this exercise. */
  readonly code: 'ok' | 'values' | 'order' | 'error'
  readonly message: string
  readonly notes: readonly string[]
  readonly marks: readonly Mark[]
}

export function verdictOf(
  code: ValueVerdict['code'],
  message: string,
  more: Partial<Pick<ValueVerdict, 'notes' | 'marks'>> = {},
): ValueVerdict {
  return { code, message, notes: more.notes ?? [], marks: more.marks ?? [] }
}

/** The texts that stand more than once: pieces of an answer are known by their text. */
export function repeated(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, place) => texts.indexOf(text) !== place))]
}
