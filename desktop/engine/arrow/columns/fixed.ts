import type { DuckDBDataChunk } from '@duckdb/node-api'
import { type Column, type DataType, float64 } from '@uwdata/flechette'
import { GrowingBytes } from '../growing.ts'
import { validityBytes, valueBytes } from '../memory.ts'
import { Validity } from '../validity.ts'
import { type ColumnBuilder, columnOf } from './column.ts'

type View = new (buffer: ArrayBuffer, offset: number, length: number) => ArrayBufferView

/** Values whose bytes are the same in DuckDB and in Arrow: they are copied as they lie. */
export class FixedColumn implements ColumnBuilder {
  readonly #type: DataType
  readonly #width: number
  readonly #view: View & { readonly BYTES_PER_ELEMENT: number }
  readonly #bytes = new GrowingBytes()
  readonly #validity = new Validity()

  constructor(type: DataType, width: number, view: View & { readonly BYTES_PER_ELEMENT: number }) {
    this.#type = type
    this.#width = width
    this.#view = view
  }

  get size(): number {
    return this.#bytes.length
  }

  append(chunk: DuckDBDataChunk, column: number): void {
    this.#bytes.append(valueBytes(chunk, column, this.#width))
    this.#validity.append(validityBytes(chunk, column), chunk.rowCount)
  }

  finish(): Column<unknown> {
    const { buffer, byteOffset, byteLength } = this.#bytes.written
    const View = this.#view
    const values = new View(buffer, byteOffset, byteLength / View.BYTES_PER_ELEMENT)
    return this.finishWith(values)
  }

  /** The last word on type and values; a subclass may change both. */
  protected finishWith(values: ArrayBufferView, type: DataType = this.#type): Column<unknown> {
    return columnOf(type, this.#validity, { values })
  }
}

/**
 * 64-bit integers for a reader that knows only doubles and throws on integers beyond 2^53 (Mosaic's
 * charts): a column that holds such a value becomes a column of doubles.
 */
export class DoubleSafeColumn extends FixedColumn {
  protected override finishWith(values: BigInt64Array | BigUint64Array): Column<unknown> {
    const unsafe = values.some((value) => !Number.isSafeInteger(Number(value)))
    return unsafe
      ? super.finishWith(Float64Array.from(values, Number), float64())
      : super.finishWith(values)
  }
}
