import { parseFormula } from './formula.ts'

/** A formula of columns only, as a form can show it. */
export interface SimpleFormula {
  readonly response: string
  readonly terms: readonly string[]
  /** Those of the terms that are read as categories. */
  readonly categories: readonly string[]
}

/** Nothing where the formula has products, powers, logarithms or no constant. */
export function simpleFormula(text: string): SimpleFormula | undefined {
  const parsed = parseFormula(text)
  if (!parsed.ok || !parsed.formula.intercept) return undefined
  const { response, terms } = parsed.formula
  const factors = terms.flat()
  const plain = [response, ...factors].every(({ use, power }) => use !== 'log' && power === 1)
  if (!plain || factors.length !== terms.length || response.use !== 'plain') return undefined
  return {
    response: response.column,
    terms: factors.map(({ column }) => column),
    categories: factors.filter(({ use }) => use === 'category').map(({ column }) => column),
  }
}

export function writeFormula({ response, terms, categories }: SimpleFormula): string {
  const right = terms.map((term) =>
    categories.includes(term) ? `factor(${nameText(term)})` : nameText(term),
  )
  return `${nameText(response)} ~ ${right.length > 0 ? right.join(' + ') : '1'}`
}

function nameText(name: string): string {
  if (/^[\p{L}_.][\p{L}\p{M}\p{N}_.]*$/u.test(name)) return name
  return name.includes('`') ? `"${name}"` : `\`${name}\``
}
