import type { DataPackage } from '../../catalogue/data-package.ts'
import type { Group } from '../query/query.ts'

/** Titles of columns by their names, where all who use the name mean the same by it. */
export type Titles = ReadonlyMap<string, string>

/** What these datasets call their columns. */
export function titlesOf(datasets: readonly Pick<DataPackage, 'resources'>[]): Titles {
  const found = new Map<string, string>()
  const unsure = new Set<string>()
  for (const { name, title } of datasets.flatMap(fieldsOf)) {
    if ((found.get(name) ?? title) !== title) unsure.add(name)
    found.set(name, title)
  }
  for (const name of unsure) found.delete(name)
  return found
}

const fieldsOf = ({ resources }: Pick<DataPackage, 'resources'>) =>
  resources.flatMap(({ schema }) => schema.fields)

const periodNames = { year: '年', quarter: '季度', month: '月', week: '周', day: '日' } as const

/** What a group is called in a head; a name that only repeats column and period is not worth showing. */
export function groupTitle(group: Group, titles: Titles): string {
  const made = 'by' in group && group.as === `${group.column}_${group.by}`
  if ('as' in group && group.as !== undefined && !made) return group.as
  const column = titles.get(group.column) ?? group.column
  if ('by' in group) return `${column}（按${periodNames[group.by]}）`
  return 'width' in group ? `${column}（每 ${group.width}）` : column
}

/** What a column is called; its name where nobody gave it a title. */
export const titleIn = (titles: Titles, column: string): string => titles.get(column) ?? column
