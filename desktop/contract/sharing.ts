import * as z from 'zod'
import { calendarProblemSchema } from '../domain/sharing/calendar-problems.ts'
import { caseViewSchema } from '../domain/sharing/case-view.ts'
import {
  caseActions,
  correctionRequestSchema,
  limits,
  sharingRequestSchema,
} from '../domain/sharing/cases.ts'
import { holidayYearSchema } from '../domain/sharing/holidays.ts'
import { procedure } from './wire/procedure.ts'

/** Who does it, as a pseudonymous id; null where nobody is chosen. */
const by = { learner: z.string().nullable() }

const countedDaySchema = z.object({ date: z.string(), beyond: z.boolean() })

/** First and last day that the holiday calendar knows; null for a calendar without years. */
const coveredSchema = z.object({ first: z.string(), last: z.string() }).nullable()
export type Covered = z.infer<typeof coveredSchema>

/**
 * Why nothing was kept: a secrecy mark in the text; the dataset is not shared; a column that it does
 * not have; a term that is over already; or the request has moved on meanwhile.
 */
export const notKeptReasons = ['secret', 'not_shared', 'column', 'term', 'state'] as const
export type NotKept = (typeof notKeptReasons)[number]

const keptSchema = z.discriminatedUnion('kept', [
  z.object({ kept: z.literal(true), id: z.int() }),
  z.object({ kept: z.literal(false), reason: z.enum(notKeptReasons) }),
])
export type Kept = z.infer<typeof keptSchema>

/** Empty where the calendar was kept. */
const problemsSchema = z.object({ problems: z.array(calendarProblemSchema) })

const yearViewSchema = holidayYearSchema.extend({
  /** Whether it is the shipped year, that year changed here, or a year added here. */
  origin: z.enum(['shipped', 'changed', 'added']),
})
export type YearView = z.infer<typeof yearViewSchema>

export const sharingProcedures = {
  /** When a request made today would be due; `clocks` is null where the dataset is not shared. */
  'sharing.terms': procedure({
    input: z.object({ dataset: z.string() }),
    output: z.object({
      today: z.string(),
      clocks: z.object({ reply: countedDaySchema, provide: countedDaySchema }).nullable(),
      covered: coveredSchema,
    }),
  }),
  /** Personal information is masked before anything is kept. */
  'sharing.request': procedure({ input: sharingRequestSchema.extend(by), output: keptSchema }),
  'correction.request': procedure({
    input: correctionRequestSchema.extend(by),
    output: keptSchema,
  }),
  /** Requests of both kinds, of one dataset or all, the most urgent first. */
  'requests.list': procedure({
    input: z.object({ dataset: z.string().nullable() }),
    output: z.object({ today: z.string(), covered: coveredSchema, cases: z.array(caseViewSchema) }),
  }),
  /** Does something with a request; a refusal needs a reason, the other texts may be empty. */
  'requests.step': procedure({
    input: z.object({
      id: z.int(),
      action: z.enum(caseActions),
      text: z.string().trim().max(limits.text),
      ...by,
    }),
    output: keptSchema,
  }),
  'holidays.read': procedure({
    input: z.object({}),
    output: z.object({
      today: z.string(),
      covered: coveredSchema,
      years: z.array(yearViewSchema),
      /** The file that ships with the app could not be read: only edited years are there. */
      shippedBroken: z.boolean(),
    }),
  }),
  /** Puts a year in place of the present one, or adds it. */
  'holidays.change': procedure({
    input: z.object({ year: holidayYearSchema, ...by }),
    output: problemsSchema,
  }),
  /** Takes back what was edited in a year, or in all; a year that was added goes. */
  'holidays.restore': procedure({
    input: z.object({ year: z.int().nullable(), ...by }),
    output: problemsSchema,
  }),
} as const
