import { readResult } from '../../../../domain/notebook/result-table.ts'
import type { Ask } from './room.ts'

/** What a mark has been given to draw: columns of one length. */
export interface MarkData {
  readonly numRows?: number
  readonly columns?: Readonly<Record<string, ArrayLike<unknown>>>
}

/** As Mosaic 0.32 asks how far a column reaches, before it cuts it into bins. */
const extent = /^SELECT min\(("(?:[^"]|"")+")\) AS "min", max\(\1\) AS "max" FROM /

/** Asks again how far a column reaches where it reaches to infinity: no bin is so wide. */
export function finiteExtents(ask: Ask): Ask {
  return async (sql, type) => {
    const bytes = await ask(sql, type)
    const [, column] = extent.exec(sql) ?? []
    if (!bytes || column === undefined || !reachesInfinity(bytes)) return bytes
    return ask(`${sql} WHERE isfinite(${column})`, type)
  }
}

function reachesInfinity(bytes: Uint8Array): boolean {
  const { rows, columns } = readResult(bytes)
  const ends = rows > 0 ? columns.map((column) => column.at(0)) : []
  return ends.some((end) => typeof end === 'number' && !Number.isFinite(end))
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
