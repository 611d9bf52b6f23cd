import type { DuckDBDataChunk } from '@duckdb/node-api'
import { type Column, decimal32 } from '@uwdata/flechette'
import { GrowingInts } from '../growing.ts'
import { validityBytes, valueBytes } from '../memory.ts'
import { Validity } from '../validity.ts'
import { type ColumnBuilder, columnOf } from './column.ts'

/** DECIMALs of up to 4 digits: 16 bits in DuckDB, 32 in Arrow. */
export class SmallDecimalColumn implements ColumnBuilder {
  readonly #width: number
  readonly #scale: number
  readonly #values = new GrowingInts()
  readonly #validity = new Validity()

  constructor(width: number, scale: number) {
    this.#width = width
    this.#scale = scale
  }

  get size(): number {
    return this.#values.length * 4
  }

  append(chunk: DuckDBDataChunk, column: number): void {
    const { buffer, byteOffset } = valueBytes(chunk, column, 2)
    const values = new Int16Array(buffer, byteOffset, chunk.rowCount)
    for (const value of values) this.#values.push(value)
    this.#validity.append(validityBytes(chunk, column), chunk.rowCount)
  }

  finish(): Column<unknown> {
    const type = decimal32(this.#width, this.#scale)
    return columnOf(type, this.#validity, { values: this.#values.written })
  }
}
