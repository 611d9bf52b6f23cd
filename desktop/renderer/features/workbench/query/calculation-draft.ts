import {
  calculationSchema,
  type Calculation,
} from '../../../../domain/notebook/query/calculation.ts'

export const calculationKinds = [
  'rank',
  'change',
  'share-of',
  'divide',
  'difference',
  'running',
] as const
export type CalculationKind = (typeof calculationKinds)[number]

export const sinces = ['year', 'quarter', 'month', 'week', 'day'] as const
export type Since = (typeof sinces)[number]

/** A calculation as it stands in a form. */
export interface CalculationDraft {
  readonly kind: CalculationKind
  readonly name: string
  readonly of: string
  /** The number to divide by or to subtract. */
  readonly by: string
  /** Empty for one. */
  readonly per: string
  readonly along: string
  readonly since: Since
  readonly lowest: boolean
  /** A group within which to compare; empty for all together. */
  readonly within: string
}

export function kindOfCalculation(calculation: Calculation): CalculationKind {
  return calculationKinds.find((kind) => kind in calculation) ?? 'rank'
}

export function draftOfCalculation(
  calculation: Calculation,
  empty: CalculationDraft,
): CalculationDraft {
  const base = { ...empty, name: calculation.as, kind: kindOfCalculation(calculation) }
  if ('divide' in calculation) {
    const [of, by] = calculation.divide
    return { ...base, of, by, per: calculation.per === undefined ? '' : String(calculation.per) }
  }
  if ('difference' in calculation) {
    const [of, by] = calculation.difference
    return { ...base, of, by }
  }
  const within = calculation.within?.[0] ?? ''
  if ('rank' in calculation) {
    return { ...base, of: calculation.rank, lowest: calculation.lowest, within }
  }
  if ('share-of' in calculation) return { ...base, of: calculation['share-of'], within }
  if ('running' in calculation) {
    return { ...base, of: calculation.running, along: calculation.along }
  }
  return {
    ...base,
    of: calculation.change,
    along: calculation.along,
    since: calculation.since,
  }
}

/** The calculation that the form says; nothing while it is not complete. */
export function calculationOf(draft: CalculationDraft, name: string): Calculation | undefined {
  const checked = calculationSchema.safeParse({ as: name, ...settings(draft) })
  return checked.success ? checked.data : undefined
}

function settings(draft: CalculationDraft): object {
  const { kind, of, by, along, since, lowest } = draft
  const within = draft.within === '' ? {} : { within: [draft.within] }
  switch (kind) {
    case 'rank':
      return { rank: of, ...(lowest ? { lowest } : {}), ...within }
    case 'share-of':
      return { 'share-of': of, ...within }
    case 'divide':
      return { divide: [of, by], ...(draft.per.trim() === '' ? {} : { per: Number(draft.per) }) }
    case 'difference':
      return { difference: [of, by] }
    case 'running':
      return { running: of, along }
    case 'change':
      return { change: of, along, since }
  }
}
