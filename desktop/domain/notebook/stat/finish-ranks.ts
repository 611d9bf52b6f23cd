import { dunn, kruskal, mannWhitney, type Ranked } from '../../statistics/ranks.ts'
import type { ResultTable } from '../result-table.ts'
import { writeValue } from '../value.ts'
import { say, type Finding, type Finished } from './finished.ts'
import { groupsSay } from './finish-groups.ts'
import { notNumbers } from './finish-single.ts'
import { groupNames, pairsOf, tooMany } from './group-rows.ts'
import {
  correctedCaution,
  correctedCells,
  correctedFor,
  correctedHeads,
  mostComparisons,
  pairCaution,
  unitHead,
} from './pair-table.ts'
import type { SmallTable } from './small-table.ts'
import type { StatOf } from './stat.ts'
import { numberIn, rowOf } from './statistics-row.ts'
import {
  basisOf,
  formatFor,
  noCause,
  pFinding,
  plainFinding,
  pText,
  sampleCaution,
  written,
} from './wording.ts'

interface Group extends Ranked {
  readonly name: string
  readonly median: number
}

export function finishRanks(stat: StatOf<'ranks'>, table: ResultTable): Finished {
  const groups = groupNames(table).map(({ name, row }): Group => {
    const of = (column: string) => numberIn(rowOf(table, row), column)
    return { name: name ?? '', n: of('n'), ranks: of('ranks'), median: of('median') }
  })
  const n = groups.reduce((sum, one) => sum + one.n, 0)
  const ties = groups.reduce((sum, _, row) => sum + numberIn(rowOf(table, row), 'ties'), 0)
  const rows = table.rows > 0 ? numberIn(table, 'row_count') : 0
  const basis = basisOf({ rows, used: n, empty: 0, wrong: unusable })
  const many = tooMany(groups.length)
  if (many) return { ok: false, why: many, basis }
  const found = kruskal(groups, ties)
  if (!found) {
    const why = say(
      '至少要有两组，而且值不能都一样。',
      'At least two groups are needed, and values that differ.',
    )
    return { ok: false, why, basis }
  }
  const [a, b] = groups
  const two = a && b && groups.length === 2 ? mannWhitney(a, b, ties) : undefined
  const p = two?.p ?? found.p
  const pairs = dunnPairs(groups, n, ties)
  const apart = groups.length === 2 ? pairs : pairs.filter((one) => one.p < 1 - stat.confidence)
  return {
    ok: true,
    findings: [
      ...headFindings(found, two),
      pFinding(p),
      plainFinding('n', say('行数', 'rows'), n, '.0'),
    ],
    sentence: sentenceOf(stat, groups, found, two),
    says: groupsSay(p < 1 - stat.confidence ? apart : [], p < 1 - stat.confidence),
    saysNot: noCause,
    table: groups.length > 2 ? pairTable(pairs, stat.unit) : undefined,
    figure: {
      kind: 'bars',
      measure: say(`${stat.column}的中位数`, `median of ${stat.column}`),
      rows: groups.map(({ name, median }) => ({ label: say(name, name), value: median })),
    },
    basis,
    cautions: [
      sampleCaution,
      ranksCaution,
      ...(groups.length > 2 ? [correctedCaution, ...pairCaution(groups.length)] : []),
      ...(n < 10 ? [fewCaution(n)] : []),
    ],
  }
}

type Kruskal = NonNullable<ReturnType<typeof kruskal>>
type Whitney = ReturnType<typeof mannWhitney>

function headFindings(found: Kruskal, two: Whitney): Finding[] {
  if (two) {
    return [
      plainFinding('estimate', say('秩二列相关', 'rank-biserial correlation'), two.biserial, '.2'),
      plainFinding('u', say('U', 'U'), two.u, '.1'),
    ]
  }
  return [
    plainFinding('estimate', say('H', 'H'), found.h, '.2'),
    plainFinding('degrees', say('自由度', 'degrees of freedom'), found.degrees, '.0'),
    plainFinding('epsilon', say('ε²', 'ε²'), found.epsilon, '.3'),
  ]
}

function sentenceOf(stat: StatOf<'ranks'>, groups: readonly Group[], found: Kruskal, two: Whitney) {
  const { column, group, unit } = stat
  if (two) {
    const [a, b] = groups.map(({ name, median }) => `${name} ${written(median, unit)}`)
    const told = `U = ${writeValue(two.u, '.1')}，${pText(two.p)}；秩二列相关 ${writeValue(two.biserial, '.2')}`
    return say(
      `${column}的中位数：${a ?? ''}，${b ?? ''}。曼–惠特尼检验 ${told}。`,
      `Median of ${column}: ${a ?? ''}, ${b ?? ''}. Mann–Whitney U = ${writeValue(two.u, '.1')}, ${pText(two.p)}; rank-biserial correlation ${writeValue(two.biserial, '.2')}.`,
    )
  }
  const [h, epsilon] = [writeValue(found.h, '.2'), writeValue(found.epsilon, '.3')]
  return say(
    `${column}在${group}的 ${groups.length} 组之间：克鲁斯卡尔–沃利斯 H = ${h}，自由度 ${found.degrees}，${pText(found.p)}；效应 ε² ${epsilon}。`,
    `${column} by ${group}, ${groups.length} groups: Kruskal–Wallis H = ${h}, ${found.degrees} degrees of freedom, ${pText(found.p)}; ε² ${epsilon}.`,
  )
}

function dunnPairs(groups: readonly Group[], n: number, ties: number) {
  const pairs = pairsOf(groups)
  const corrected = correctedFor(pairs.map(([a, b]) => dunn(a, b, n, ties)))
  return pairs.map(([a, b], at) => {
    const all = corrected[at] ?? { p: 1, holm: 1, bh: 1 }
    const above = a.ranks / a.n > b.ranks / b.n
    return { a: a.name, b: b.name, above, by: a.median - b.median, p: all.holm, all }
  })
}

function pairTable(pairs: ReturnType<typeof dunnPairs>, unit: string | undefined): SmallTable {
  return {
    title: say('两两比较（邓恩检验）', 'Pairs (Dunn’s test)'),
    columns: [
      { title: say('第一组', 'first') },
      { title: say('第二组', 'second') },
      {
        title: unitHead(say('中位数之差', 'difference of medians'), unit),
        format: formatFor(pairs[0]?.by ?? 0),
      },
      ...correctedHeads,
    ],
    rows: pairs
      .slice(0, mostComparisons)
      .map(({ a, b, by, all }) => [a, b, by, ...correctedCells(all)]),
  }
}

const unusable = say(`没有组别，或者${notNumbers.zh}`, `lack a group or have ${notNumbers.en}`)
const ranksCaution = say(
  '它按名次比，不怕极端的值，但不告诉平均差多少。',
  'It compares by rank, so extreme values do no harm, but it tells no difference of means.',
)
const fewCaution = (n: number) =>
  say(`只有 ${n} 个值，p 是近似的，只作参考。`, `With only ${n} values p is a rough guide.`)
