import { welch, type Estimate } from '../../statistics/means.ts'
import { newcombe } from '../../statistics/proportions.ts'
import type { Sentence } from '../problem.ts'
import type { ResultTable } from '../result-table.ts'
import type { Scalar } from '../input.ts'
import { writeCell, writeValue, type Format } from '../value.ts'
import type { Figure } from './figure/figure.ts'
import { say, type Finished } from './finished.ts'
import {
  hitText,
  noValues,
  notNumbers,
  notTruths,
  sampleIn,
  smallCaution,
} from './finish-single.ts'
import type { Stat } from './stat.ts'
import { numberIn, numberOf, rowOf, valuesIn } from './statistics-row.ts'
import {
  basisOf,
  confidenceText,
  intervalFindings,
  noCause,
  pText,
  percent,
  plainFinding,
  points,
  pointsEn,
  sampleCaution,
  written,
} from './wording.ts'
import { mostGroups } from './write-parts.ts'

type Of<T extends Stat['test']> = Extract<Stat, { test: T }>

interface Two {
  readonly names: readonly [string, string]
  readonly rows: readonly [ResultTable, ResultTable]
}

/** The two groups to be compared, or why there are not two. */
function twoGroups(
  { group, groups }: { group: string; groups?: readonly Scalar[] | undefined },
  table: ResultTable,
): Two | { readonly why: Sentence } {
  const names = valuesIn(table, 'group_name').map((name) =>
    name === null ? null : writeCell(name),
  )
  const known = names.filter((name) => name !== null)
  const wanted = groups?.map(String) ?? known
  const [a, b] = wanted
  const missing = wanted.filter((name) => !known.includes(name))
  if (groups && missing.length > 0) {
    const list = missing.join('、')
    return { why: say(`${group}里没有“${list}”。`, `${group} has no “${list}”.`) }
  }
  if (wanted.length !== 2 || a === undefined || b === undefined) {
    const count = known.length > mostGroups ? `${mostGroups} 多` : String(known.length)
    const some = known.slice(0, 6).join('、')
    return {
      why: say(
        `${group}有 ${count} 组（${some}${known.length > 6 ? ' 等' : ''}），比较要选定两组。`,
        `${group} has ${known.length} groups (${some}); choose two.`,
      ),
    }
  }
  return {
    names: [a, b],
    rows: [rowOf(table, names.indexOf(a)), rowOf(table, names.indexOf(b))],
  }
}

/** Rows of the two groups, and those of no group, together. */
function basis(two: Two, table: ResultTable, group: string, wrong: Sentence): Sentence {
  const sum = (column: string) => two.rows.reduce((total, row) => total + numberIn(row, column), 0)
  const { zh, en } = basisOf({
    rows: sum('row_count'),
    used: sum('n'),
    empty: sum('empty_count'),
    wrong,
  })
  const homeless = valuesIn(table, 'group_name').indexOf(null)
  if (homeless < 0) return say(zh, en)
  const count = writeValue(numberOf(valuesIn(table, 'row_count')[homeless]), '.0')
  return say(`${zh}；另有 ${count} 行没有${group}`, `${en}; ${count} more have no ${group}`)
}

export function finishMeanDifference(stat: Of<'mean-difference'>, table: ResultTable): Finished {
  const two = twoGroups(stat, table)
  if ('why' in two) return { ok: false, why: two.why, basis: undefined }
  const told = basis(two, table, stat.group, notNumbers)
  const [a, b] = [sampleIn(two.rows[0]), sampleIn(two.rows[1])]
  const found = welch(a, b, stat.confidence)
  if (!found) return { ok: false, why: noSpread(two, [a.n, b.n]), basis: told }
  const { column, unit } = stat
  const [first, second] = two.names
  const { zh, en } = confidenceText(stat.confidence)
  const range = [written(found.low), written(found.high, unit)]
  const means = [written(a.mean), written(b.mean, unit)]
  return {
    ok: true,
    findings: [
      ...intervalFindings(found, say('平均之差', 'difference of means')),
      plainFinding('mean_1', say(`${first}的平均`, `mean of ${first}`), a.mean),
      plainFinding('mean_2', say(`${second}的平均`, `mean of ${second}`), b.mean),
      plainFinding('n_1', say(`${first}的行数`, `rows of ${first}`), a.n, '.0'),
      plainFinding('n_2', say(`${second}的行数`, `rows of ${second}`), b.n, '.0'),
      plainFinding('n', say('行数', 'rows'), a.n + b.n, '.0'),
    ],
    sentence: say(
      `${column}：${first}平均 ${means[0] ?? ''}，${second}平均 ${means[1] ?? ''}，差 ${written(found.estimate, unit)}，${zh} ${range.join(' 到 ')}（${pText(found.p)}）。`,
      `${column}: ${first} ${means[0] ?? ''} on average, ${second} ${means[1] ?? ''}; the difference is ${written(found.estimate, unit)}, ${en} ${range.join(' to ')} (${pText(found.p)}).`,
    ),
    says: straddle(found, two.names),
    saysNot: noCause,
    figure: differenceFigure(two.names, found, say('平均之差', 'difference of means')),
    basis: told,
    cautions: [sampleCaution, ...smallCaution(Math.min(a.n, b.n))],
  }
}

export function finishProportionDifference(
  stat: Of<'proportion-difference'>,
  table: ResultTable,
): Finished {
  const two = twoGroups(stat, table)
  if ('why' in two) return { ok: false, why: two.why, basis: undefined }
  const told = basis(two, table, stat.group, notTruths)
  const share = (row: ResultTable) => ({ hits: numberIn(row, 'hits'), n: numberIn(row, 'n') })
  const [a, b] = [share(two.rows[0]), share(two.rows[1])]
  const found = newcombe(a, b, stat.confidence)
  if (!found) return { ok: false, why: noValues(stat.column), basis: told }
  const what = hitText(stat)
  const [first, second] = two.names
  const { zh, en } = confidenceText(stat.confidence)
  const part = ({ hits, n }: typeof a) =>
    `${percent(hits / n)}（${writeValue(hits, '.0')}/${writeValue(n, '.0')}）`
  const asPoints = { estimate: found.estimate, low: found.low, high: found.high, p: found.p }
  return {
    ok: true,
    findings: [
      ...intervalFindings(asPoints, say('比例之差', 'difference of shares'), '%'),
      plainFinding('share_1', say(`${first}的比例`, `share of ${first}`), a.hits / a.n, '%'),
      plainFinding('share_2', say(`${second}的比例`, `share of ${second}`), b.hits / b.n, '%'),
      plainFinding('n_1', say(`${first}的分母`, `rows of ${first}`), a.n, '.0'),
      plainFinding('n_2', say(`${second}的分母`, `rows of ${second}`), b.n, '.0'),
      plainFinding('n', say('分母合计', 'rows'), a.n + b.n, '.0'),
    ],
    sentence: say(
      `${what.zh}的，${first}占 ${part(a)}，${second}占 ${part(b)}，差 ${points(found.estimate)}，${zh} ${points(found.low)} 到 ${points(found.high)}（${pText(found.p)}）。`,
      `With ${what.en}: ${first} ${part(a)}, ${second} ${part(b)}; the difference is ${pointsEn(found.estimate)}, ${en} ${pointsEn(found.low)} to ${pointsEn(found.high)} (${pText(found.p)}).`,
    ),
    says: straddle(found, two.names),
    saysNot: noCause,
    figure: differenceFigure(two.names, found, say('比例之差', 'difference of shares'), '%'),
    basis: told,
    cautions: [sampleCaution],
  }
}

/** An interval on both sides of 0 leaves open which is larger. */
function straddle({ low, high }: { low: number; high: number }, [a, b]: Two['names']): Sentence {
  if (low > 0 || high < 0) {
    const [more, less] = low > 0 ? [a, b] : [b, a]
    return say(
      `${more}比${less}高，差别大到难以用碰巧来解释；差多少，看区间的两头。`,
      `${more} is above ${less} by more than chance easily explains; the interval tells by how much.`,
    )
  }
  return say(
    '区间跨过 0，这些数据分不出哪一组更高。',
    'The interval includes 0: these data do not tell which is higher.',
  )
}

const noDifference = { value: 0, label: say('没有差别', 'no difference') }

function differenceFigure(
  [a, b]: Two['names'],
  { estimate, low, high }: Estimate,
  measure: Sentence,
  format?: Format,
): Figure {
  const label = say(`${a} − ${b}`, `${a} − ${b}`)
  const rows = [{ label, estimate, low, high }]
  return { kind: 'intervals', measure, format, rows, reference: noDifference }
}

function noSpread({ names }: Two, counts: readonly number[]): Sentence {
  const short = counts.findIndex((n) => !(n >= 2))
  if (short >= 0) {
    const [name, n] = [names[short] ?? '', counts[short] ?? 0]
    return say(
      `${name}只有 ${n} 个值，两组都至少要 2 个。`,
      `${name} has only ${n} values; each group needs two.`,
    )
  }
  return say(
    '两组里的值各自都一样，算不出区间。',
    'Within each group all values are the same; there is no interval.',
  )
}
