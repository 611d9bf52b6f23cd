import { readResult } from '../../../../domain/notebook/result-table.ts'
import type { Ask } from './room.ts'

/** What a mark has been given to draw: columns of one length. */
export interface MarkData {
  readonly numRows?: number
  readonly columns?: Readonly<Record<string, ArrayLike<unknown>>>
}

/** As Mosaic 0.32 asks how far columns reach, before it cuts them into bins; several at once. */
const item = '(?:min|max)\\("(?:[^"]|"")+"\\) AS "[^"]+"'
const extents = new RegExp(`^SELECT (${item}(?:, ${item})*) (FROM .*)$`)
const items = /(min|max)\(("(?:[^"]|"")+")\) AS ("[^"]+")/g

/** Asks again how far a column reaches where it reaches to infinity: no bin is so wide. */
export function finiteExtents(ask: Ask): Ask {
  return async (sql, type) => {
    const bytes = await ask(sql, type)
    const [, selected = '', from = ''] = extents.exec(sql) ?? []
    const far = bytes && selected !== '' ? infiniteEnds(bytes) : []
    if (!far.includes(true)) return bytes
    const finite = [...selected.matchAll(items)].map(([whole, end, column, as], at) =>
      far[at] ? `${end}(${column}) FILTER (isfinite(${column})) AS ${as}` : whole,
    )
    return ask(`SELECT ${finite.join(', ')} ${from}`, type)
  }
}

function infiniteEnds(bytes: Uint8Array): boolean[] {
  const { rows, columns } = readResult(bytes)
  return columns.map((column) => {
    const end = rows > 0 ? column.at(0) : null
    return typeof end === 'number' && !Number.isFinite(end)
  })
}

/** Only the rows that have a place on an axis; one at infinity would draw the axis there. */
export function withoutInfinite<Data extends MarkData>(data: Data): Data {
  const { columns, numRows = 0 } = data
  const all = Object.entries(columns ?? {})
  const far = (row: number) =>
    all.some(([, values]) => values[row] === Infinity || values[row] === -Infinity)
  const kept = Array.from({ length: numRows }, (_, row) => row).filter((row) => !far(row))
  if (kept.length === numRows) return data
  const picked = all.map(([name, values]) => [name, kept.map((row) => values[row])] as const)
  return { ...data, numRows: kept.length, columns: Object.fromEntries(picked) }
}
