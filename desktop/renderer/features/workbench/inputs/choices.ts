import type { Option, Scalar } from '../../../../domain/notebook/input.ts'

/** An option as a reader sees it. */
export interface Choice {
  readonly value: Scalar
  readonly label: string
  /** Rows that have it; undefined where the options are written down. */
  readonly count: number | undefined
  /** It is chosen, but the data have it no longer. */
  readonly gone: boolean
}

interface Counted {
  readonly value: Scalar
  readonly count: number
}

export const writtenChoices = (options: readonly Option[]): Choice[] =>
  options.map(({ value, label }) => ({ value, label, count: undefined, gone: false }))

/** The values of a table; what is chosen and no longer there comes first, marked. */
export function countedChoices(options: readonly Counted[], chosen: readonly Scalar[]): Choice[] {
  const known = new Set(options.map(({ value }) => value))
  const gone = chosen.filter((value) => !known.has(value))
  return [
    ...gone.map((value) => ({ value, label: String(value), count: undefined, gone: true })),
    ...options.map(({ value, count }) => ({ value, label: String(value), count, gone: false })),
  ]
}

/** The choices whose label holds every word that is looked for. */
export function found(choices: readonly Choice[], text: string): readonly Choice[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return choices
  return choices.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)))
}

/** Chosen values with some added or taken away, each once. */
export function withChosen(
  chosen: readonly Scalar[],
  values: readonly Scalar[],
  on: boolean,
): Scalar[] {
  if (!on) return chosen.filter((value) => !values.includes(value))
  return [...new Set([...chosen, ...values])]
}
