import * as z from 'zod'

const text = z.string().trim().min(1)

/** Every rule says in words what it holds to; without `resource`, it is about the first one. */
const common = { says: text, resource: z.string().optional() }

/** A closed form of rules across the fields of one row. A row in which a field is empty is not judged. */
export const consistencyRuleSchema = z.discriminatedUnion('kind', [
  /** Each field is at most the next: 受理时间 ≤ 办结时间. */
  z.strictObject({ ...common, kind: z.literal('order'), fields: z.array(text).min(2) }),
  /** The parts make up the whole, a number or another field, within the tolerance. */
  z.strictObject({
    ...common,
    kind: z.literal('sum'),
    parts: z.array(text).min(2),
    total: z.union([z.number(), text]),
    tolerance: z.number().nonnegative().optional(),
  }),
  /** Where `when` has one of these values, the field is filled, or is empty. */
  z.strictObject({
    ...common,
    kind: z.enum(['filled-when', 'empty-when']),
    field: text,
    when: z.strictObject({
      field: text,
      values: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1),
    }),
  }),
])
