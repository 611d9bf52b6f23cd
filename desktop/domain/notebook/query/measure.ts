import * as z from 'zod'
import { conditionSchema } from './condition.ts'

const column = z.string().min(1).max(200)
const as = z.string().trim().min(1).max(100)
const conditions = z.array(conditionSchema).min(1).max(20)
const where = conditions.optional()

/** The part of the rows that fulfil `share`, among those that fulfil `of` (all where it is missing). */
const share = z.strictObject({ as, share: conditions, of: conditions.optional() })

/** A number for each group of rows. `count: rows` counts rows; of a column, those with a value. */
export const measureSchema = z.union([
  z.strictObject({ as, count: column, where }),
  z.strictObject({ as, distinct: column, where }),
  z.strictObject({ as, sum: column, where }),
  z.strictObject({ as, avg: column, where }),
  z.strictObject({ as, median: column, where }),
  z.strictObject({ as, min: column, where }),
  z.strictObject({ as, max: column, where }),
  /** What is the same in every row of a group, such as a street's population; empty where it is not. */
  z.strictObject({ as, one: column, where }),
  share,
])
export type Measure = z.infer<typeof measureSchema>
