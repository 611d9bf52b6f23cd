import { independence } from '../../statistics/contingency.ts'
import { pearson } from '../../statistics/correlation.ts'
import type { Sentence } from '../problem.ts'
import type { ResultTable } from '../result-table.ts'
import { writeValue, type CellValue } from '../value.ts'
import { say, type Finished } from './finished.ts'
import type { Stat } from './stat.ts'
import { numberIn, numberOf, valuesIn } from './statistics-row.ts'
import {
  basisOf,
  causeCaution,
  confidenceText,
  intervalFindings,
  pFinding,
  pText,
  plainFinding,
  sampleCaution,
} from './wording.ts'
import { mostPairs } from './write-stat.ts'

type Of<T extends Stat['test']> = Extract<Stat, { test: T }>

const two = (value: number) => writeValue(value, '.2')

export function finishCorrelation(
  { columns: [x, y], confidence }: Of<'correlation'>,
  table: ResultTable,
): Finished {
  const n = numberIn(table, 'n')
  const wrong = say('有一列没有有限的数', 'lack a finite number in one column')
  const basis = basisOf({ rows: numberIn(table, 'row_count'), used: n, empty: 0, wrong })
  if (!(n >= 4)) {
    const why = say(
      `只有 ${n} 行两列都有数，至少要 4 行。`,
      `Only ${n} rows have both numbers; at least four are needed.`,
    )
    return { ok: false, why, basis }
  }
  const found = pearson(numberIn(table, 'r'), n, confidence)
  if (!found) {
    const why = say(
      '有一列的值都一样，谈不上相关。',
      'One column never varies, so nothing goes with it.',
    )
    return { ok: false, why, basis }
  }
  const { zh, en } = confidenceText(confidence)
  const range = [two(found.low), two(found.high)]
  return {
    ok: true,
    findings: [
      ...intervalFindings(found, say('相关系数', 'correlation'), '.2'),
      plainFinding('n', say('行数', 'rows'), n, '.0'),
    ],
    sentence: say(
      `${x}与${y}的相关系数是 ${two(found.estimate)}，${zh} ${range.join(' 到 ')}（${pText(found.p)}）：${together(found).zh}。`,
      `The correlation of ${x} and ${y} is ${two(found.estimate)}, ${en} ${range.join(' to ')} (${pText(found.p)}): ${together(found).en}.`,
    ),
    basis,
    cautions: [
      causeCaution,
      say(
        '它只看直线关系，几个极端的值就能改变它，先看散点图。',
        'It sees straight lines only, and a few extreme values can change it: look at a scatter plot first.',
      ),
      sampleCaution,
    ],
  }
}

function together({ low, high }: { low: number; high: number }): Sentence {
  if (low > 0)
    return say('一列高的行，另一列往往也高', 'rows high in one tend to be high in the other')
  if (high < 0)
    return say('一列高的行，另一列往往低', 'rows high in one tend to be low in the other')
  return say('这些数据看不出一同变化', 'these data do not show that they go together')
}

export function finishIndependence(
  { columns: [a, b] }: Of<'independence'>,
  table: ResultTable,
): Finished {
  if (table.rows > mostPairs) {
    const why = say(
      `${a}和${b}的组合超过 ${mostPairs} 种，请先把类别合并。`,
      `${a} and ${b} have more than ${mostPairs} combinations; merge categories first.`,
    )
    return { ok: false, why, basis: undefined }
  }
  const { counts, rows } = countsIn(table)
  const found = independence(counts)
  const used = counts.flat().reduce((sum, count) => sum + count, 0)
  const wrong = say('有一列没有值', 'lack a value in one column')
  const basis = basisOf({ rows, used, empty: 0, wrong })
  if (!found) {
    const why = say('两列都要有两种以上的值。', 'Both columns need two values or more.')
    return { ok: false, why, basis }
  }
  const thin = found.thin > 0.2 * found.cells || found.least < 1
  return {
    ok: true,
    findings: [
      plainFinding('estimate', say('克莱姆 V', 'Cramér’s V'), found.v, '.2'),
      pFinding(found.p),
      plainFinding('chi_square', say('卡方', 'chi-square'), found.statistic, '.2'),
      plainFinding('degrees', say('自由度', 'degrees of freedom'), found.degrees, '.0'),
      plainFinding('n', say('行数', 'rows'), found.n, '.0'),
    ],
    sentence: say(
      `${a}与${b}：卡方 ${two(found.statistic)}，自由度 ${found.degrees}，${pText(found.p)}；关联强度（克莱姆 V）${two(found.v)}，0 是无关，1 是由一个可以定出另一个。`,
      `${a} and ${b}: chi-square ${two(found.statistic)}, ${found.degrees} degrees of freedom, ${pText(found.p)}; strength (Cramér’s V) ${two(found.v)}, from 0 for none to 1 where one tells the other.`,
    ),
    basis,
    cautions: [
      ...(thin ? [thinCaution(found.thin, found.cells)] : []),
      causeCaution,
      say(
        '行很多时，很弱的关联也会有很小的 p，要看强度。',
        'With many rows a weak association has a small p too: look at its strength.',
      ),
    ],
  }
}

/** The usual rule (W. G. Cochran, Biometrics 10, 1954): at most a fifth of the cells below 5, none below 1. */
const thinCaution = (thin: number, cells: number) =>
  say(
    `${cells} 个格子里有 ${thin} 个的期望次数不到 5，p 不可靠，请合并类别。`,
    `${thin} of ${cells} cells expect fewer than 5, so p is unreliable: merge categories.`,
  )

function countsIn(table: ResultTable): { counts: number[][]; rows: number } {
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
  return { counts, rows: all.reduce((sum, count) => sum + count, 0) }
}
