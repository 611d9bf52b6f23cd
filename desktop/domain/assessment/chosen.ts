import { isOnData } from '../course/data-exercise.ts'
import type { DataAnswer } from '../course/data-exercise.ts'
import type { Instance } from './instance.ts'

/** What was chosen of an item, as it is kept: places in the bank from 1, and never a word. */

/** A rate put together from parts, by their places in the bank from 1. */
export interface ChosenParts {
  readonly numerator: number
  readonly denominator: number
  /** In rising order. */
  readonly exclusions: readonly number[]
}

type Chosen = DataAnswer | { readonly kind: 'choice'; readonly chosen: readonly number[] }

/**
 * Of a choice its options as `1` or `1+3`; of an indicator `n3d1x4+5`: above the line, below it, left
 * out. Null for what is answered otherwise, and while a part is not chosen.
 */
export function codeOf(answer: Chosen | { readonly kind: string }, instance: Instance) {
  if ('chosen' in answer) return joined(answer.chosen.map((at) => instance.places[at]))
  if (!isOnData(answer) || answer.kind !== 'indicator') return null
  if (instance.exercise.kind !== 'indicator') return null
  const { parts } = instance.exercise
  const placeOf = (id: string | null) => instance.places[parts.findIndex((one) => one.id === id)]
  const [above, below] = [placeOf(answer.numerator), placeOf(answer.denominator)]
  if (above === undefined || below === undefined) return null
  const out = joined(answer.exclusions.map(placeOf))
  return `n${above + 1}d${below + 1}${out === '' ? '' : `x${out}`}`
}

const joined = (places: readonly (number | undefined)[]): string =>
  [...new Set(places.flatMap((place) => place ?? []))]
    .map((place) => place + 1)
    .sort((a, b) => a - b)
    .join('+')

/** The options of a choice's code; `undefined` for another's. */
export function optionsOfCode(code: string): number[] | undefined {
  return /^[1-9]\d*(\+[1-9]\d*)*$/.test(code) ? numbers(code) : undefined
}

/** The parts of an indicator's code; `undefined` for another's. */
export function partsOfCode(code: string): ChosenParts | undefined {
  const read = /^n([1-9]\d*)d([1-9]\d*)(?:x([1-9]\d*(?:\+[1-9]\d*)*))?$/.exec(code)
  if (!read) return undefined
  const [, above, below, out] = read
  return {
    numerator: Number(above),
    denominator: Number(below),
    exclusions: out === undefined ? [] : numbers(out),
  }
}

const numbers = (code: string): number[] => [...new Set(code.split('+').map(Number))]

/** What a code chose, in the bank's words; `undefined` where the bank has no such place any more. */
export function wordsOfCode(code: string, texts: readonly string[]): string | undefined {
  const parts = partsOfCode(code)
  const named = (places: readonly number[], role: string): string[] => {
    const words = places.flatMap((place) => texts[place - 1] ?? [])
    return words.length === 0 ? [] : [role + words.join('；')]
  }
  if (!parts) return named(optionsOfCode(code) ?? [], '')[0]
  const words = [
    ...named([parts.numerator], '分子：'),
    ...named([parts.denominator], '分母：'),
    ...named(parts.exclusions, '剔除：'),
  ]
  return words.length === 0 ? undefined : words.join('｜')
}
