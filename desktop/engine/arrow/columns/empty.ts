import type { DuckDBDataChunk } from '@duckdb/node-api'
import { type Column, nullType } from '@uwdata/flechette'
import { Validity } from '../validity.ts'
import { type ColumnBuilder, columnOf } from './column.ts'

/** The type of a bare NULL: there is nothing to send but the number of rows. */
export class EmptyColumn implements ColumnBuilder {
  readonly size = 0
  readonly #validity = new Validity()

  append(chunk: DuckDBDataChunk): void {
    this.#validity.append(new Uint8Array(Math.ceil(chunk.rowCount / 8)), chunk.rowCount)
  }

  finish(): Column<unknown> {
    return columnOf(nullType(), this.#validity, { values: new Uint8Array(0) })
  }
}
