/** UTF-8 without the platform's encoder, which the rules do not have. */
export function utf8(text: string): number[] {
  const escaped = encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\uFFFD'))
  return [...escaped.matchAll(/%([0-9A-F]{2})|[^%]/g)].map(([letter, hex]) =>
    hex === undefined ? letter.charCodeAt(0) : Number.parseInt(hex, 16),
  )
}

/** The text of UTF-8 bytes; `undefined` where they are none. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decodeURIComponent(
      Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    )
  } catch {
    return undefined
  }
}

export const fromHex = (hex: string): number[] =>
  (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Takes a message apart from its front; reading beyond the end leaves `short` set. */
export class Unpacking {
  readonly #bytes: Uint8Array
  #at = 0
  #short = false

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  take(count: number): Uint8Array {
    const taken = this.#bytes.subarray(this.#at, this.#at + count)
    this.#at += count
    if (taken.length < count) this.#short = true
    return taken
  }

  number(count: number): number {
    return this.take(count).reduce((sum, byte) => sum * 256 + byte, 0)
  }

  /** A text behind its length in bytes. */
  text(): string | undefined {
    return fromUtf8(this.take(this.number(1)))
  }

  /** Whether the message ended exactly here. */
  get whole(): boolean {
    return !this.#short && this.#at === this.#bytes.length
  }
}
