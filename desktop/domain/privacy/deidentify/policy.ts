import type { Decision } from '../../catalogue/importing/recipe.ts'

/** Level after GB/T 43697-2024: 一般 · 重要 · 核心. */
export const levels = ['general', 'important', 'core'] as const
export type Level = (typeof levels)[number]

/** As many rows at least must agree in the quasi-identifiers of data about people. */
export const smallestK = 5

/** What is enough for a kind of finding at each level; the rest is below the policy. */
interface Rule {
  readonly general: readonly Decision[]
  readonly important: readonly Decision[]
}

const coded: Rule = {
  general: ['mask', 'pseudonymise', 'drop'],
  important: ['pseudonymise', 'drop'],
}

const rules: Readonly<Record<string, Rule>> = {
  resident_id: {
    general: ['pseudonymise', 'mask', 'age_band', 'drop'],
    important: ['pseudonymise', 'age_band', 'drop'],
  },
  address: { general: ['street', 'mask', 'drop'], important: ['street', 'drop'] },
  birth_date: { general: ['age_band', 'month', 'mask', 'drop'], important: ['age_band', 'drop'] },
  coordinates: { general: ['grid', 'mask', 'drop'], important: ['drop'] },
}

/** Whether a finding is of a person: a company's code is no person's. */
export const isPersonal = ({ kind }: { readonly kind: string }) => kind !== 'credit_code'

/**
 * The decisions that are enough for a finding of this kind; a kind that has no rule of its own
 * tells a person directly.
 */
export function enoughFor(kind: string, level: Exclude<Level, 'core'>): readonly Decision[] {
  return (rules[kind] ?? coded)[level]
}

/** Kinds that tell something about a person and not who it is. */
const indirect: ReadonlySet<string> = new Set(['address', 'birth_date', 'coordinates'])

export const isDirect = (finding: { readonly kind: string }) =>
  isPersonal(finding) && !indirect.has(finding.kind)
