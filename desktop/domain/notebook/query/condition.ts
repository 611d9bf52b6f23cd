import * as z from 'zod'
import { refusal } from '../issue.ts'
import { isName } from '../name.ts'

const scalar = z.union([z.string().max(1000), z.number(), z.boolean()])

/** The name of the parameter that a value stands for; nothing where it is a value of its own. */
export function parameterOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('$')) return undefined
  return isName(value.slice(1)) ? value.slice(1) : undefined
}

/** A text as a condition holds it, so that none is taken for a parameter. */
export const textValue = (text: string): string => (text.startsWith('$') ? `$${text}` : text)

/** The text that a condition's value stands for. */
export const valueText = (value: string): string =>
  value.startsWith('$$') ? value.slice(1) : value

const parameter = z
  .string()
  .refine(
    (text) => parameterOf(text) !== undefined,
    refusal('应是参数，写成 $名字', 'must be a parameter, written $name'),
  )

const tests = ['is', 'not', 'in', 'contains', 'above', 'below', 'from', 'to', 'empty'] as const

/**
 * What rows must be like. A text `$name` stands for the parameter of that name, `$$…` for the text
 * `$…`; `in` takes a parameter that is a list, an empty list setting no limit. `from` and `to` include their ends, and may stand together.
 */
export const conditionSchema = z
  .strictObject({
    column: z.string().min(1).max(200),
    is: z.union([scalar, z.array(scalar).min(1).max(1000)]).optional(),
    not: z.union([scalar, z.array(scalar).min(1).max(1000)]).optional(),
    in: parameter.optional(),
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
