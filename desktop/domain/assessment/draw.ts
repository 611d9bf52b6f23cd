import { drawing, hashOf } from '../course/kinds/drawing.ts'
import type { Bank, BankItem, Draw } from './bank.ts'
import { evaluate, ExpressionError, filled, type Scope, type Value } from './expression.ts'

type Chance = () => number

/** A number that follows from the seed and the names; another name, another row of chances. */
export const chanceOf = (...names: readonly (string | number)[]): Chance =>
  drawing(hashOf(names.join('\n')))

/** The items in an order that the chance gives (Fisher–Yates). */
export function mixed<T>(items: readonly T[], chance: Chance): T[] {
  const order = [...items]
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1))
    ;[order[at], order[other]] = [order[other] as T, order[at] as T]
  }
  return order
}

/** How often a draw is tried until the item's `when` holds. */
const tries = 300

export interface Drawn {
  readonly values: Scope
  /** How many draws it took. */
  readonly tries: number
}

/**
 * The values of an item's names for a seed: the same for the same seed, item and text.
 * Throws an {@link ExpressionError} where an expression fails or `when` never holds.
 */
export function drawValues(bank: Bank, item: BankItem, seed: number): Drawn {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const chance = chanceOf(seed, item.id, attempt)
    const values = valuesOf(bank, item, chance)
    if (item.when === undefined || evaluate(item.when, values) === true) {
      return { values, tries: attempt + 1 }
    }
  }
  throw new ExpressionError(`抽了 ${tries} 次都不满足 when`)
}

function valuesOf(bank: Bank, item: BankItem, chance: Chance): Scope {
  const values: Record<string, Value> = {}
  for (const [name, how] of Object.entries(item.draw)) values[name] = drawn(bank, how, chance)
  return withSet(item, values)
}

/** With what follows from the drawn values. */
export function withSet({ set }: Pick<BankItem, 'set'>, drawnValues: Scope): Scope {
  const values: Record<string, Value> = { ...drawnValues }
  for (const [name, what] of Object.entries(set)) {
    values[name] = typeof what !== 'string' ? what : computed(what, values)
  }
  return values
}

/** `set` holds an expression, or a text with `{{…}}` in it. */
const computed = (text: string, values: Scope): Value =>
  text.includes('{{') ? filled(text, values) : evaluate(text, values)

function drawn(bank: Bank, how: Draw, chance: Chance): Value {
  if ('one' in how) return picked(listOf(bank, how.one), chance)
  if ('some' in how) {
    const list = listOf(bank, how.some)
    if (list.length < how.count) throw new ExpressionError('列表比 count 短')
    return mixed(list, chance).slice(0, how.count)
  }
  const { count, distinct } = how
  const steps = stepsOf(how)
  const number = (at: number) => stepOf(how, at)
  if (count === undefined) return number(Math.floor(chance() * (steps + 1)))
  const places = Array.from({ length: steps + 1 }, (_, at) => at)
  if (distinct) return mixed(places, chance).slice(0, count).map(number)
  return Array.from({ length: count }, () => number(Math.floor(chance() * (steps + 1))))
}

type Range = Extract<Draw, { readonly low: number }>

/** How many steps lie between a range's two ends. */
export const stepsOf = ({ low, high, step }: Range): number =>
  Math.floor((high - low) / step + 1e-9)

/** The number after so many steps. */
export const stepOf = ({ low, step }: Range, at: number): number =>
  Number((low + at * step).toPrecision(12))

const picked = (list: readonly Value[], chance: Chance): Value => {
  const one = list[Math.floor(chance() * list.length)]
  if (one === undefined) throw new ExpressionError('列表是空的')
  return one
}

/** @throws ExpressionError where the file has no such list */
export function listOf({ lists }: Bank, from: string | readonly Value[]): readonly Value[] {
  if (typeof from !== 'string') return from
  const list = Object.hasOwn(lists, from) ? lists[from] : undefined
  if (!list) throw new ExpressionError(`文件开头的 lists 里没有“${from}”`)
  return list
}
