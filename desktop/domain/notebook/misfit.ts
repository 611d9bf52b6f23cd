import * as z from 'zod'
import type { Option, Scalar, Value } from './input.ts'
import type { Sentence } from './problem.ts'

export const sentence = (zh: string, en: string): Sentence => ({ zh, en })

interface Bounds<T> {
  readonly min?: T | undefined
  readonly max?: T | undefined
}

/** Why a value is none of a slider's. */
export function sliderMisfit(
  { min, max }: Required<Bounds<number>>,
  value: Value,
): Sentence | undefined {
  if (typeof value !== 'number') return sentence('应是数字', 'must be a number')
  if (value >= Number(min) && value <= Number(max)) return undefined
  return sentence(`要在 ${min} 到 ${max} 之间`, `must lie between ${min} and ${max}`)
}

/** Why values are not among the options; options that a table has are not known here. */
export function optionsMisfit(
  values: readonly Scalar[],
  options: readonly Option[] | undefined,
): Sentence | undefined {
  if (!options) return undefined
  const known = options.map((option) => option.value)
  if (values.every((value) => known.includes(value))) return undefined
  return sentence(`只能是 ${known.join('、')}`, `must be one of ${known.join(', ')}`)
}

/** Why values are not days within the bounds, in order. */
export function rangeMisfit(
  values: readonly Value[],
  { min = '0000-01-01', max = '9999-12-31' }: Bounds<string>,
): Sentence | undefined {
  if (!values.every((value) => isDay(value) && value >= min && value <= max)) {
    return sentence('应是范围内的日期（年-月-日）', 'must be a date (YYYY-MM-DD) in the range')
  }
  const [first = '', last = first] = values
  if (first <= last) return undefined
  return sentence('开始的日期不能晚于结束的日期', 'must not begin after its end')
}

const day = z.iso.date()

/** Whether a value is a day as the calendar has it, `2024-02-29`. */
export function isDay(value: unknown): value is string {
  return day.safeParse(value).success
}
