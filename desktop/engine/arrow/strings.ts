import type { DuckDBDataChunk } from '@duckdb/node-api'
import { bytesAt, validityBytes, valueBytes } from './memory.ts'
import { isValid } from './validity.ts'

/**
 * Finds the bytes of a chunk's VARCHAR or BLOB values. DuckDB keeps each as 16 bytes: the length,
 * then either up to 12 bytes of text, or 4 bytes of prefix and a pointer. One call into the binding
 * costs far more than a short string, but the long strings of a chunk lie close together (4 or 5
 * stretches for 2,048 of them), so whole stretches are fetched and the strings found inside.
 */
const WIDTH = 16
const INLINE = 12

/** Bytes between two strings that are still read as one stretch; far less than a memory page. */
const GAP = 64

interface Stretch {
  from: number
  to: number
}

export class Strings {
  count = 0
  bitmap: Uint8Array | undefined
  readonly lengths = new Int32Array(2048)
  readonly #starts = new Int32Array(2048)
  readonly #stretchOf = new Int32Array(2048)
  readonly #addresses = new Float64Array(2048)
  #sources: Uint8Array[] = []

  /** Where string `row` begins in its source. */
  start(row: number): number {
    return this.#starts[row] ?? 0
  }

  length(row: number): number {
    return this.lengths[row] ?? 0
  }

  source(row: number): Uint8Array {
    return this.#sources[this.#stretchOf[row] ?? 0] ?? new Uint8Array(0)
  }

  isNull(row: number): boolean {
    return !isValid(this.bitmap, row)
  }

  /** Reads a column of the chunk; good while the chunk is alive. */
  read(chunk: DuckDBDataChunk, column: number): void {
    this.count = chunk.rowCount
    this.bitmap = validityBytes(chunk, column)
    const inline = valueBytes(chunk, column, WIDTH)
    const stretches = this.#locate(
      new Uint32Array(inline.buffer, inline.byteOffset, this.count * 4),
    )
    this.#sources = [inline, ...stretches.map(({ from, to }) => bytesAt(from, to - from))]
    for (let row = 0; row < this.count; row += 1) {
      const stretch = stretches[(this.#stretchOf[row] ?? 0) - 1]
      if (stretch) this.#starts[row] = (this.#addresses[row] ?? 0) - stretch.from
    }
  }

  /** Lengths of all strings, places of the inline ones, addresses and stretches of the rest. */
  #locate(words: Uint32Array): Stretch[] {
    const stretches: Stretch[] = []
    let current: Stretch = { from: Infinity, to: -Infinity }
    for (let row = 0; row < this.count; row += 1) {
      this.#stretchOf[row] = 0
      if (this.isNull(row)) {
        this.lengths[row] = 0 // what lies in a null's place is no pointer
        continue
      }
      const length = words[row * 4] ?? 0
      this.lengths[row] = length
      if (length <= INLINE) {
        this.#starts[row] = row * WIDTH + 4
        continue
      }
      const from = (words[row * 4 + 2] ?? 0) + (words[row * 4 + 3] ?? 0) * 2 ** 32
      const to = from + length
      if (to < current.from - GAP || from > current.to + GAP) {
        current = { from, to }
        stretches.push(current)
      } else {
        current.from = Math.min(current.from, from)
        current.to = Math.max(current.to, to)
      }
      this.#addresses[row] = from
      this.#stretchOf[row] = stretches.length
    }
    return stretches
  }
}
