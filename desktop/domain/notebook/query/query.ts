import * as z from 'zod'
import { refusal } from '../issue.ts'
import { nameSchema } from '../name.ts'
import { conditionSchema } from './condition.ts'
import { calculationSchema } from './calculation.ts'
import { measureSchema } from './measure.ts'

export const columnSchema = z.string().min(1).max(200)

/** A table as charts and queries name it: a cell, a dataset, or `dataset.resource`. */
export const tableSchema = z
  .string()
  .regex(
    /^[\p{L}_][\p{L}\p{N}_]{0,62}(?:\.[\p{L}_][\p{L}\p{N}_]{0,62})?$/u,
    refusal('应是单元或数据集的名字', 'must be the name of a cell or a dataset'),
  )

/** Another table beside the first, along columns that mean the same. */
const joinSchema = z.strictObject({
  table: tableSchema,
  /** Column of the tables so far → column of this one. */
  on: z
    .record(columnSchema, columnSchema)
    .refine(
      (on) => Object.keys(on).length > 0,
      refusal('至少要有一对相同意义的列', 'needs at least one pair of columns'),
    ),
  /** Columns to take from it, under another name where one of that name is there already. */
  take: z
    .array(z.union([columnSchema, z.strictObject({ column: columnSchema, as: columnSchema })]))
    .max(200)
    .default([]),
  /** Whether rows without a match go. */
  only: z.boolean().default(false),
})
export type Join = z.infer<typeof joinSchema>

export const periods = ['year', 'quarter', 'month', 'week', 'day'] as const

/** A column as it is, a date by its period, or a number by bins of a width. */
export const groupSchema = z.union([
  columnSchema.transform((column) => ({ column })),
  z.strictObject({ column: columnSchema, by: z.enum(periods), as: nameSchema.optional() }),
  z.strictObject({ column: columnSchema, width: z.number().positive(), as: nameSchema.optional() }),
])
export type Group = z.infer<typeof groupSchema>

/** A query put together from choices. Without groups and measures it keeps the rows as they are. */
export const querySchema = z.strictObject({
  from: tableSchema,
  join: z.array(joinSchema).max(8).default([]),
  where: z.array(conditionSchema).max(50).default([]),
  /** The columns to keep; all of them where none is named. Only without groups and measures. */
  columns: z.array(columnSchema).max(500).default([]),
  group: z.array(groupSchema).max(8).default([]),
  measure: z.array(measureSchema).max(50).default([]),
  /** On the grouped rows; on the rows themselves where nothing is grouped. */
  calculate: z.array(calculationSchema).max(20).default([]),
  /** Columns of the result, with a minus sign before those that go from high to low. */
  sort: z.array(columnSchema).max(8).default([]),
  limit: z.int().positive().optional(),
})
export type Query = z.infer<typeof querySchema>
