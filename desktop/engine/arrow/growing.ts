import { ZhizhiError } from '../../contract/errors.ts'

/** The largest buffer of one column in one Arrow batch, in bytes; offsets are 32-bit. */
const LIMIT = 2 ** 30

const FIRST = 1024

/** Bytes that are appended to, doubling their room as they grow. */
export class GrowingBytes {
  #bytes = new Uint8Array(FIRST)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** What was written so far; only good until the next write. */
  get written(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length)
  }

  at(index: number): number {
    return this.#bytes[index] ?? 0
  }

  /** Makes room for `count` more bytes, counts them as written, and returns where they begin. */
  extend(count: number): number {
    const begin = this.#length
    const end = begin + count
    if (end > LIMIT) throw new ZhizhiError('too_large', { limit: LIMIT })
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.min(LIMIT, Math.max(end, this.#bytes.length * 2)))
      larger.set(this.written)
      this.#bytes = larger
    }
    this.#length = end
    return begin
  }

  append(bytes: Uint8Array): void {
    const begin = this.extend(bytes.length)
    this.#bytes.set(bytes, begin)
  }

  /** Appends a piece of `source`; short pieces are faster by hand than by `set`. */
  appendPiece(source: Uint8Array, start: number, length: number): void {
    const begin = this.extend(length)
    if (length > 48) {
      this.#bytes.set(source.subarray(start, start + length), begin)
      return
    }
    const bytes = this.#bytes
    for (let i = 0; i < length; i += 1) bytes[begin + i] = source[start + i] ?? 0
  }
}

/** 32-bit integers that are appended to, doubling their room as they grow. */
export class GrowingInts {
  #ints = new Int32Array(FIRST)
  #length = 0

  get length(): number {
    return this.#length
  }

  get written(): Int32Array<ArrayBuffer> {
    return this.#ints.subarray(0, this.#length)
  }

  at(index: number): number {
    return this.#ints[index] ?? 0
  }

  push(value: number): void {
    if (this.#length === this.#ints.length) {
      const larger = new Int32Array(this.#ints.length * 2)
      larger.set(this.#ints)
      this.#ints = larger
    }
    this.#ints[this.#length] = value
    this.#length += 1
  }
}
