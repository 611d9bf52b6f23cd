import type { Measure } from '../query/measure.ts'
import type { Group } from '../query/query.ts'
import type { PivotChange } from './edit.ts'
import { freeMeasureName, groupAlias } from './edit.ts'
import type { Pivot } from './pivot.ts'
import { titleIn, type Titles } from './titles.ts'

/** What a column holds, as far as choices care. */
export type ColumnKind = 'number' | 'date' | 'text' | 'boolean' | 'other'

export function columnKind(type: string): ColumnKind {
  if (/^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DECIMAL.*|DOUBLE|FLOAT|BIGNUM)$/.test(type))
    return 'number'
  if (/^(?:DATE|TIMESTAMP.*)$/.test(type)) return 'date'
  if (/^(?:VARCHAR|ENUM.*)$/.test(type)) return 'text'
  return type === 'BOOLEAN' ? 'boolean' : 'other'
}

/** Where fields stand in a pivot; conditions are made in a form of their own. */
export type Zone = 'rows' | 'columns' | 'values'

/** Something that is moved: a column of the table, or what stands in a zone. */
export type Piece =
  | { readonly zone: 'fields'; readonly column: string }
  | { readonly zone: Zone; readonly index: number }

/** What is known of the table's columns. */
export interface Known {
  readonly kindOf: (column: string) => ColumnKind
  readonly titles: Titles
}

/** The pivot with a piece moved to a place in a zone, the last where none is said; nothing where it cannot go. */
export function movedPiece(
  pivot: Pivot,
  piece: Piece,
  to: { readonly zone: Zone; readonly at?: number },
  known: Known,
): PivotChange | undefined {
  const lists = { rows: [...pivot.rows], columns: [...pivot.columns], values: [...pivot.values] }
  const column = columnOf(pivot, piece)
  let group: Group | undefined
  let measure: Measure | undefined
  if (piece.zone === 'values') measure = lists.values.splice(piece.index, 1)[0]
  else if (piece.zone !== 'fields') group = lists[piece.zone].splice(piece.index, 1)[0]
  const at = placeAfterRemoval(piece, to)
  if (to.zone === 'values') {
    measure ??= column === undefined ? undefined : firstMeasure(column, pivot, known)
    if (!measure) return undefined
    lists.values.splice(at ?? lists.values.length, 0, measure)
  } else {
    group ??= column === undefined ? undefined : firstGroup(column, known)
    if (!group || lists[to.zone].length >= (to.zone === 'rows' ? 4 : 3)) return undefined
    for (const zone of ['rows', 'columns'] as const) {
      const { column: own } = group
      lists[zone] = lists[zone].filter((one) => piece.zone !== 'fields' || one.column !== own)
    }
    lists[to.zone].splice(at ?? lists[to.zone].length, 0, group)
  }
  return lists
}

/** The pivot without what stands there. */
export function withoutPiece(pivot: Pivot, zone: Zone, index: number): PivotChange {
  return { [zone]: pivot[zone].filter((_, place) => place !== index) }
}

/** The column that a piece is about; counted rows are about none. */
export function columnOf(pivot: Pivot, piece: Piece): string | undefined {
  if (piece.zone === 'fields') return piece.column
  if (piece.zone !== 'values') return pivot[piece.zone][piece.index]?.column
  const measure = pivot.values[piece.index]
  return measure && measureColumn(measure)
}

export function measureColumn(measure: Measure): string | undefined {
  if ('share' in measure || ('count' in measure && measure.count === 'rows')) return undefined
  const [column] = Object.entries(measure).flatMap(([key, value]) =>
    key !== 'as' && typeof value === 'string' ? [value] : [],
  )
  return column
}

/** Taken out from before its new place, a piece leaves that place one nearer. */
function placeAfterRemoval(piece: Piece, to: { zone: Zone; at?: number }): number | undefined {
  if (to.at === undefined || piece.zone !== to.zone || piece.index >= to.at) return to.at
  return to.at - 1
}

function firstGroup(column: string, { kindOf }: Known): Group {
  if (kindOf(column) !== 'date') return { column }
  return { column, by: 'month', as: groupAlias(column, 'month') }
}

/** Amounts are summed up, of all else the rows with a value are counted. */
function firstMeasure(column: string, pivot: Pivot, { kindOf, titles }: Known): Measure {
  const title = titleIn(titles, column)
  return kindOf(column) === 'number'
    ? { as: freeMeasureName(pivot, `${title} 合计`), sum: column }
    : { as: freeMeasureName(pivot, `${title} 计数`), count: column }
}
