const word = 0xffffffffffffffffn

/** Chance that a secret draws for a text: from 0 up to 1, the same each time, unknown without the secret. */
export function keyedChance(secret: string, text: string): number {
  const bytes = bytesOf(secret)
  const key = [sipHash([0n, 0n], bytes), sipHash([0n, 1n], bytes)] as const
  return Number(sipHash(key, bytesOf(text)) >> 11n) / 2 ** 53
}

/** SipHash-2-4 (Aumasson and Bernstein, 2012), a keyed hash for short messages. */
export function sipHash(key: readonly [bigint, bigint], message: readonly number[]): bigint {
  const state: State = [
    key[0] ^ 0x736f6d6570736575n,
    key[1] ^ 0x646f72616e646f6dn,
    key[0] ^ 0x6c7967656e657261n,
    key[1] ^ 0x7465646279746573n,
  ]
  const whole = message.length - (message.length % 8)
  for (let at = 0; at < whole; at += 8) take(state, littleEndian(message.slice(at, at + 8)))
  take(state, littleEndian(message.slice(whole)) | (BigInt(message.length & 0xff) << 56n))
  state[2] ^= 0xffn
  for (let round = 0; round < 4; round++) mix(state)
  return state[0] ^ state[1] ^ state[2] ^ state[3]
}

type State = [bigint, bigint, bigint, bigint]

function take(state: State, part: bigint): void {
  state[3] ^= part
  mix(state)
  mix(state)
  state[0] ^= part
}

function mix(state: State): void {
  let [a, b, c, d] = state
  a = (a + b) & word
  b = turn(b, 13n) ^ a
  a = turn(a, 32n)
  c = (c + d) & word
  d = turn(d, 16n) ^ c
  a = (a + d) & word
  d = turn(d, 21n) ^ a
  c = (c + b) & word
  b = turn(b, 17n) ^ c
  c = turn(c, 32n)
  state[0] = a
  state[1] = b
  state[2] = c
  state[3] = d
}

const turn = (bits: bigint, by: bigint) => ((bits << by) & word) | (bits >> (64n - by))

const littleEndian = (bytes: readonly number[]) =>
  bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n)

/** Two bytes for each UTF-16 unit. */
const bytesOf = (text: string) =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((unit) => [
    unit & 0xff,
    unit >> 8,
  ])
