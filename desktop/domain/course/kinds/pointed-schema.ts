import * as z from 'zod'
import { pivotSchema as pivotCellSchema } from '../../notebook/pivot/pivot.ts'
import { querySchema as queryCellSchema } from '../../notebook/query/query.ts'
import { commonViewFields } from './common.ts'
import { rowsTaskFields } from './sql.ts'

/** Exercises that are answered by pointing; their references are SQL, checked like any other. */

const pointed = <Cell extends z.ZodType>(cell: Cell) => ({
  /** The cell that the learner begins with; without it, one on the lesson's first table. */
  starter: cell.optional(),
  /** A cell with half of the choices made, for who has read all hints. */
  half: cell.optional(),
  /** A right answer as a cell: it proves that the task can be done by pointing. */
  cell: cell.optional(),
})

export const querySchema = z.strictObject({
  ...rowsTaskFields,
  kind: z.literal('query'),
  ...pointed(queryCellSchema),
})
export type QueryExercise = z.infer<typeof querySchema>

export const pivotSchema = z
  .strictObject({
    ...rowsTaskFields,
    kind: z.literal('pivot'),
    /**
     * Those of `columns` that stand across the pivot's head, one for each value of its field; none
     * where the reference has a row for each group (long form).
     */
    wide: z.array(z.string().trim().min(1)).default([]),
    ...pointed(pivotCellSchema),
  })
  .refine(({ wide, columns }) => wide.every((name) => columns.includes(name)), {
    path: ['wide'],
    message: 'wide 里的列要在 columns 里',
  })
  .refine(({ wide, order }) => wide.length === 0 || order.length === 0, {
    path: ['order'],
    message: '有 wide 的题不比顺序，去掉 order',
  })
export type PivotExercise = z.infer<typeof pivotSchema>

/** A cell's YAML, as the workbench's forms write it. */
const cell = z.string().max(100_000)

export const queryAnswerSchema = z.object({ kind: z.literal('query'), cell })
export const pivotAnswerSchema = z.object({ kind: z.literal('pivot'), cell })

const pointedViewFields = {
  ...commonViewFields,
  columns: z.array(z.string()),
  /** A cell's YAML; null: one on the lesson's first table. */
  starter: z.string().nullable(),
  half: z.string().nullable(),
}
export const queryViewSchema = z.object({ ...pointedViewFields, kind: z.literal('query') })
export const pivotViewSchema = z.object({ ...pointedViewFields, kind: z.literal('pivot') })
