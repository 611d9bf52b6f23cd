import { shuffled } from '../course/kinds/shuffle.ts'
import { messageKey, type SeenMessage } from './drill-record.ts'

/** A message as far as its choice depends on it. */
export interface DrillItem {
  readonly scheme: string
  readonly id: string
  readonly genuine: boolean
}

export interface RoundOptions {
  /** The same seed, the same round. */
  readonly seed: string
  /** What the learner has seen, by `scheme/message`. */
  readonly seen: Readonly<Record<string, SeenMessage>>
  /** Frauds of these schemes only; of all where none is named. */
  readonly schemes?: readonly string[]
}

/** Frauds and genuine messages of a round: 8 to 10, never less than 40 % of either kind. */
const mixes = [
  { frauds: 4, genuine: 4 },
  { frauds: 5, genuine: 4 },
  { frauds: 4, genuine: 5 },
  { frauds: 5, genuine: 5 },
  { frauds: 6, genuine: 4 },
  { frauds: 4, genuine: 6 },
] as const

/** A course needs so many messages of each kind for a round. */
export const fewestOfAKind = 4
/** More messages of one scheme would give the rest of them away. */
const mostOfAScheme = 2
/** A third of one kind in a row would be no surprise any more. */
const longestRun = 2

/**
 * The messages of one round in their order. Unseen ones first, and a new disguise of a scheme whose
 * fraud was last believed before all; where all were seen, those that were longest not seen. How
 * many of them are false is drawn too, so that nobody can work out the last one by counting. Where
 * there are too few messages for a whole round, as many of one kind as of the other.
 */
export function drillRound<T extends DrillItem>(items: readonly T[], options: RoundOptions): T[] {
  const { seed, schemes = [] } = options
  const named = ({ scheme }: DrillItem) => schemes.length === 0 || schemes.includes(scheme)
  const frauds = items.filter((item) => !item.genuine && named(item))
  const genuine = items.filter((item) => item.genuine)
  const fits = mixes.filter((mix) => mix.frauds <= frauds.length && mix.genuine <= genuine.length)
  const few = Math.min(fewestOfAKind, frauds.length, genuine.length)
  const [mix = { frauds: few, genuine: few }] = shuffled(fits, `${seed} mix`, () => false)
  const chosen = [
    choose(frauds, mix.frauds, options),
    choose(genuine, mix.genuine, { ...options, first: named }),
  ].toSorted((one, other) => other.length - one.length)
  return shuffled(alternating(chosen[0] ?? [], chosen[1] ?? []), seed, hasLongRun)
}

interface ChoiceOptions extends RoundOptions {
  /** These before all others. */
  readonly first?: (item: DrillItem) => boolean
}

function choose<T extends DrillItem>(items: readonly T[], count: number, options: ChoiceOptions) {
  const { seed, seen, first = () => true } = options
  const lastSeen = ({ scheme, id }: DrillItem) => seen[messageKey(scheme, id)]?.nth ?? -1
  const weak = weakSchemes(items, seen)
  const drawn = shuffled(items, `${seed} choice`, () => false)
  const chosen: T[] = []
  while (chosen.length < count && chosen.length < items.length) {
    const of = (scheme: string) => chosen.filter((item) => item.scheme === scheme).length
    const rank = (item: T): number[] => [
      of(item.scheme) >= mostOfAScheme ? 1 : 0,
      first(item) ? 0 : 1,
      weak.has(item.scheme) && of(item.scheme) === 0 ? 0 : 1,
      lastSeen(item) < 0 ? 0 : 1,
      of(item.scheme),
      lastSeen(item),
    ]
    const left = drawn.filter((item) => !chosen.includes(item))
    const [best] = left.toSorted((one, other) => compare(rank(one), rank(other)))
    if (best) chosen.push(best)
  }
  return chosen
}

/** Schemes whose fraud was believed when one of them was last seen. */
function weakSchemes(items: readonly DrillItem[], seen: RoundOptions['seen']): ReadonlySet<string> {
  const last = new Map<string, SeenMessage>()
  for (const { scheme, id, genuine } of items) {
    const one = seen[messageKey(scheme, id)]
    if (genuine || !one) continue
    const known = last.get(scheme)
    const worse = known?.nth === one.nth && one.answer === 'genuine'
    if (!known || known.nth < one.nth || worse) last.set(scheme, one)
  }
  return new Set([...last].filter(([, { answer }]) => answer === 'genuine').map(([key]) => key))
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index])
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}

/** One of each in turn, what is left of the longer at the end: with two more, no run is too long. */
function alternating<T>(longer: readonly T[], shorter: readonly T[]): T[] {
  return longer.flatMap((item, index) => [item, ...shorter.slice(index, index + 1)])
}

function hasLongRun(order: readonly DrillItem[]): boolean {
  return order.some((item, at) => {
    const run = order.slice(at, at + longestRun + 1)
    return run.length > longestRun && run.every(({ genuine }) => genuine === item.genuine)
  })
}
