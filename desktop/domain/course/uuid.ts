/**
 * A UUID of a name (version 5, RFC 9562 §5.5): the same name gives the same UUID on every machine,
 * so that whoever receives a record twice knows it for one.
 */
export function uuidOf(namespace: string, name: string): string {
  const space = (namespace.replaceAll('-', '').match(/../g) ?? []).map((pair) => parseInt(pair, 16))
  const bytes = sha1([...space, ...utf8(name)]).slice(0, 16)
  const set = (at: number, keep: number, bits: number) => ((bytes[at] ?? 0) & keep) | bits
  bytes[6] = set(6, 0x0f, 0x50)
  bytes[8] = set(8, 0x3f, 0x80)
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function utf8(text: string): number[] {
  return (encodeURIComponent(text).match(/%..|./g) ?? []).map((part) =>
    part.length === 3 ? parseInt(part.slice(1), 16) : part.charCodeAt(0),
  )
}

/** SHA-1 (FIPS 180-4 §6.1) of bytes, as 20 bytes. It names things here and protects nothing. */
function sha1(message: readonly number[]): number[] {
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  const padded = [...message, 0x80]
  while (padded.length % 64 !== 56) padded.push(0)
  const bits = message.length * 8
  padded.push(...wordBytes(Math.floor(bits / 2 ** 32)), ...wordBytes(bits))
  for (let start = 0; start < padded.length; start += 64) {
    const next = mixed(state, schedule(padded.slice(start, start + 64)))
    for (const [index, word] of next.entries()) state[index] = ((state[index] ?? 0) + word) | 0
  }
  return state.flatMap(wordBytes)
}

const wordBytes = (word: number): number[] => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff)

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

function schedule(block: readonly number[]): number[] {
  const byte = (at: number) => block[at] ?? 0
  const words = Array.from({ length: 16 }, (_, at) => {
    const from = 4 * at
    return (byte(from) << 24) | (byte(from + 1) << 16) | (byte(from + 2) << 8) | byte(from + 3)
  })
  const word = (at: number) => words[at] ?? 0
  for (let at = 16; at < 80; at += 1) {
    words.push(rotate(word(at - 3) ^ word(at - 8) ^ word(at - 14) ^ word(at - 16), 1))
  }
  return words
}

function mixed(state: readonly number[], words: readonly number[]): number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
  for (const [round, word] of words.entries()) {
    const [f, constant] = roundOf(round, b, c, d)
    const next = (rotate(a, 5) + f + e + constant + word) | 0
    ;[a, b, c, d, e] = [next, a, rotate(b, 30), c, d]
  }
  return [a, b, c, d, e]
}

function roundOf(round: number, b: number, c: number, d: number): [number, number] {
  if (round < 20) return [(b & c) | (~b & d), 0x5a827999]
  if (round < 40) return [b ^ c ^ d, 0x6ed9eba1]
  if (round < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
  return [b ^ c ^ d, 0xca62c1d6]
}
