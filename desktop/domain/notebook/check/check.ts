import * as z from 'zod'
import { scalarSchema } from '../input.ts'
import { refusal } from '../issue.ts'
import { columnSchema, tableSchema } from '../query/query.ts'

const columns = z.array(columnSchema).min(1).max(20)
const bound = z.union([z.string().min(1).max(1000), z.number()])
const ends = { from: bound.optional(), to: bound.optional() }
const oneEnd = refusal('from 和 to 至少要有一个', 'needs from or to')
const hasEnd = ({ from, to }: { from?: unknown; to?: unknown }) =>
  from !== undefined || to !== undefined

/** No two rows agree in all of these columns; rows where one of them is empty do not count. */
const unique = z.strictObject({ unique: columns })
/** Each of these columns has a value in every row; blanks are none. */
const notEmpty = z.strictObject({ 'not-empty': columns })
/** Every value is one of these; empty ones pass. */
const among = z.strictObject({
  in: z.strictObject({ column: columnSchema, values: z.array(scalarSchema).min(1).max(1000) }),
})
/** Every value lies between these, both included; empty ones pass, NaN does not. */
const between = z.strictObject({
  between: z.strictObject({ column: columnSchema, ...ends }).refine(hasEnd, oneEnd),
})
/** Every value is found among the key column of another table; empty ones pass. */
const matches = z.strictObject({
  'matches-table': z.strictObject({
    column: columnSchema,
    table: tableSchema,
    key: columnSchema,
  }),
})
/** The number of rows lies between these, both included. */
const count = z.int().nonnegative()
const rows = z.strictObject({
  rows: z.strictObject({ from: count.optional(), to: count.optional() }).refine(hasEnd, oneEnd),
})
/** A column's sum is that of another table's column: the parts make the whole. */
const sumEquals = z.strictObject({
  'sum-equals': z.strictObject({
    column: columnSchema,
    table: tableSchema,
    of: columnSchema,
    within: z.number().nonnegative().default(0),
  }),
})

const assertionSchema = z.union([unique, notEmpty, among, between, matches, rows, sumEquals], {
  error: () =>
    refusal(
      '只能是 unique、not-empty、in、between、matches-table、rows、sum-equals 之一，写法见帮助',
      'must be one of unique, not-empty, in, between, matches-table, rows, sum-equals',
    ).message,
})
export type Assertion = z.infer<typeof assertionSchema>

/** How many rows may offend: a number, or a share of the rows such as `1%`. */
const allowSchema = z.union([
  count,
  z
    .string()
    .regex(
      /^\d{1,3}(?:\.\d{1,4})?%$/,
      refusal('应是行数或百分比，如 1%', 'must be a number or a percentage'),
    ),
])

/** Something that must hold of a table. */
export const checkSchema = z.strictObject({
  from: tableSchema,
  label: z.string().trim().max(200).optional(),
  assert: assertionSchema,
  allow: allowSchema.default(0),
})
export type Check = z.infer<typeof checkSchema>

/** Whether it is about rows one by one, and so has a denominator. */
export function isRowwise({ assert }: Pick<Check, 'assert'>): boolean {
  return !('rows' in assert) && !('sum-equals' in assert)
}

interface TableColumn {
  readonly table: string
  readonly column: string
}

/** The columns that a check reads, with their tables. */
export function columnsOfCheck({ from, assert }: Check): TableColumn[] {
  const own = (columns: readonly string[]) => columns.map((column) => ({ table: from, column }))
  if ('unique' in assert) return own(assert.unique)
  if ('not-empty' in assert) return own(assert['not-empty'])
  if ('in' in assert) return own([assert.in.column])
  if ('between' in assert) return own([assert.between.column])
  if ('rows' in assert) return []
  if ('matches-table' in assert) {
    const { column, table, key } = assert['matches-table']
    return [...own([column]), { table, column: key }]
  }
  const { column, table, of } = assert['sum-equals']
  return [...own([column]), { table, column: of }]
}
