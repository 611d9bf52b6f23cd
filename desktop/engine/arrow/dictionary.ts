import { GrowingBytes, GrowingInts } from './growing.ts'

/** Distinct byte strings, numbered in order of appearance (open addressing, FNV-1a). */
export class Dictionary {
  readonly bytes = new GrowingBytes()
  /** n + 1 offsets into `bytes`, as Arrow wants them. */
  readonly offsets = new GrowingInts()
  #slots = new Int32Array(1024).fill(-1)
  readonly #hashes = new GrowingInts()

  constructor() {
    this.offsets.push(0)
  }

  get size(): number {
    return this.offsets.length - 1
  }

  /** The number of a byte string, which is added if it is new. */
  code(source: Uint8Array, start: number, length: number): number {
    const hash = fnv(source, start, length)
    const mask = this.#slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = this.#slots[slot] ?? -1
      if (code < 0) return this.#add(slot, hash, source, start, length)
      if (this.#hashes.at(code) === hash && this.#equals(code, source, start, length)) {
        return code
      }
    }
  }

  #add(slot: number, hash: number, source: Uint8Array, start: number, length: number): number {
    const code = this.size
    this.#slots[slot] = code
    this.#hashes.push(hash)
    this.bytes.appendPiece(source, start, length)
    this.offsets.push(this.bytes.length)
    if (this.size * 2 > this.#slots.length) this.#widen()
    return code
  }

  #equals(code: number, source: Uint8Array, start: number, length: number): boolean {
    const begin = this.offsets.at(code)
    if (this.offsets.at(code + 1) - begin !== length) return false
    for (let i = 0; i < length; i += 1) {
      if (this.bytes.at(begin + i) !== source[start + i]) return false
    }
    return true
  }

  #widen(): void {
    const slots = new Int32Array(this.#slots.length * 4).fill(-1)
    const mask = slots.length - 1
    this.#hashes.written.forEach((hash, code) => {
      let slot = hash & mask
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask
      slots[slot] = code
    })
    this.#slots = slots
  }
}

/** http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv(source: Uint8Array, start: number, length: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < start + length; i += 1) {
    hash = Math.imul(hash ^ (source[i] ?? 0), 0x01000193)
  }
  return hash ^ (hash >>> 15)
}
