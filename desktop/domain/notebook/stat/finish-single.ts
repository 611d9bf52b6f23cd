import { meanInterval, type Sample } from '../../statistics/means.ts'
import { wilson } from '../../statistics/proportions.ts'
import type { Scalar } from '../input.ts'
import type { Sentence } from '../problem.ts'
import type { ResultTable } from '../result-table.ts'
import { writeValue } from '../value.ts'
import { say, type Finished } from './finished.ts'
import type { Stat } from './stat.ts'
import { numberIn } from './statistics-row.ts'
import {
  basisOf,
  confidenceText,
  intervalFindings,
  onlyRows,
  percent,
  plainFinding,
  sampleCaution,
  written,
} from './wording.ts'

export const notNumbers = say('不是有限的数', 'no finite numbers')
export const notTruths = say('看不出是或否', 'neither true nor false')

export function basisIn(table: ResultTable, wrong: Sentence): Sentence {
  return basisOf({
    rows: numberIn(table, 'row_count'),
    used: numberIn(table, 'n'),
    empty: numberIn(table, 'empty_count'),
    wrong,
  })
}

export function sampleIn(table: ResultTable): Sample {
  return { n: numberIn(table, 'n'), mean: numberIn(table, 'mean'), sd: numberIn(table, 'sd') }
}

type Of<T extends Stat['test']> = Extract<Stat, { test: T }>

export function finishSummary({ column, unit }: Of<'summary'>, table: ResultTable): Finished {
  const basis = basisIn(table, notNumbers)
  const { n, mean, sd } = sampleIn(table)
  if (!(n > 0)) return { ok: false, why: noValues(column), basis }
  const of = (name: string) => numberIn(table, name)
  const [min, q1, median, q3, max] = ['min', 'q1', 'median', 'q3', 'max'].map((name) =>
    written(of(name), unit),
  )
  const findings = [
    plainFinding('estimate', say('中位数', 'median'), of('median')),
    plainFinding('mean', say('平均', 'mean'), mean),
    ...(n > 1 ? [plainFinding('sd', say('标准差', 'standard deviation'), sd)] : []),
    plainFinding('min', say('最小', 'minimum'), of('min')),
    plainFinding('q1', say('四分之一在此以下', 'first quartile'), of('q1')),
    plainFinding('q3', say('四分之三在此以下', 'third quartile'), of('q3')),
    plainFinding('max', say('最大', 'maximum'), of('max')),
    plainFinding('n', say('行数', 'rows'), n, '.0'),
  ]
  const average = written(mean, unit)
  const sentence = say(
    `${column}的中位数是 ${median ?? ''}，平均 ${average}；中间一半在 ${q1 ?? ''} 到 ${q3 ?? ''} 之间，最小 ${min ?? ''}，最大 ${max ?? ''}。`,
    `The median of ${column} is ${median ?? ''}, the mean ${average}; the middle half lies from ${q1 ?? ''} to ${q3 ?? ''}, all from ${min ?? ''} to ${max ?? ''}.`,
  )
  const skewed = Math.abs(mean - of('median')) > 0.25 * (of('q3') - of('q1'))
  const says = skewed
    ? say(
        '平均和中位数差得多，少数很大或很小的值拉动了平均：说“一般的情况”用中位数更稳妥。',
        'Mean and median lie far apart, so a few extreme values pull the mean: the median tells the usual case better.',
      )
    : say(
        '平均和中位数相近，用哪一个说“一般的情况”都可以。',
        'Mean and median lie close together: either tells the usual case.',
      )
  return { ok: true, findings, sentence, says, saysNot: onlyRows, basis, cautions: [] }
}

const meanIsNotEach = say(
  '区间说的是平均，不是每一个值：单个的值可以远在区间以外。',
  'The interval is about the mean, not about each value: single values may lie far outside it.',
)

export function finishMean({ column, unit, confidence }: Of<'mean'>, table: ResultTable): Finished {
  const basis = basisIn(table, notNumbers)
  const sample = sampleIn(table)
  if (!(sample.n > 0)) return { ok: false, why: noValues(column), basis }
  const interval = meanInterval(sample, confidence)
  if (!interval) return { ok: false, why: tooFew(sample.n), basis }
  const range = { low: written(interval.low), high: written(interval.high, unit) }
  const { zh, en } = confidenceText(confidence)
  const average = written(interval.estimate, unit)
  const constant = sample.sd === 0
  return {
    ok: true,
    findings: [
      ...intervalFindings(interval, say('平均', 'mean')),
      plainFinding('sd', say('标准差', 'standard deviation'), sample.sd),
      plainFinding('n', say('行数', 'rows'), sample.n, '.0'),
    ],
    sentence: constant
      ? say(`${column}的值都是 ${average}，没有差别可估。`, `Every ${column} is ${average}.`)
      : say(
          `${column}平均 ${average}，${zh} ${range.low} 到 ${range.high}。`,
          `The mean of ${column} is ${average}, ${en} ${range.low} to ${range.high}.`,
        ),
    says: say(
      '如果这些行是随机抽来的，真正的平均大约在这个区间里；区间越窄，估得越准。',
      'If the rows are a random sample, the true mean lies about within this interval; the narrower, the surer.',
    ),
    saysNot: meanIsNotEach,
    basis,
    cautions: constant ? [] : [sampleCaution, ...smallCaution(sample.n)],
  }
}

export function finishProportion(stat: Of<'proportion'>, table: ResultTable): Finished {
  const basis = basisIn(table, notTruths)
  const share = { hits: numberIn(table, 'hits'), n: numberIn(table, 'n') }
  const interval = wilson(share, stat.confidence)
  if (!interval) return { ok: false, why: noValues(stat.column), basis }
  const what = hitText(stat)
  const { zh, en } = confidenceText(stat.confidence)
  const part = `${writeValue(share.hits, '.0')}/${writeValue(share.n, '.0')}`
  const range = [percent(interval.low), percent(interval.high)]
  return {
    ok: true,
    findings: [
      ...intervalFindings(interval, say('比例', 'share'), '%'),
      plainFinding('hits', say('分子', 'numerator'), share.hits, '.0'),
      plainFinding('n', say('分母', 'denominator'), share.n, '.0'),
    ],
    sentence: say(
      `${what.zh}的占 ${percent(interval.estimate)}（${part}），${zh} ${range.join(' 到 ')}。`,
      `${percent(interval.estimate)} (${part}) have ${what.en}, ${en} ${range.join(' to ')}.`,
    ),
    says: say(
      '如果这些行是随机抽来的，真正的比例大约在这个区间里；分母越大，区间越窄。',
      'If the rows are a random sample, the true share lies about within this interval; more rows make it narrower.',
    ),
    saysNot: onlyRows,
    basis,
    cautions: [sampleCaution],
  }
}

/** What a row must have to count. */
export function hitText({
  column,
  equals,
}: {
  column: string
  equals?: Scalar | undefined
}): Sentence {
  if (equals === undefined) return say(`${column}为“是”`, `${column} true`)
  return say(`${column}为“${String(equals)}”`, `${column} “${String(equals)}”`)
}

export const noValues = (column: string) =>
  say(`“${column}”没有可用的值。`, `“${column}” has no value that can be used.`)

export const tooFew = (n: number) =>
  say(`只有 ${n} 个值，至少要 2 个才算得出区间。`, `Only ${n} value; an interval needs two.`)

export const smallCaution = (n: number) =>
  n < 15
    ? [
        say(
          `只有 ${n} 个值，分布偏斜时区间不可靠。`,
          `Only ${n} values: the interval is unreliable where they are skewed.`,
        ),
      ]
    : []
