import { tableFromIPC, Type, TimeUnit, type Column, type DataType } from '@uwdata/flechette'
import { fold } from './name.ts'
import type { CellValue } from './value.ts'

/** One column of a result; values are read when asked for. */
export interface ResultColumn {
  readonly name: string
  /** Whether values are compared by size, and so stand to the right. */
  readonly numeric: boolean
  at(row: number): CellValue
}

/** Rows of a result as they travelled. */
export interface ResultTable {
  readonly rows: number
  readonly columns: readonly ResultColumn[]
}

/** Reads an Arrow IPC stream; 64-bit integers and decimals stay exact. */
export function readResult(bytes: Uint8Array): ResultTable {
  const table = tableFromIPC(aligned(bytes), { useBigInt: true, useDecimalInt: true })
  const columns = table.children.map((column, index) =>
    readColumn(table.names[index] ?? '', column as Column<unknown>),
  )
  return { rows: table.numRows, columns }
}

/** Arrow's numbers are read in place, so its bytes must begin where eight-byte numbers may. */
export function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()
}

/** The value in the first row of the column of that name; undefined where there is none. */
export function firstOf(table: ResultTable, column: string): CellValue | undefined {
  const found = table.columns.find(({ name }) => fold(name) === fold(column))
  return found && table.rows > 0 ? found.at(0) : undefined
}

function readColumn(name: string, column: Column<unknown>): ResultColumn {
  const { type } = column
  const read = readerOf(type)
  const at = (row: number): CellValue => {
    const raw: unknown = column.at(row)
    return raw === null || raw === undefined ? null : read(raw)
  }
  return { name, numeric: isNumeric(type), at }
}

function isNumeric({ typeId }: DataType): boolean {
  return typeId === Type.Int || typeId === Type.Float || typeId === Type.Decimal
}

function readerOf(type: DataType): (raw: unknown) => CellValue {
  switch (type.typeId) {
    case Type.Decimal:
      return (raw) => ({
        kind: 'decimal',
        digits: BigInt(raw as number | bigint),
        scale: type.scale,
      })
    case Type.Date:
      return (raw) => ({ kind: 'date', ms: Number(raw) })
    case Type.Timestamp:
      return (raw) => ({ kind: 'timestamp', ms: Number(raw) })
    case Type.Time:
      return (raw) => clock(Number(raw) / perSecond(type.unit))
    case Type.Binary:
      return (raw) => (raw instanceof Uint8Array ? hex(raw) : String(raw))
    default:
      return plain
  }
}

function plain(raw: unknown): CellValue {
  if (typeof raw === 'boolean' || typeof raw === 'number' || typeof raw === 'bigint') return raw
  return typeof raw === 'string' ? raw : JSON.stringify(raw)
}

function perSecond(unit: number): number {
  if (unit === TimeUnit.SECOND) return 1
  if (unit === TimeUnit.MILLISECOND) return 1e3
  return unit === TimeUnit.MICROSECOND ? 1e6 : 1e9
}

/** `09:30:00`, with the fraction of the second where there is one. */
function clock(seconds: number): string {
  return new Date(Math.round(seconds * 1000))
    .toISOString()
    .slice(11, -1)
    .replace(/\.000$/, '')
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
