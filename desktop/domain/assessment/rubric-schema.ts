import * as z from 'zod'
import { titlesSchema } from '../course/titles.ts'

/** A criterion's id, as ratings name it. */
const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

const criterionSchema = z.strictObject({
  id,
  title: titlesSchema,
  /** What earns each level, from level 1. */
  levels: z.array(titlesSchema).min(2).max(6),
})

/** How a course's last work is judged: `courses/<id>/rubric.yaml`. */
export const rubricSchema = z.strictObject({
  title: titlesSchema,
  /** Passed with this level or more in every criterion, and this sum of levels. */
  pass: z.strictObject({ each: z.int().min(1).max(6), total: z.int().min(1) }),
  criteria: z.array(criterionSchema).min(1).max(12),
})

export type Rubric = z.infer<typeof rubricSchema>
