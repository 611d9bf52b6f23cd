import {
  conditionOf,
  draftOf,
  type ConditionDraft,
} from '../../../../domain/notebook/pivot/condition-draft.ts'
import { measureColumn, type ColumnKind } from '../../../../domain/notebook/pivot/pieces.ts'
import type { Condition } from '../../../../domain/notebook/query/condition.ts'
import { measureSchema, type Measure } from '../../../../domain/notebook/query/measure.ts'

export const hows = [
  'rows',
  'count',
  'distinct',
  'sum',
  'avg',
  'median',
  'min',
  'max',
  'one',
  'share',
] as const
export type How = (typeof hows)[number]

/** A measure as it stands in a form. */
export interface ValueDraft {
  readonly name: string
  readonly how: How
  readonly column: string
  /** Of a rate the numerator's, of others which rows count. */
  readonly conditions: readonly ConditionDraft[]
  /** Of a rate the denominator's. */
  readonly of: readonly ConditionDraft[]
}

export function valueDraft(measure: Measure): ValueDraft {
  const column = measureColumn(measure) ?? ''
  if ('share' in measure) {
    const of = (measure.of ?? []).map(draftOf)
    return { name: measure.as, how: 'share', column, conditions: measure.share.map(draftOf), of }
  }
  const how = hows.find((one) => one in measure) ?? 'rows'
  const conditions = (measure.where ?? []).map(draftOf)
  const counted = how === 'count' && column === '' ? 'rows' : how
  return { name: measure.as, how: counted, column, conditions, of: [] }
}

/** The measure that the form says; nothing while it is not complete. */
export function measureOf(
  draft: ValueDraft,
  kindOf: (column: string) => ColumnKind,
): Measure | undefined {
  const read = (drafts: readonly ConditionDraft[]) =>
    drafts.map((one) => conditionOf(one, kindOf(one.column)))
  const conditions = read(draft.conditions)
  const of = read(draft.of)
  if (![...conditions, ...of].every((one): one is Condition => one !== undefined)) return undefined
  const some = (key: string, list: unknown[]) => (list.length > 0 ? { [key]: list } : {})
  const as = draft.name.trim()
  const written =
    draft.how === 'share'
      ? { as, share: conditions, ...some('of', of) }
      : {
          as,
          ...(draft.how === 'rows' ? { count: 'rows' } : { [draft.how]: draft.column }),
          ...some('where', conditions),
        }
  const checked = measureSchema.safeParse(written)
  return checked.success ? checked.data : undefined
}
