import { GrowingBytes } from './growing.ts'

const ones = Uint8Array.from({ length: 256 }, (_, byte) => {
  let count = 0
  for (let rest = byte; rest > 0; rest >>= 1) count += rest & 1
  return count
})

/** Whether bit `row` is set; a missing bitmap means that nothing is null. */
export function isValid(bitmap: Uint8Array | undefined, row: number): boolean {
  return bitmap === undefined || (((bitmap[row >> 3] ?? 0) >> (row & 7)) & 1) === 1
}

/** Joins the bitmaps of chunks into one Arrow validity bitmap (the same bit order). */
export class Validity {
  readonly #bits = new GrowingBytes()
  #rows = 0
  #nulls = 0

  get rows(): number {
    return this.#rows
  }

  get nulls(): number {
    return this.#nulls
  }

  /** Empty where there is no null, as Arrow allows. */
  get bitmap(): Uint8Array<ArrayBuffer> {
    return this.#nulls === 0 ? new Uint8Array(0) : this.#bits.written.slice()
  }

  append(bitmap: Uint8Array | undefined, rows: number): void {
    const end = this.#rows + rows
    this.#bits.extend(Math.ceil(end / 8) - this.#bits.length)
    const bits = this.#bits.written
    if (this.#rows % 8 === 0) this.#copy(bits, bitmap, rows)
    else this.#shift(bits, bitmap, rows)
    this.#rows = end
  }

  #copy(bits: Uint8Array, bitmap: Uint8Array | undefined, rows: number): void {
    const begin = this.#rows / 8
    const whole = rows >> 3
    for (let i = 0; i < whole; i += 1) {
      const byte = bitmap ? (bitmap[i] ?? 0) : 255
      bits[begin + i] = byte
      this.#nulls += 8 - (ones[byte] ?? 0)
    }
    const rest = rows & 7
    if (rest === 0) return
    const mask = (1 << rest) - 1
    const last = (bitmap ? (bitmap[whole] ?? 0) : 255) & mask
    bits[begin + whole] = last
    this.#nulls += rest - (ones[last] ?? 0)
  }

  #shift(bits: Uint8Array, bitmap: Uint8Array | undefined, rows: number): void {
    for (let row = 0; row < rows; row += 1) {
      const at = this.#rows + row
      if (isValid(bitmap, row)) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7))
      else this.#nulls += 1
    }
  }
}
