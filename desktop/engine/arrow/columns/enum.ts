import type { DuckDBDataChunk } from '@duckdb/node-api'
import type { Column } from '@uwdata/flechette'
import { Dictionary } from '../dictionary.ts'
import { GrowingInts } from '../growing.ts'
import { validityBytes, valueBytes } from '../memory.ts'
import { isValid, Validity } from '../validity.ts'
import type { ColumnBuilder } from './column.ts'
import { dictionaryColumn } from './dictionary-column.ts'

/** Bytes of an ENUM's code, by how many values the type has. */
const widthOf = (values: number) => (values <= 0x100 ? 1 : values <= 0x10000 ? 2 : 4)

function codesIn({ buffer, byteOffset, byteLength }: Uint8Array, width: 1 | 2 | 4) {
  if (width === 1) return new Uint8Array(buffer, byteOffset, byteLength)
  if (width === 2) return new Uint16Array(buffer, byteOffset, byteLength / 2)
  return new Uint32Array(buffer, byteOffset, byteLength / 4)
}

/** ENUM: DuckDB's codes become the codes of an Arrow dictionary. */
export class EnumColumn implements ColumnBuilder {
  readonly #dictionary = new Dictionary()
  readonly #width: 1 | 2 | 4
  readonly #codes = new GrowingInts()
  readonly #validity = new Validity()

  constructor(values: readonly string[]) {
    this.#width = widthOf(values.length)
    const encoder = new TextEncoder()
    for (const value of values) {
      const bytes = encoder.encode(value)
      this.#dictionary.code(bytes, 0, bytes.length)
    }
  }

  get size(): number {
    return this.#codes.length * 4
  }

  append(chunk: DuckDBDataChunk, column: number): void {
    const codes = codesIn(valueBytes(chunk, column, this.#width), this.#width)
    const bitmap = validityBytes(chunk, column)
    for (const [row, code] of codes.entries()) this.#codes.push(isValid(bitmap, row) ? code : -1)
    this.#validity.append(bitmap, chunk.rowCount)
  }

  finish(): Column<unknown> {
    return dictionaryColumn(this.#dictionary, this.#codes.written, this.#validity)
  }
}
