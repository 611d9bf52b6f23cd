import type { DuckDBDataChunk } from '@duckdb/node-api'
import { bool, type Column } from '@uwdata/flechette'
import { GrowingBytes } from '../growing.ts'
import { validityBytes, valueBytes } from '../memory.ts'
import { Validity } from '../validity.ts'
import { type ColumnBuilder, columnOf } from './column.ts'

/** BOOLEAN: a byte per value in DuckDB, a bit in Arrow. */
export class BooleanColumn implements ColumnBuilder {
  readonly #bits = new GrowingBytes()
  readonly #validity = new Validity()

  get size(): number {
    return this.#bits.length
  }

  append(chunk: DuckDBDataChunk, column: number): void {
    const values = valueBytes(chunk, column, 1)
    const begin = this.#validity.rows
    const end = begin + chunk.rowCount
    this.#bits.extend(Math.ceil(end / 8) - this.#bits.length)
    const bits = this.#bits.written
    for (let at = begin; at < end; at += 1) {
      if (values[at - begin] === 1) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7))
    }
    this.#validity.append(validityBytes(chunk, column), chunk.rowCount)
  }

  finish(): Column<unknown> {
    return columnOf(bool(), this.#validity, { values: this.#bits.written })
  }
}
