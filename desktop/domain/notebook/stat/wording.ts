import type { Sentence } from '../problem.ts'
import { writeValue, type Format } from '../value.ts'
import { say, type Finding } from './finished.ts'

/** Decimals enough for three digits that count, as prose writes numbers. */
export function written(value: number, unit = ''): string {
  const text = writeValue(value, formatFor(value))
  return unit === '' ? text : `${text} ${unit}`
}

/** A format that keeps about three significant digits of a number of this size. */
export function formatFor(value: number): Format {
  const size = Math.abs(value)
  if (!Number.isFinite(size) || size === 0) return '.0'
  const places = Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(size))))
  return size >= 100 || Number.isInteger(value)
    ? Number.isInteger(value)
      ? '.0'
      : '.1'
    : `.${places}`
}

export const percent = (value: number) => writeValue(value, '%')

/** `12.3 个百分点` */
export const points = (value: number) => `${writeValue(value * 100, '.1')} 个百分点`
export const pointsEn = (value: number) => `${writeValue(value * 100, '.1')} percentage points`

/** A p is never 0. */
export function pText(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${writeValue(p, '.3')}`
}

export const confidenceText = (confidence: number): Sentence =>
  say(
    `${writeValue(confidence * 100)}% 置信区间`,
    `${writeValue(confidence * 100)}% confidence interval`,
  )

/** How many of the rows were used, and why others were not. */
export function basisOf(counts: {
  rows: number
  used: number
  empty: number
  /** What the unusable ones are. */
  wrong: Sentence
}): Sentence {
  const { rows, used, empty, wrong } = counts
  const unusable = rows - used - empty
  const number = (value: number) => writeValue(value, '.0')
  const zh = [
    `${number(rows)} 行里用了 ${number(used)} 行`,
    ...(empty > 0 ? [`${number(empty)} 行没有值`] : []),
    ...(unusable > 0 ? [`${number(unusable)} 行${wrong.zh}`] : []),
  ]
  const en = [
    `${number(used)} of ${number(rows)} rows used`,
    ...(empty > 0 ? [`${number(empty)} without a value`] : []),
    ...(unusable > 0 ? [`${number(unusable)} ${wrong.en}`] : []),
  ]
  return say(zh.join('，'), en.join(', '))
}

type Interval = Readonly<Record<'estimate' | 'low' | 'high', number>>

/** An estimate with its interval, and p where there is one. */
export function intervalFindings(
  interval: Interval & { readonly p?: number },
  label: Sentence,
  format?: Format,
): Finding[] {
  const shown = format ?? formatFor(interval.estimate)
  const finding = (name: string, title: Sentence, value: number, form: Format): Finding => ({
    name,
    label: title,
    value,
    format: form,
  })
  return [
    finding('estimate', label, interval.estimate, shown),
    finding('low', say('区间下限', 'lower end'), interval.low, shown),
    finding('high', say('区间上限', 'upper end'), interval.high, shown),
    ...(interval.p === undefined ? [] : [pFinding(interval.p)]),
  ]
}

/** Where it would be written as 0, what can be said of it. */
export const pFinding = (p: number): Finding => ({
  name: 'p',
  label: say('p 值', 'p'),
  value: p < 0.001 ? '<0.001' : p,
  format: '.3',
})

export const plainFinding = (
  name: string,
  label: Sentence,
  value: number,
  format?: Format,
): Finding => ({ name, label, value, format: format ?? formatFor(value) })

/** An interval is read on the assumption that the rows are a sample. */
export const sampleCaution = say(
  '区间按“这些行是随机抽来的样本、彼此无关”算；数据是全部而不是抽样时，它只作参考。',
  'The interval takes the rows for an independent random sample; where the data are everything there is, it is only a guide.',
)

/** Neither a cause nor more than the rows at hand. */
export const noCause = say(
  '谁引起谁、为什么会这样，它都不回答；没有放进来的因素可能才是原因。',
  'It does not answer what causes what, or why: something that was left out may be the reason.',
)
export const onlyRows = say(
  '它只说这张表里的行；表外的人和事、没有登记的情况，它不知道。',
  'It tells of the rows of this table only, not of people and matters outside it.',
)

/** p as a table shows it: a chance that would be written as 0 is told as a bound. */
export const pCell = (p: number): number | string => (p < 0.001 ? '<0.001' : p)
