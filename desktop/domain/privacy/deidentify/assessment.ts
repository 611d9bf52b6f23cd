import * as z from 'zod'

const riskSchema = z.strictObject({
  k: z.int().nonnegative(),
  classes: z.int().nonnegative(),
  under: z.int().nonnegative(),
  sensitive: z.strictObject({ l: z.number(), entropyL: z.number(), t: z.number() }).nullable(),
})

/** How easily rows are told apart by their quasi-identifiers, before the decisions and after them. */
export const assessmentSchema = z.strictObject({
  /** The file holds people, as far as findings and titles show. */
  people: z.boolean(),
  quasi: z.array(z.string()),
  sensitive: z.string().nullable(),
  rows: z.int().nonnegative(),
  /** The k that is wanted. */
  wanted: z.int(),
  /** Null where no quasi-identifier is named. */
  before: riskSchema.nullable(),
  after: riskSchema.nullable(),
  /** The smallest classes below the wanted k, by their values after the decisions. */
  worst: z.array(
    z.strictObject({ values: z.array(z.string().nullable()), rows: z.int().positive() }),
  ),
  /** The quasi-identifiers of `worst`, in order: those that are left. */
  left: z.array(z.string()),
  /** How many rows would be below the wanted k if a column were left out; the best first. */
  without: z.array(z.strictObject({ column: z.string(), under: z.int().nonnegative() })),
})
export type Assessment = z.infer<typeof assessmentSchema>

export const emptyAssessment = (people: boolean, rows: number, wanted: number): Assessment => ({
  ...{ people, rows, wanted, quasi: [], sensitive: null, before: null, after: null },
  ...{ worst: [], left: [], without: [] },
})
