import { placed } from '../chart-kinds/along.ts'
import type { KindRow, KindRows } from '../chart-kinds/kind-rows.ts'
import { measureShown, type KindDrawing } from '../chart-kinds/kinds.ts'
import { compareNames } from '../chart-kinds/order.ts'
import { titleIn, type Titles } from '../pivot/titles.ts'
import { plain, titleOf, type LayerTable } from './chart-table.ts'

interface Column {
  readonly title: string
  readonly of: (row: KindRow) => unknown
}

/** The groups behind a ready-made kind, those too for which the picture had no room. */
export function kindTable(draw: KindDrawing, found: KindRows, titles: Titles): LayerTable {
  const columns = [...keysOf(draw, found, titles), ...measuresOf(draw, found, titles)]
  return {
    columns: columns.map(({ title }) => title),
    rows: ordered(draw, found).map((row) => columns.map(({ of }) => plain(of(row)))),
  }
}

function keysOf(draw: KindDrawing, { time }: KindRows, titles: Titles): Column[] {
  const a = (column: string): Column => ({ title: titleIn(titles, column), of: (row) => row.a })
  const b = (column: string): Column => ({ title: titleIn(titles, column), of: (row) => row.b })
  const k = ({ k: place }: KindRow) => (time && typeof place === 'number' ? new Date(place) : place)
  switch (draw.kind) {
    case 'box':
      return draw.names === undefined ? [] : [a(draw.names)]
    case 'slope':
      return [a(draw.names), b(draw.at)]
    case 'panels':
      return [a(draw.panels), { title: titleOf(draw.along, titles), of: k }]
    case 'calendar':
      return [{ title: titleIn(titles, draw.day), of: k }]
    case 'control':
      return [{ title: titleOf(draw.along, titles), of: k }]
    default:
      return 'series' in draw ? [a(draw.names), b(draw.series)] : [a(draw.names)]
  }
}

function measuresOf(draw: KindDrawing, { rows }: KindRows, titles: Titles): Column[] {
  if (draw.kind !== 'box') {
    return [{ title: titleOf(measureShown(draw.value, rows), titles), of: ({ v }) => v }]
  }
  const value = titleIn(titles, draw.value)
  return [
    { title: `${value}：5% 分位`, of: ({ box }) => box?.low },
    { title: `${value}：下四分位`, of: ({ box }) => box?.q1 },
    { title: `${value}：中位数`, of: ({ box }) => box?.median },
    { title: `${value}：上四分位`, of: ({ box }) => box?.q3 },
    { title: `${value}：95% 分位`, of: ({ box }) => box?.high },
    { title: '有数的行', of: ({ box }) => box?.known },
  ]
}

/** What has its place along an axis is read along it; the rest stands as it came, the largest first. */
function ordered({ kind }: KindDrawing, { rows }: KindRows): readonly KindRow[] {
  if (kind === 'calendar' || kind === 'control') return placed(rows)
  return kind === 'panels'
    ? placed(rows).toSorted((one, other) => compareNames(one.a, other.a))
    : rows
}
