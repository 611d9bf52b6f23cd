import {
  type DuckDBDataChunk,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  JsonDuckDBValueConverter,
} from '@duckdb/node-api'
import { type Column, utf8 } from '@uwdata/flechette'
import { GrowingBytes, GrowingInts } from '../growing.ts'
import { validityBytes } from '../memory.ts'
import { Validity } from '../validity.ts'
import { type ColumnBuilder, columnOf } from './column.ts'

const nested: readonly DuckDBTypeId[] = [
  DuckDBTypeId.LIST,
  DuckDBTypeId.ARRAY,
  DuckDBTypeId.STRUCT,
  DuckDBTypeId.MAP,
  DuckDBTypeId.UNION,
  DuckDBTypeId.VARIANT,
]

/** A value as text: JSON where it has parts, else as DuckDB writes it. */
export function spoken(value: DuckDBValue, type: DuckDBType): string {
  if (!nested.includes(type.typeId)) return String(value)
  return JSON.stringify(JsonDuckDBValueConverter(value, type, JsonDuckDBValueConverter))
}

/** Types that have no place in a grid or a chart but as text: lists, structs, intervals, UUIDs … */
export class SpokenColumn implements ColumnBuilder {
  readonly #bytes = new GrowingBytes()
  readonly #offsets = new GrowingInts()
  readonly #validity = new Validity()
  readonly #encoder = new TextEncoder()

  constructor() {
    this.#offsets.push(0)
  }

  get size(): number {
    return this.#bytes.length
  }

  append(chunk: DuckDBDataChunk, column: number): void {
    const vector = chunk.getColumnVector(column)
    for (let row = 0; row < chunk.rowCount; row += 1) {
      const value = vector.getItem(row)
      if (value !== null) this.#bytes.append(this.#encoder.encode(spoken(value, vector.type)))
      this.#offsets.push(this.#bytes.length)
    }
    this.#validity.append(validityBytes(chunk, column), chunk.rowCount)
  }

  finish(): Column<unknown> {
    return columnOf(utf8(), this.#validity, {
      values: this.#bytes.written,
      offsets: this.#offsets.written,
    })
  }
}
