import * as z from 'zod'
import { refusal } from '../issue.ts'

const scalar = z.union([z.string().max(1000), z.number(), z.boolean()])

const tests = ['is', 'not', 'in', 'contains', 'above', 'below', 'from', 'to', 'empty'] as const

/**
 * What rows must be like. A text `$name` stands for the parameter of that name; `in` takes one that
 * is a list, an empty list setting no limit. `from` and `to` include their ends, and may stand together.
 */
export const conditionSchema = z
  .strictObject({
    column: z.string().min(1).max(200),
    is: z.union([scalar, z.array(scalar).min(1).max(1000)]).optional(),
    not: z.union([scalar, z.array(scalar).min(1).max(1000)]).optional(),
    in: z.string().startsWith('$').optional(),
    contains: z.string().min(1).max(1000).optional(),
    above: scalar.optional(),
    below: scalar.optional(),
    from: scalar.optional(),
    to: scalar.optional(),
    empty: z.boolean().optional(),
  })
  .refine(hasOneTest, refusal('要有一项且只有一项要求', 'must have exactly one test'))
export type Condition = z.infer<typeof conditionSchema>

function hasOneTest(condition: Readonly<Record<string, unknown>>): boolean {
  const given = tests.filter((test) => condition[test] !== undefined)
  return (
    given.length === 1 ||
    (given.length === 2 && given.every((test) => test === 'from' || test === 'to'))
  )
}
