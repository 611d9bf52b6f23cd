import type { DuckDBDataChunk } from '@duckdb/node-api'
import { binary, type Column, utf8 } from '@uwdata/flechette'
import { Dictionary } from '../dictionary.ts'
import { GrowingBytes, GrowingInts } from '../growing.ts'
import { Strings } from '../strings.ts'
import { Validity } from '../validity.ts'
import { type ColumnBuilder, columnOf } from './column.ts'
import { dictionaryColumn } from './dictionary-column.ts'

/** A column with more distinct values than this, or than an eighth of its rows, is no dictionary. */
const MOST_DISTINCT = 65_536
const FEW_DISTINCT = 256

/** VARCHAR and BLOB: text with few distinct values travels as a dictionary, the rest as it is. */
export class TextColumn implements ColumnBuilder {
  readonly #strings = new Strings()
  readonly #validity = new Validity()
  readonly #blob: boolean
  #dictionary: Dictionary | undefined
  #codes = new GrowingInts()
  #bytes = new GrowingBytes()
  #offsets = new GrowingInts()

  constructor(kind: 'text' | 'blob') {
    this.#blob = kind === 'blob'
    this.#dictionary = this.#blob ? undefined : new Dictionary()
    this.#offsets.push(0)
  }

  get size(): number {
    return this.#dictionary
      ? this.#dictionary.bytes.length + this.#codes.length * 4
      : this.#bytes.length
  }

  append(chunk: DuckDBDataChunk, column: number): void {
    const strings = this.#strings
    strings.read(chunk, column)
    this.#validity.append(strings.bitmap, strings.count)
    if (this.#dictionary) this.#encode(strings, this.#dictionary)
    else this.#copy(strings)
  }

  finish(): Column<unknown> {
    if (this.#dictionary) {
      return dictionaryColumn(this.#dictionary, this.#codes.written, this.#validity)
    }
    const type = this.#blob ? binary() : utf8()
    return columnOf(type, this.#validity, {
      values: this.#bytes.written,
      offsets: this.#offsets.written,
    })
  }

  #encode(strings: Strings, dictionary: Dictionary): void {
    for (let row = 0; row < strings.count; row += 1) {
      this.#codes.push(
        strings.isNull(row)
          ? -1
          : dictionary.code(strings.source(row), strings.start(row), strings.length(row)),
      )
    }
    const few = Math.max(FEW_DISTINCT, Math.min(MOST_DISTINCT, this.#codes.length / 8))
    if (dictionary.size > few) this.#giveUp(dictionary)
  }

  #copy(strings: Strings): void {
    for (let row = 0; row < strings.count; row += 1) {
      this.#bytes.appendPiece(strings.source(row), strings.start(row), strings.length(row))
      this.#offsets.push(this.#bytes.length)
    }
  }

  /** Writes out the rows so far; the dictionary was no use. */
  #giveUp(dictionary: Dictionary): void {
    const bytes = dictionary.bytes.written
    const offsets = dictionary.offsets.written
    for (const code of this.#codes.written) {
      const start = offsets[code] ?? 0
      this.#bytes.appendPiece(bytes, start, code < 0 ? 0 : (offsets[code + 1] ?? 0) - start)
      this.#offsets.push(this.#bytes.length)
    }
    this.#dictionary = undefined
    this.#codes = new GrowingInts()
  }
}
