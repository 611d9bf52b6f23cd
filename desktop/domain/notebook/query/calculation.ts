import * as z from 'zod'

const name = z.string().trim().min(1).max(200)
const within = z.array(name).max(8).default([])
/** All other groups where it is missing: a period is compared with its own like. */
const others = z.array(name).max(8).optional()

/** The place in order, 1 for the highest; `lowest: true` for the lowest. Ties share a place, what is missing has none. */
const rank = z.strictObject({ as: name, rank: name, lowest: z.boolean().default(false), within })
/** The sum so far, in the order of a column. */
const running = z.strictObject({ as: name, running: name, along: name, within: others })
/** The part of the whole, or of its own `within`. */
const shareOf = z.strictObject({ as: name, 'share-of': name, within })
/** The first for each of the second, or for each `per` of it (件每千人: `per: 1000`). */
const divide = z.strictObject({
  as: name,
  divide: z.tuple([name, name]),
  per: z.number().positive().optional(),
})
const difference = z.strictObject({ as: name, difference: z.tuple([name, name]) })
/**
 * The rate of change against the same period a `year` (同比) or the period before (环比); nothing where
 * that is missing or 0. A week's year is 52 weeks: a calendar year before a Monday is no Monday.
 */
const change = z.strictObject({
  as: name,
  change: name,
  along: name,
  since: z.enum(['year', 'quarter', 'month', 'week', 'day']),
  within: others,
})

/** A column made from the others of the result. */
export const calculationSchema = z.union([rank, running, shareOf, divide, difference, change])
export type Calculation = z.infer<typeof calculationSchema>

/** The columns that a calculation reads. */
export function speaksOf(calculation: Calculation): string[] {
  if ('divide' in calculation) return [...calculation.divide]
  if ('difference' in calculation) return [...calculation.difference]
  const within = calculation.within ?? []
  if ('rank' in calculation) return [calculation.rank, ...within]
  if ('share-of' in calculation) return [calculation['share-of'], ...within]
  if ('running' in calculation) return [calculation.running, calculation.along, ...within]
  return [calculation.change, calculation.along, ...within]
}
