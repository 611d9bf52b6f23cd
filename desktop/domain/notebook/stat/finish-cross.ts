import { cramerInterval } from '../../statistics/cramer.ts'
import { adjustedResiduals, independence, type Independence } from '../../statistics/contingency.ts'
import { exactCautions, exactFindings, exactOf } from './cross-exact.ts'
import type { ResultTable } from '../result-table.ts'
import { writeValue, type CellValue } from '../value.ts'
import { say, type Finding, type Finished } from './finished.ts'
import type { SmallTable } from './small-table.ts'
import type { StatOf } from './stat.ts'
import { numberOf, valuesIn } from './statistics-row.ts'
import { basisOf, noCause, pFinding, plainFinding, pText } from './wording.ts'
import { mostPairs } from './write-parts.ts'

const two = (value: number) => writeValue(value, '.2')

export function finishIndependence(
  { columns: [a, b], confidence, exact: way }: StatOf<'independence'>,
  table: ResultTable,
): Finished {
  if (table.rows > mostPairs) {
    const why = say(
      `${a}和${b}的组合超过 ${mostPairs} 种，请先把类别合并。`,
      `${a} and ${b} have more than ${mostPairs} combinations; merge categories first.`,
    )
    return { ok: false, why, basis: undefined }
  }
  const cross = countsIn(table)
  const { counts, rows } = cross
  if (counts.flat().some((count) => !Number.isFinite(count))) {
    return { ok: false, why: heldBack, basis: undefined }
  }
  const found = independence(counts)
  const used = counts.flat().reduce((sum, count) => sum + count, 0)
  const wrong = say('有一列没有值', 'lack a value in one column')
  const basis = basisOf({ rows, used, empty: 0, wrong })
  if (!found) {
    const why = say('两列都要有两种以上的值。', 'Both columns need two values or more.')
    return { ok: false, why, basis }
  }
  const side = Math.min(cross.ups.length, cross.downs.length)
  const strength = cramerInterval({ ...found, side }, confidence)
  const exact = exactOf(table, counts, way)
  const p = typeof exact === 'number' ? exact : found.p
  const thin = found.thin > 0.2 * found.cells || found.least < 1
  return {
    ok: true,
    findings: findingsOf(found, strength, exactFindings(exact, way)),
    sentence: say(
      `${a}与${b}：卡方 ${two(found.statistic)}，自由度 ${found.degrees}，${pText(found.p)}；关联强度（克莱姆 V）${two(found.v)}（区间 ${two(strength.low)} 到 ${two(strength.high)}），0 是无关，1 是由一个可以定出另一个。`,
      `${a} and ${b}: chi-square ${two(found.statistic)}, ${found.degrees} degrees of freedom, ${pText(found.p)}; strength (Cramér’s V) ${two(found.v)} (${two(strength.low)} to ${two(strength.high)}), from 0 for none to 1 where one tells the other.`,
    ),
    says: p < 1 - confidence ? related : unrelated,
    saysNot: noCause,
    table: crossTable([a, b], cross),
    basis,
    cautions: [
      ...(thin ? [thinCaution(found.thin, found.cells, typeof exact === 'number')] : []),
      ...exactCautions(exact, way),
      say(
        '行很多时，很弱的关联也会有很小的 p，要看强度。',
        'With many rows a weak association has a small p too: look at its strength.',
      ),
    ],
  }
}

function findingsOf(
  found: Independence,
  strength: { readonly low: number; readonly high: number },
  exact: readonly Finding[],
): Finding[] {
  return [
    plainFinding('estimate', say('克莱姆 V', 'Cramér’s V'), found.v, '.2'),
    plainFinding('low', say('V 的区间下限', 'V, lower end'), strength.low, '.2'),
    plainFinding('high', say('V 的区间上限', 'V, upper end'), strength.high, '.2'),
    pFinding(found.p),
    ...exact,
    plainFinding('chi_square', say('卡方', 'chi-square'), found.statistic, '.2'),
    plainFinding('degrees', say('自由度', 'degrees of freedom'), found.degrees, '.0'),
    plainFinding('n', say('行数', 'rows'), found.n, '.0'),
  ]
}

/** The usual rule (W. G. Cochran, Biometrics 10, 1954): at most a fifth of the cells below 5, none below 1. */
const thinCaution = (thin: number, cells: number, exact: boolean) =>
  exact
    ? say(
        `${cells} 个格子里有 ${thin} 个的期望次数不到 5，请看费希尔精确 p，不看卡方的 p。`,
        `${thin} of ${cells} cells expect fewer than 5: go by Fisher’s exact p.`,
      )
    : say(
        `${cells} 个格子里有 ${thin} 个的期望次数不到 5，p 不可靠，请合并类别。`,
        `${thin} of ${cells} cells expect fewer than 5, so p is unreliable: merge categories.`,
      )

const heldBack = say(
  '有的格子人数太少，没有带出，这张表算不了。',
  'Some cells were held back because they are small, so nothing can be computed.',
)

const related = say(
  '两个分类不是各管各的：知道了一个，另一个的分布就有些不同。哪些格子多、哪些少，看调整残差（绝对值大于 2 的）。',
  'The two are related: knowing one changes the spread of the other. Adjusted residuals beyond 2 show where.',
)
const unrelated = say(
  '这些数据看不出两个分类有关；看不出不等于没有，行数少时尤其如此。',
  'These data do not show that the two are related, which is not to say that they are not.',
)

interface Cross {
  readonly ups: readonly CellValue[]
  readonly downs: readonly CellValue[]
  readonly counts: readonly (readonly number[])[]
  readonly rows: number
}

/** Cells of a table that is still read. */
const mostShown = 60

/** Each pair: how many, which share of its row, how far from what chance would put there. */
function crossTable([a, b]: readonly [string, string], { ups, downs, counts }: Cross): SmallTable {
  const residuals = adjustedResiduals(counts)
  const rows = ups.flatMap((up, i) => {
    const line = counts[i] ?? []
    const sum = line.reduce((total, count) => total + count, 0)
    return downs.map((down, j) => {
      const count = line[j] ?? 0
      return [up, down, count, sum > 0 ? count / sum : null, residuals[i]?.[j] ?? null]
    })
  })
  return {
    title: say('每个格子', 'Each cell'),
    columns: [
      { title: say(a, a) },
      { title: say(b, b) },
      { title: say('行数', 'rows'), format: '.0' },
      { title: say('占本行', 'share of its row'), format: '%' },
      { title: say('调整残差', 'adjusted residual'), format: '.2' },
    ],
    rows: rows.slice(0, mostShown),
  }
}

function countsIn(table: ResultTable): Cross {
  const [as, bs] = [valuesIn(table, 'a'), valuesIn(table, 'b')]
  const all = valuesIn(table, 'row_count').map(numberOf)
  const order = (values: readonly CellValue[]): CellValue[] =>
    [...new Set(values)].filter((one) => one !== null)
  const [ups, downs] = [order(as), order(bs)]
  const counts = ups.map(() => downs.map(() => 0))
  for (const [row, count] of all.entries()) {
    const line = counts[ups.indexOf(as[row] ?? null)]
    const at = downs.indexOf(bs[row] ?? null)
    if (line && at >= 0) line[at] = count
  }
  return { ups, downs, counts, rows: all.reduce((sum, count) => sum + count, 0) }
}
