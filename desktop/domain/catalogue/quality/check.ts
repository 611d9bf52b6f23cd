import * as z from 'zod'
import { consistencyRuleSchema } from './consistency.ts'

const column = z.string()
const bound = z.union([z.number(), z.string()])

/** One thing that is looked at in a table. All but `filled` can be passed or failed. */
export const checkSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('required'), column }),
  /** May be empty; then it may say what empty means. */
  z.object({ kind: z.literal('filled'), column, meaning: z.string().nullable() }),
  z.object({ kind: z.literal('key'), columns: z.array(column) }),
  z.object({ kind: z.literal('unique'), columns: z.array(column) }),
  /** The values are of the declared type. */
  z.object({ kind: z.literal('type'), column, wanted: z.string() }),
  z.object({ kind: z.enum(['minimum', 'maximum']), column, bound }),
  z.object({ kind: z.enum(['min-length', 'max-length']), column, bound: z.int() }),
  z.object({ kind: z.literal('pattern'), column, pattern: z.string() }),
  z.object({ kind: z.literal('categories'), column, values: z.array(bound) }),
  /** Conforms to the data element that the column was said to be. */
  z.object({ kind: z.literal('element'), column, element: z.string() }),
  /** What is referred to exists in another table of the dataset. */
  z.object({
    kind: z.literal('reference'),
    columns: z.array(column),
    to: z.object({ resource: z.string(), columns: z.array(column) }),
  }),
  z.object({ kind: z.literal('rule'), rule: consistencyRuleSchema }),
])
export type Check = z.infer<typeof checkSchema>
export type CheckOf<Kind extends Check['kind']> = Extract<Check, { kind: Kind }>

/** The dimensions that are judged by counting rows; 及时 is judged by days. */
export const dimensions = ['complete', 'unique', 'valid', 'consistent'] as const
export type Dimension = (typeof dimensions)[number]

export function dimensionOf({ kind }: Check): Dimension {
  switch (kind) {
    case 'required':
    case 'filled':
      return 'complete'
    case 'key':
    case 'unique':
      return 'unique'
    case 'reference':
    case 'rule':
      return 'consistent'
    default:
      return 'valid'
  }
}

/** The columns that a check reads, without those of another table. */
export function columnsOf(check: Check): readonly string[] {
  if ('column' in check) return [check.column]
  if (check.kind !== 'rule') return check.columns
  const { rule } = check
  switch (rule.kind) {
    case 'order':
      return rule.fields
    case 'sum':
      return typeof rule.total === 'string' ? [...rule.parts, rule.total] : rule.parts
    case 'filled-when':
    case 'empty-when':
      return [rule.field, rule.when.field]
  }
}
