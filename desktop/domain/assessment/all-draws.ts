import type { Bank, BankItem, Draw } from './bank.ts'
import { listOf, stepOf, stepsOf, withSet } from './draw.ts'
import { evaluate, type Scope, type Value } from './expression.ts'

/**
 * Every way in which an item can be drawn, each once; `undefined` where there are more than `most`
 * before its `when` is asked.
 *
 * @throws ExpressionError where an expression fails
 */
export function allDraws(bank: Bank, item: BankItem, most: number): Scope[] | undefined {
  const draws = Object.entries(item.draw)
  const many = draws.reduce((product, [, how]) => product * countOf(bank, how), 1)
  if (many > most) return undefined
  let all: Scope[] = [{}]
  for (const [name, how] of draws) {
    const values = waysOf(bank, how)
    all = all.flatMap((scope) => values.map((value) => ({ ...scope, [name]: value })))
  }
  return all
    .map((drawn) => withSet(item, drawn))
    .filter((values) => item.when === undefined || evaluate(item.when, values) === true)
}

/** In how many ways one name can be drawn. */
function countOf(bank: Bank, how: Draw): number {
  if ('one' in how) return listOf(bank, how.one).length
  if ('some' in how) return arrangements(listOf(bank, how.some).length, how.count)
  const { count, distinct } = how
  const numbers = stepsOf(how) + 1
  if (count === undefined) return numbers
  return distinct ? arrangements(numbers, count) : numbers ** count
}

/** So many of n in an order: n! / (n − k)!; what is short of k is taken whole. */
function arrangements(n: number, k: number): number {
  let product = 1
  for (let at = 0; at < Math.min(n, k); at += 1) product *= n - at
  return product
}

function waysOf(bank: Bank, how: Draw): readonly Value[] {
  if ('one' in how) return listOf(bank, how.one)
  if ('some' in how) return sequences(listOf(bank, how.some), how.count, true)
  const numbers = Array.from({ length: stepsOf(how) + 1 }, (_, at) => stepOf(how, at))
  return how.count === undefined ? numbers : sequences(numbers, how.count, how.distinct)
}

/** All rows of `length` of these; with `distinct`, none stands twice in a row. */
function sequences(from: readonly Value[], length: number, distinct: boolean): Value[][] {
  const places = from.map((_, at) => at)
  let rows: number[][] = [[]]
  for (let at = 0; at < (distinct ? Math.min(length, from.length) : length); at += 1) {
    rows = rows.flatMap((row) =>
      places.flatMap((place) => (distinct && row.includes(place) ? [] : [[...row, place]])),
    )
  }
  return rows.map((row) => row.flatMap((place) => from.slice(place, place + 1)))
}
