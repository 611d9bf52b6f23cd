import * as z from 'zod'
import { refusal } from '../issue.ts'
import { fold } from '../name.ts'
import { conditionSchema } from '../query/condition.ts'
import { measureSchema, type Measure } from '../query/measure.ts'
import { columnSchema, groupSchema, tableSchema } from '../query/query.ts'
import { groupName } from '../query/write-measure.ts'
import { isFormat } from '../value.ts'

/** What a pivot counts where nobody said what. */
const rowsCounted: Measure = { as: '行数', count: 'rows' }

/** Columns of a pivot's table that are not of its data. */
export const placeColumns = ['row_total', 'column_total', 'row_no', 'column_no'] as const

const totalsSchema = z
  .union([z.boolean(), z.strictObject({ rows: z.boolean(), columns: z.boolean() })])
  .transform((both) => (typeof both === 'boolean' ? { rows: both, columns: both } : both))

/** Names of fields or of one measure; a minus sign before those that go from high to low. */
const orderSchema = z.array(columnSchema).max(8).default([])

/** A crosstab: measures of groups, some down the side, some across the head. */
export const pivotSchema = z
  .strictObject({
    from: tableSchema,
    where: z.array(conditionSchema).max(50).default([]),
    rows: z.array(groupSchema).max(4).default([]),
    columns: z.array(groupSchema).max(3).default([]),
    values: z
      .array(measureSchema)
      .max(8)
      .default([])
      .transform((values) => (values.length > 0 ? values : [rowsCounted])),
    /** `rows`: a line of totals below, and one below each outer group; `columns`: the same at the right. */
    totals: totalsSchema.default({ rows: true, columns: true }),
    sort: z
      .strictObject({ rows: orderSchema, columns: orderSchema })
      .default({ rows: [], columns: [] }),
    /** How many columns are kept, the first in order; totals count all of them. */
    limit: z.int().min(1).max(200).optional(),
    /** How a measure is written, by its name: `万`, `%.1`, `.2`. */
    formats: z
      .record(
        z.string().max(100),
        z.string().refine(isFormat, refusal('不是可用的格式', 'is not a format')),
      )
      .default({}),
  })
  .superRefine((pivot, context) => {
    const taken = new Set<string>(placeColumns)
    const check = (name: string, path: PropertyKey[]) => {
      const folded = fold(name)
      if (taken.has(folded) || /^(?:row|column)_key_\d$/.test(folded)) {
        context.addIssue({ code: 'custom', path, ...nameTaken(name) })
      }
      taken.add(folded)
    }
    pivot.rows.forEach((group, index) => check(groupName(group), ['rows', index]))
    pivot.columns.forEach((group, index) => check(groupName(group), ['columns', index]))
    pivot.values.forEach(({ as }, index) => check(as, ['values', index]))
  })
export type Pivot = z.output<typeof pivotSchema>
export type PivotInput = z.input<typeof pivotSchema>

function nameTaken(name: string) {
  return refusal(
    `“${name}”这个名字在表里已经有了，请换一列或另起名字`,
    `“${name}” is already a name in the table; take another column or name`,
  )
}
