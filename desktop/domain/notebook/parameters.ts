import { firstValue, misfit, scalarSchema, type Input, type Scalar, type Value } from './input.ts'
import { rangeNames } from './input-text.ts'
import { rangeMisfit } from './misfit.ts'
import { cellsOf, type InputCell, type Notebook } from './notebook.ts'
import type { Sentence } from './problem.ts'
import { valueOfText } from './value-of-text.ts'

export interface ParameterInfo {
  readonly name: string
  readonly first: Value
  /** The control that sets it; undefined where only the front matter names it. */
  readonly input: Input | undefined
  /** Why a value does not fit it; nothing where it does. */
  readonly misfit: (value: Value) => Sentence | undefined
}

/** Every parameter of the notebook with its first value, in the order of the text. */
export function parametersIn(notebook: Notebook): ParameterInfo[] {
  const inputs = cellsOf(notebook, 'input').flatMap(parametersOf)
  const named = new Set(cellsOf(notebook, 'input').flatMap(namesOf))
  const others = Object.entries(notebook.head.params)
    .filter(([name]) => !named.has(name))
    .map(([name, first]) => ({ name, first, input: undefined, misfit: () => undefined }))
  return [...inputs, ...others]
}

/** The parameters that an input sets: its own, or the two ends of a range of days. */
export function parameterNamesOf({ name, input }: Pick<InputCell, 'name' | 'input'>): string[] {
  return input.type === 'daterange' ? Object.values(rangeNames(name)) : [name]
}

const namesOf = (cell: InputCell) => [cell.name, ...parameterNamesOf(cell)]

function parametersOf(cell: InputCell): ParameterInfo[] {
  const { input } = cell
  const first = firstValue(input)
  if (input.type !== 'daterange' || !Array.isArray(first)) {
    return [{ name: cell.name, first, input, misfit: (value) => misfit(input, value) }]
  }
  return parameterNamesOf(cell).map((name, index) => ({
    name,
    first: first[index] ?? '',
    input,
    misfit: (value) => rangeMisfit([value], input),
  }))
}

/** The values to run with: what was chosen where it fits, else the first values. */
export function valuesOf(
  notebook: Notebook,
  chosen: Readonly<Record<string, unknown>> = {},
): Record<string, Value> {
  return Object.fromEntries(
    parametersIn(notebook).map((parameter) => {
      const { name, first } = parameter
      const value = Object.hasOwn(chosen, name) ? chosen[name] : undefined
      return [name, isValue(value) && !parameter.misfit(value) ? value : first]
    }),
  )
}

export interface Misfit {
  readonly name: string
  readonly why: Sentence
}

/**
 * Values as typed on a command line (`name=text`; lists and the two ends of a range with commas), or
 * the first that names nothing or does not fit.
 */
export function valuesFromText(
  notebook: Notebook,
  texts: Readonly<Record<string, string>>,
): { readonly values: Record<string, Value> } | { readonly misfit: Misfit } {
  const known = new Map(parametersIn(notebook).map((parameter) => [parameter.name, parameter]))
  const values = valuesOf(notebook)
  const inputs = cellsOf(notebook, 'input')
  for (const [name, text] of Object.entries(texts)) {
    const cell = inputs.find((one) => one.name === name)
    const parameter = known.get(name)
    if (cell) {
      const value = valueOfText(text, firstValue(cell.input), cell.input)
      const why = misfit(cell.input, value)
      if (why) return { misfit: { name, why } }
      Object.assign(values, settled(cell, value))
    } else if (parameter) {
      const value = valueOfText(text, parameter.first)
      const why = parameter.misfit(value)
      if (why) return { misfit: { name, why } }
      values[name] = value
    } else {
      const why = { zh: '笔记里没有这个参数', en: 'the notebook has no such parameter' }
      return { misfit: { name, why } }
    }
  }
  const crossed = crossedRange(inputs, values)
  return crossed ? { misfit: crossed } : { values }
}

/** What an input's value comes to, by parameter. */
export function settled(
  cell: Pick<InputCell, 'name' | 'input'>,
  value: Value,
): Record<string, Value> {
  if (cell.input.type !== 'daterange' || !Array.isArray(value)) return { [cell.name]: value }
  return Object.fromEntries(parameterNamesOf(cell).map((name, index) => [name, value[index] ?? '']))
}

/** The ends of a range may be given one by one. */
function crossedRange(
  inputs: readonly InputCell[],
  values: Readonly<Record<string, Value>>,
): Misfit | undefined {
  for (const cell of inputs.filter(({ input }) => input.type === 'daterange')) {
    const why = misfit(
      cell.input,
      parameterNamesOf(cell).map((name) => values[name] as Scalar),
    )
    if (why) return { name: cell.name, why }
  }
  return undefined
}

function isValue(value: unknown): value is Value {
  if (Array.isArray(value)) return value.every((item) => scalarSchema.safeParse(item).success)
  return scalarSchema.safeParse(value).success
}
