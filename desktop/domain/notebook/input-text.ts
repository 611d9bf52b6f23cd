import type { Input, Option, Scalar, Value } from './input.ts'
import { isDay } from './misfit.ts'
import { writeValue, type Format } from './value.ts'

/** What stands for an empty list, which sets no limit. */
export const UNLIMITED = '不限'

/** A parameter for prose: several values one after another, days in the format that is asked for. */
export function writeParameter(value: Value | undefined, format?: Format): string {
  if (!Array.isArray(value)) return writeScalar(value, format)
  if (value.length === 0) return UNLIMITED
  return value.map((item) => writeScalar(item, format)).join('、')
}

/** What an input is set to, in the words of its options. */
export function chosenText(
  name: string,
  input: Input,
  values: Readonly<Record<string, Value>>,
): string {
  if (input.type === 'daterange') {
    const { from, to } = rangeNames(name)
    return `${writeParameter(values[from])} 至 ${writeParameter(values[to])}`
  }
  const value = values[name]
  const options = 'options' in input ? input.options : undefined
  if (!Array.isArray(value)) return labelOf(value, options)
  return value.length === 0 ? UNLIMITED : value.map((item) => labelOf(item, options)).join('、')
}

/** The two parameters that a range of days sets. */
export const rangeNames = (name: string) => ({ from: `${name}_from`, to: `${name}_to` })

function labelOf(value: Scalar | undefined, options: readonly Option[] | undefined): string {
  const option = options?.find((one) => one.value === value)
  return option?.label ?? writeScalar(value)
}

function writeScalar(value: Scalar | undefined, format?: Format): string {
  const formatted = format !== undefined && isDay(value)
  return writeValue(formatted ? { kind: 'date', ms: Date.parse(value) } : value, format)
}
