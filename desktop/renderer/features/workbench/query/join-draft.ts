import { freeColumnName } from '../../../../domain/notebook/query/columns.ts'
import type { Join } from '../../../../domain/notebook/query/query.ts'

/** A join as it stands in a form: one pair of columns, and the columns to take. */
export interface JoinDraft {
  readonly table: string
  readonly own: string
  readonly other: string
  readonly take: readonly string[]
  readonly only: boolean
}

export const noJoin: JoinDraft = { table: '', own: '', other: '', take: [], only: false }

export function draftOfJoin({ table, on, take, only }: Join): JoinDraft {
  const [own, other] = Object.entries(on)[0] ?? ['', '']
  const columns = take.map((taken) => (typeof taken === 'string' ? taken : taken.column))
  return { table, own, other, take: columns, only }
}

/**
 * The join that the form says; nothing while it is not complete. What it takes has another name where
 * one of `there` has its own. Further pairs of columns of the join before stay.
 */
export function joinOf(
  draft: JoinDraft,
  there: readonly string[],
  before: Join | undefined,
): Join | undefined {
  const { table, own, other, only } = draft
  if (table === '' || own === '' || other === '') return undefined
  const further = before?.table === table ? Object.entries(before.on).slice(1) : []
  const taken = [...there]
  const take = draft.take.map((column) => {
    const as = freeColumnName(column, taken)
    taken.push(as)
    return as === column ? column : { column, as }
  })
  return { table, on: { [own]: other, ...Object.fromEntries(further) }, take, only }
}
