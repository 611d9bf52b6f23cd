import type { Settings } from '../../../../domain/notebook/settings.ts'
import type { WordsOf } from '../../../../domain/notebook/stat/column-words.ts'

export interface FieldOption {
  readonly value: string
  readonly label: string
  /** Beside the label, smaller: a column's own name where the label is its title. */
  readonly detail?: string
}

interface Common {
  readonly label: string
  readonly hint?: string
}

interface Choosing extends Common {
  readonly options: readonly FieldOption[]
  /** The options are columns of this table; `''` is the one that the cell reads. */
  readonly columnsOf?: string
}

/** One thing to be set in a form, and how it stands in the cell's settings. */
export type Field =
  | (Common & {
      readonly kind: 'text' | 'number' | 'date' | 'lines'
      readonly get: (settings: Settings) => string
      readonly set: (settings: Settings, text: string) => Settings
    })
  | (Choosing & {
      readonly kind: 'choice'
      readonly get: (settings: Settings) => string
      readonly set: (settings: Settings, value: string) => Settings
    })
  | (Choosing & {
      readonly kind: 'many'
      readonly get: (settings: Settings) => readonly string[]
      readonly set: (settings: Settings, values: readonly string[]) => Settings
    })

/** What a form has to go by: the tables that a cell may name, and their columns. */
export interface Ground {
  readonly tables: readonly string[]
  /** Tables that are cells of the notebook. */
  readonly cells: readonly string[]
  readonly columns: (table: string) => readonly string[]
  /** What the columns of a table are called. */
  readonly words: (table: string) => WordsOf
}

export type FieldsOf = (settings: Settings, ground: Ground) => Field[]

type Path = readonly (string | number)[]

/** What stands at a path of settings. */
export function getIn(settings: unknown, path: Path): unknown {
  let found: unknown = settings
  for (const part of path) {
    if (typeof found !== 'object' || found === null) return undefined
    found = (found as Readonly<Record<string | number, unknown>>)[part]
  }
  return found
}

/** The same settings with something else at a path; `undefined` takes it away. */
export function setIn(settings: Settings, [key, ...rest]: Path, value: unknown): Settings {
  if (key === undefined) return settings
  const inner = rest.length === 0 ? value : setInside(settings[key], rest, value)
  return { ...settings, [key]: inner }
}

function setInside(inside: unknown, path: Path, value: unknown): unknown {
  const [key] = path
  if (typeof key !== 'number') return setIn(isMapping(inside) ? inside : {}, path, value)
  const items: unknown[] = Array.isArray(inside) ? [...(inside as unknown[])] : []
  items[key] = value
  return items
}

const isMapping = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function written(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** A text; an empty one is left out. */
export const textAt = (...path: Path) => ({
  get: (settings: Settings) => written(getIn(settings, path)),
  set: (settings: Settings, text: string) =>
    setIn(settings, path, text.trim() === '' ? undefined : text),
})

/** A number; what is none stays as it is, so that checking it says so. */
export const numberAt = (...path: Path) => ({
  get: (settings: Settings) => written(getIn(settings, path)),
  set: (settings: Settings, text: string) => setIn(settings, path, numberOf(text)),
})

/** A list, one item a line; numbers where all of them are. */
export const linesAt = (...path: Path) => ({
  get: (settings: Settings) => itemsOf(getIn(settings, path)).join('\n'),
  set: (settings: Settings, text: string) => {
    const items = valuesOfLines(text)
    return setIn(settings, path, items.length === 0 ? undefined : items)
  },
})

export function valuesOfLines(text: string): (string | number)[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.every((line) => String(Number(line)) === line) ? lines.map(Number) : lines
}

function itemsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(written) : []
}

function numberOf(text: string): number | string | undefined {
  if (text.trim() === '') return undefined
  return Number.isFinite(Number(text)) ? Number(text) : text
}

/** Options from names; one that is set and not among them is kept, and marked. */
export function optionsOf(names: readonly string[], current: string, mark: string): FieldOption[] {
  const options = names.map((name) => ({ value: name, label: name }))
  if (current === '' || names.includes(current)) return options
  return [...options, { value: current, label: `${current}（${mark}）` }]
}
