import { firstValue, misfit, valueOfText, type Input, type Value } from './input.ts'
import { cellsOf, type Notebook } from './notebook.ts'
import type { Sentence } from './problem.ts'

export interface ParameterInfo {
  readonly name: string
  readonly first: Value
  /** The control that sets it; undefined where only the front matter names it. */
  readonly input: Input | undefined
}

/** Every parameter of the notebook with its first value, in the order of the text. */
export function parametersIn(notebook: Notebook): ParameterInfo[] {
  const inputs = cellsOf(notebook, 'input').map(({ name, input }) => ({
    name,
    input,
    first: firstValue(input),
  }))
  const named = new Set(inputs.map(({ name }) => name))
  const others = Object.entries(notebook.head.params)
    .filter(([name]) => !named.has(name))
    .map(([name, first]) => ({ name, first, input: undefined }))
  return [...inputs, ...others]
}

/** The values to run with: what was chosen where it fits, else the first values. */
export function valuesOf(
  notebook: Notebook,
  chosen: Readonly<Record<string, unknown>> = {},
): Record<string, Value> {
  return Object.fromEntries(
    parametersIn(notebook).map(({ name, first, input }) => {
      const value = Object.hasOwn(chosen, name) ? chosen[name] : undefined
      return [name, isValue(value) && !(input && misfit(input, value)) ? value : first]
    }),
  )
}

export interface Misfit {
  readonly name: string
  readonly why: Sentence
}

/** Values as typed on a command line (`name=text`), or the first that names nothing or does not fit. */
export function valuesFromText(
  notebook: Notebook,
  texts: Readonly<Record<string, string>>,
): { readonly values: Record<string, Value> } | { readonly misfit: Misfit } {
  const known = new Map(parametersIn(notebook).map((parameter) => [parameter.name, parameter]))
  const values = valuesOf(notebook)
  for (const [name, text] of Object.entries(texts)) {
    const parameter = known.get(name)
    if (!parameter) {
      const why = { zh: '笔记里没有这个参数', en: 'the notebook has no such parameter' }
      return { misfit: { name, why } }
    }
    const value = valueOfText(text, parameter.first)
    const why = parameter.input && misfit(parameter.input, value)
    if (why) return { misfit: { name, why } }
    values[name] = value
  }
  return { values }
}

function isValue(value: unknown): value is Value {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
