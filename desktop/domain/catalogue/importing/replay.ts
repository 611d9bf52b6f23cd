import type { DataPackage } from '../data-package.ts'
import type { ColumnType } from './column-profile.ts'
import type { Imported } from './imported.ts'
import type { TableLook } from './look.ts'
import type { Choices } from './recipe.ts'

/** How a dataset was imported, for doing the same with next month's file. */
export interface Past {
  readonly id: string
  readonly title: string
  readonly imported: Imported
  /** Of the columns that were kept. */
  readonly types: ReadonlyMap<string, string>
}

/** What of the last time does not fit this file. */
export interface Fit {
  /** Columns of the last time that are not here. */
  readonly missing: readonly string[]
  /** Columns that were not there the last time: what is proposed for them is as for any file. */
  readonly added: readonly string[]
  readonly changed: readonly {
    readonly column: string
    readonly was: string
    readonly is: ColumnType
  }[]
}

export function pastOf(dataset: DataPackage | undefined): Past | undefined {
  if (!dataset?.imported) return undefined
  const fields = dataset.resources.flatMap(({ schema }) => schema.fields)
  const types = new Map(fields.map(({ name, type }) => [name, type]))
  return { id: dataset.name, title: dataset.title, imported: dataset.imported, types }
}

/** Every column that the file had, those that were taken out included. */
const columnsOf = ({ imported }: Past) => Object.keys(imported.decisions)

/** From 0 to 1: how much of the columns of both have the same names. */
export function likeness(past: Past, names: readonly string[]): number {
  const [before, now] = [new Set(columnsOf(past)), new Set(names)]
  const both = [...now].filter((name) => before.has(name)).length
  const either = before.size + now.size - both
  return either === 0 ? 0 : both / either
}

/** From here on it is worth asking whether it is the same table again. */
export const alike = 0.6

/** What was chosen the last time; what a person has chosen since goes before it. */
export function choicesLike({ imported }: Past, { steps = [], ...chosen }: Choices): Choices {
  return { ...chosen, steps: [...imported.recipe.steps, ...steps] }
}

export function fitOf(past: Past, { columns }: Pick<TableLook, 'columns'>): Fit {
  const before = columnsOf(past)
  const now = new Map(columns.map((column) => [column.name, column]))
  return {
    missing: before.filter((name) => !now.has(name)),
    added: [...now.keys()].filter((name) => !before.includes(name)),
    changed: columns.flatMap(({ name, type }) => {
      const was = past.types.get(name)
      const isKept = past.imported.decisions[name] === 'keep'
      return was === undefined || was === type || !isKept ? [] : [{ column: name, was, is: type }]
    }),
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  number: '数',
  date: '日期',
  datetime: '日期和时间',
  yearmonth: '年月',
}

/** What does not fit, a sentence for each. */
export function explainFit({ missing, added, changed }: Fit): string[] {
  const list = (names: readonly string[]) => names.map((name) => `“${name}”`).join('、')
  return [
    ...(missing.length > 0 ? [`上次有、这次没有的列：${list(missing)}`] : []),
    ...(added.length > 0 ? [`上次没有的列：${list(added)}；请看看该怎么办`] : []),
    ...changed.map(
      ({ column, was, is }) =>
        `“${column}”上次是${typeNames[was] ?? was}，这次是${typeNames[is] ?? is}`,
    ),
  ]
}
