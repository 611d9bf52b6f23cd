import { surveyEstimate, type Stratum } from '../../statistics/survey.ts'
import type { Sentence } from '../problem.ts'
import type { ResultTable } from '../result-table.ts'
import { writeValue, type Format } from '../value.ts'
import { say, type Finished } from './finished.ts'
import { hitText, noValues } from './finish-single.ts'
import type { StatOf } from './stat.ts'
import { numberIn, numberOf, rowOf, valuesIn } from './statistics-row.ts'
import {
  basisOf,
  confidenceText,
  formatFor,
  intervalFindings,
  plainFinding,
  written,
} from './wording.ts'

export function finishSurvey(stat: StatOf<'survey'>, table: ResultTable): Finished {
  const sum = (column: string) =>
    valuesIn(table, column).reduce((total: number, one) => total + (numberOf(one) || 0), 0)
  const strata = Array.from({ length: table.rows }, (_, row) => stratumIn(rowOf(table, row)))
  const [n, rows] = [sum('n'), sum('row_count')]
  const basis = basisOf({ rows, used: n, empty: 0, wrong: unusable })
  if (n === 0) return { ok: false, why: noValues(stat.column), basis }
  const kind = stat.estimate === 'total' ? 'total' : 'mean'
  const found = surveyEstimate(strata, kind, stat.confidence)
  if (!found) return { ok: false, why: noDegrees, basis }
  const format = stat.estimate === 'share' ? '%' : formatFor(found.estimate)
  const effect = kind === 'mean' ? designEffect(found, sum, n) : undefined
  const { zh, en } = confidenceText(stat.confidence)
  const shown = (value: number) => shownAs(value, format, stat.unit)
  const what = whatOf(stat)
  return {
    ok: true,
    findings: [
      ...intervalFindings(found, what, format),
      plainFinding('error', say('标准误', 'standard error'), found.error, format),
      ...(effect === undefined
        ? []
        : [plainFinding('effect', say('设计效应', 'design effect'), effect, '.2')]),
      plainFinding('degrees', say('自由度', 'degrees of freedom'), found.degrees, '.0'),
      plainFinding('n', say('行数', 'rows'), n, '.0'),
    ],
    sentence: say(
      `按抽样设计估计，${what.zh}是 ${shown(found.estimate)}，${zh} ${shown(found.low)} 到 ${shown(found.high)}。`,
      `By the sampling design ${what.en} is ${shown(found.estimate)}, ${en} ${shown(found.low)} to ${shown(found.high)}.`,
    ),
    says: effectText(effect),
    saysNot: notBias,
    figure: {
      kind: 'intervals',
      measure: what,
      format,
      rows: [{ label: what, estimate: found.estimate, low: found.low, high: found.high }],
    },
    basis,
    cautions: cautionsOf(found.lonely, sum('unweighted'), found.degrees),
  }
}

function stratumIn(row: ResultTable): Stratum {
  const of = (column: string) => numberIn(row, column)
  const varied = (column: string) => of(column) || 0
  return {
    units: of('units'),
    a: of('a'),
    b: of('b'),
    vaa: varied('vaa'),
    vab: varied('vab'),
    vbb: varied('vbb'),
  }
}

/** The variance over that of a plain random sample of as many rows, drawn with replacement. */
function designEffect(
  { estimate, error }: { estimate: number; error: number },
  sum: (column: string) => number,
  n: number,
): number | undefined {
  const spread = (sum('c') / sum('b') - estimate ** 2) * (n / (n - 1))
  return spread > 0 ? error ** 2 / (spread / n) : undefined
}

const shownAs = (value: number, format: Format, unit: string | undefined) =>
  format === '%' ? writeValue(value, '%') : written(value, unit)

function whatOf(stat: StatOf<'survey'>): Sentence {
  const { column } = stat
  if (stat.estimate === 'share') {
    const hit = hitText(stat)
    return say(`${hit.zh}的比例`, `the share with ${hit.en}`)
  }
  return stat.estimate === 'total'
    ? say(`${column}的总数`, `the total of ${column}`)
    : say(`${column}的平均`, `the mean of ${column}`)
}

function effectText(effect: number | undefined): Sentence {
  if (effect === undefined) {
    return say(
      '这是按权数推到总体的数，区间已经算进了分层和整群。',
      'It speaks for the population that the weights stand for; strata and clusters are in the interval.',
    )
  }
  const times = writeValue(effect, '.2')
  return say(
    `区间已经算进了权数、分层和整群；同样多的行如果是简单随机抽样，方差是现在的 1/${times}（设计效应 ${times}）。`,
    `Weights, strata and clusters are in the interval; a plain random sample of as many rows would have 1/${times} of its variance (design effect ${times}).`,
  )
}

const notBias = say(
  '区间只管抽样的误差；没有答、答错、名册漏了人带来的偏差，它管不了。',
  'The interval covers chance of drawing only, not those who did not answer, wrong answers or gaps in the list.',
)
const unusable = say('没有值或者权数不大于 0', 'lack a value or a weight above 0')
const noDegrees = say(
  '每一层都只有一个抽样单元，估不出误差。',
  'Each stratum has one sampling unit only; the error cannot be known.',
)

function cautionsOf(lonely: number, unweighted: number, degrees: number): Sentence[] {
  return [
    ...(lonely > 0
      ? [
          say(
            `有 ${lonely} 层只有一个抽样单元，它的方差是拿它和全体的中间比出来的，偏大。`,
            `${lonely} strata have one sampling unit; it is set against the middle of all, which is cautious.`,
          ),
        ]
      : []),
    ...(unweighted > 0
      ? [
          say(
            `${unweighted} 行的权数不大于 0 或者没有，没有用。`,
            `${unweighted} rows have no weight above 0.`,
          ),
        ]
      : []),
    ...(degrees < 10
      ? [
          say(
            `自由度只有 ${degrees}，区间很粗。`,
            `Only ${degrees} degrees of freedom: a rough interval.`,
          ),
        ]
      : []),
  ]
}
