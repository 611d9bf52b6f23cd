import { isMap, isSeq, parseDocument, type Document } from 'yaml'
import { isName } from '../name.ts'
import type { Condition } from '../query/condition.ts'
import type { Measure } from '../query/measure.ts'
import type { Group } from '../query/query.ts'
import type { Pivot } from './pivot.ts'

/** Parts of a pivot that choices change; what is left out stays as it is written. */
export type PivotChange = Partial<
  Pick<Pivot, 'rows' | 'columns' | 'values' | 'where' | 'totals' | 'sort' | 'formats' | 'from'>
> & {
  /** `null` takes the limit away. */
  readonly limit?: number | null
}

/** The pivot's YAML with these parts anew; comments and the parts not named stay. */
export function withChange(body: string, change: PivotChange): string {
  const document = parseDocument(body, { stringKeys: true })
  if (document.errors.length > 0 || !isMap(document.contents)) return body
  for (const [key, value] of Object.entries(change)) set(document, key, written(key, value))
  return document.toString({ lineWidth: 0 }).trimEnd()
}

function set(document: Document, key: string, value: unknown): void {
  if (value === undefined) {
    document.delete(key)
    return
  }
  const node: unknown = document.createNode(value)
  if (isSeq(node)) for (const item of node.items) if (isMap(item)) item.flow = true
  const plain = isSeq(node) && node.items.every((item) => !isMap(item))
  if ((isSeq(node) || isMap(node)) && (plain || key === 'sort' || key === 'totals'))
    node.flow = true
  document.set(key, node)
}

/** As an author would write it; nothing where that is what goes without saying. */
function written(key: string, value: unknown): unknown {
  if (value === null) return undefined
  if (key === 'rows' || key === 'columns') return empty((value as Group[]).map(writtenGroup))
  if (key === 'values' || key === 'where')
    return empty((value as (Measure | Condition)[]).map(known))
  if (key === 'totals') {
    const { rows, columns } = value as Pivot['totals']
    return rows === columns ? rows : value
  }
  if (key === 'sort') {
    const { rows, columns } = value as Pivot['sort']
    return rows.length + columns.length === 0 ? undefined : value
  }
  if (key === 'formats') return Object.keys(value as object).length === 0 ? undefined : value
  return value
}

const empty = (list: unknown[]) => (list.length === 0 ? undefined : list)

const known = (part: object) =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined))

function writtenGroup(group: Group): unknown {
  return 'by' in group || 'width' in group ? known(group) : group.column
}

/** A name for a measure that nothing in the pivot has yet. */
export function freeMeasureName(pivot: Pivot, base: string): string {
  const taken = new Set(pivot.values.map(({ as }) => as))
  const short = base.slice(0, 90)
  let name = short
  for (let count = 2; taken.has(name); count += 1) name = `${short} ${count}`
  return name
}

/** A name for a group of periods or bins, so that a column may stand in several. */
export function groupAlias(column: string, suffix: string): string | undefined {
  const alias = `${column}_${suffix}`
  return isName(alias) ? alias : undefined
}
