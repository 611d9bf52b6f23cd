import { welch, type Difference, type Sample } from '../../statistics/means.ts'
import { gamesHowell, nearlyEqualSpread, tukeyKramer } from '../../statistics/pairs.ts'
import type { Sentence } from '../problem.ts'
import type { Format } from '../value.ts'
import { say } from './finished.ts'
import { pairsOf, type Pair } from './group-rows.ts'
import {
  correctedCaution,
  correctedCells,
  correctedFor,
  correctedHeads,
  mostComparisons,
  unitHead,
} from './pair-table.ts'
import type { SmallTable } from './small-table.ts'
import type { StatOf } from './stat.ts'
import { pCell } from './wording.ts'

export interface Group {
  readonly name: string
  readonly sample: Sample
}

/** Every two means compared; p of a pair is corrected for all of them. */
export interface Comparison {
  readonly pairs: readonly Pair[]
  readonly table: SmallTable
  /** Which method, and why; what could not be compared. */
  readonly cautions: readonly Sentence[]
}

type Means = StatOf<'means'>
type Method = Exclude<Means['pairs'], 'auto'>

/** Tukey where variances are near each other, Games and Howell where they are not, or as was asked. */
export function compareMeans(groups: readonly Group[], stat: Means, format: Format): Comparison {
  const samples = groups.map(({ sample }) => sample)
  const near = nearlyEqualSpread(samples)
  const method = stat.pairs === 'auto' ? (near ? 'tukey' : 'games-howell') : stat.pairs
  const all = pairsOf(groups)
  const compare = comparing(method, samples, stat.confidence)
  const found = all.flatMap(([a, b]) => {
    const one = compare(a.sample, b.sample)
    return one ? [{ a: a.name, b: b.name, above: one.estimate > 0, ...one }] : []
  })
  const corrected = correctedFor(found.map(({ p }) => p))
  const pairs = found.map((one, at) => ({
    ...one,
    p: method === 'welch' ? (corrected[at]?.holm ?? 1) : one.p,
  }))
  const own = method === 'welch'
  const columns = [
    { title: say('第一组', 'first') },
    { title: say('第二组', 'second') },
    { title: unitHead(say('差', 'difference'), stat.unit), format },
    { title: say('区间下限', 'lower end'), format },
    { title: say('区间上限', 'upper end'), format },
    ...(own ? correctedHeads : [{ title: say('校正后的 p', 'corrected p'), format: '.3' }]),
  ]
  const rows = found.slice(0, mostComparisons).map((one, at) => {
    const last = corrected[at]
    const ps = own && last ? correctedCells(last) : [pCell(one.p)]
    return [one.a, one.b, one.estimate, one.low, one.high, ...ps]
  })
  return {
    pairs,
    table: { title: titles[method], columns, rows },
    cautions: [
      ...methodCaution(stat.pairs, method, near),
      ...(own ? [correctedCaution] : []),
      ...leftOut(all.length - found.length),
    ],
  }
}

function comparing(
  method: Method,
  samples: readonly Sample[],
  confidence: number,
): (a: Sample, b: Sample) => Difference | undefined {
  if (method === 'welch') return (a, b) => welch(a, b, confidence)
  if (method === 'games-howell') return (a, b) => gamesHowell(a, b, samples.length, confidence)
  return tukeyKramer(samples, confidence) ?? (() => undefined)
}

const titles: Readonly<Record<Method, Sentence>> = {
  tukey: say(
    '两两比较（图基 HSD；p 和区间已对所有的对校正）',
    'Pairs (Tukey’s HSD; p and intervals corrected for all pairs)',
  ),
  'games-howell': say(
    '两两比较（盖姆斯–豪厄尔；p 和区间已对所有的对校正）',
    'Pairs (Games–Howell; p and intervals corrected for all pairs)',
  ),
  welch: say('两两比较（韦尔奇 t）', 'Pairs (Welch’s t)'),
}

function methodCaution(asked: Means['pairs'], method: Method, near: boolean): Sentence[] {
  if (asked === 'auto') {
    return [
      near
        ? say(
            '各组的散开程度相近（最大的标准差不到最小的两倍），两两比较用图基 HSD。',
            'The groups spread about alike (largest standard deviation within twice the smallest), so pairs are compared by Tukey’s HSD.',
          )
        : say(
            '各组的散开程度相差大（最大的标准差超过最小的两倍），两两比较用不假设方差相等的盖姆斯–豪厄尔法。',
            'The groups spread unequally (largest standard deviation beyond twice the smallest), so pairs are compared after Games and Howell.',
          ),
    ]
  }
  if (method !== 'tukey' || near) return []
  return [
    say(
      '各组的散开程度相差大，图基 HSD 假设方差相等，这里不稳妥，请改用盖姆斯–豪厄尔法。',
      'The groups spread unequally, and Tukey’s HSD takes equal variances: use Games–Howell.',
    ),
  ]
}

const leftOut = (count: number) =>
  count > 0
    ? [
        say(
          `有 ${count} 对的值太少或都一样，没有比。`,
          `${count} pairs with too few values or without variation were not compared.`,
        ),
      ]
    : []
