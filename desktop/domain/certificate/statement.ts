import { fromHex, toHex, Unpacking, utf8 } from './packing.ts'

/** What a certificate says, all of it signed. */
export interface Statement {
  /** The issuer's key: the first 8 bytes of the SHA-256 of its public half, hex. */
  readonly issuer: string
  /** The certificate's own number, 6 bytes, hex. */
  readonly id: string
  /** Days, `2026-11-26`. */
  readonly issued: string
  /** The last day on which it holds; null: without end. */
  readonly expires: string | null
  readonly course: string
  /** As the learner wants it printed. */
  readonly name: string
  /** Which of the course's objectives were reached, in the course's order. */
  readonly reached: readonly boolean[]
  /** Marks the list of objectives, so that a changed course does not lend them other names. */
  readonly list: number
}

export const limits = { name: 60, course: 40, goals: 64 } as const

/** All that is signed fits with its 64 bytes of signature into so many bytes. */
export const mostBytes = 212

const layout = 1
const dayMs = 86_400_000
const firstDay = Date.UTC(2020, 0, 1)

/** Days since 2020-01-01 from 1 on, so that 0 can mean none. */
const dayNumber = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - firstDay) / dayMs + 1
const dayOf = (number: number): string =>
  new Date(firstDay + (number - 1) * dayMs).toISOString().slice(0, 10)

const twoBytes = (value: number): number[] => [value >> 8, value & 255]

/** Whether a name can be printed: some letters, no control characters, short enough for the code. */
export const isPrintableName = (name: string): boolean =>
  name.trim() !== '' && !/\p{C}/u.test(name) && utf8(name).length <= limits.name

/** The bytes that are signed. Throws where something is longer than the code can hold. */
export function packStatement(statement: Statement): Uint8Array {
  const { issuer, id, issued, expires, course, name, reached, list } = statement
  const texts = [utf8(course), utf8(name)]
  const [courseBytes = [], nameBytes = []] = texts
  if (courseBytes.length > limits.course || nameBytes.length > limits.name) {
    throw new RangeError('certificate text too long')
  }
  if (reached.length > limits.goals) throw new RangeError('too many objectives')
  return Uint8Array.from([
    layout,
    ...fromHex(issuer),
    ...fromHex(id),
    ...twoBytes(dayNumber(issued)),
    ...twoBytes(expires === null ? 0 : dayNumber(expires)),
    ...[24, 16, 8, 0].map((shift) => (list >>> shift) & 255),
    courseBytes.length,
    ...courseBytes,
    nameBytes.length,
    ...nameBytes,
    reached.length,
    ...packBits(reached),
  ])
}

function packBits(bits: readonly boolean[]): number[] {
  const bytes = Array.from({ length: Math.ceil(bits.length / 8) }, () => 0)
  bits.forEach((bit, index) => {
    if (bit) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (128 >> (index & 7))
  })
  return bytes
}

/** `newer`: written by a later version of Zhizhi. `undefined`: no statement at all. */
export function unpackStatement(bytes: Uint8Array): Statement | 'newer' | undefined {
  const from = new Unpacking(bytes)
  const version = from.number(1)
  if (version !== layout) return version > layout ? 'newer' : undefined
  const issuer = toHex(from.take(8))
  const id = toHex(from.take(6))
  const [issued, expires, list] = [from.number(2), from.number(2), from.number(4)]
  const [course, name] = [from.text(), from.text()]
  const count = from.number(1)
  const marks = from.take(Math.ceil(count / 8))
  if (!from.whole || issued === 0 || course === undefined || name === undefined) return undefined
  const reached = Array.from(
    { length: count },
    (_, index) => ((marks[index >> 3] ?? 0) & (128 >> (index & 7))) !== 0,
  )
  const until = expires === 0 ? null : dayOf(expires)
  return { issuer, id, issued: dayOf(issued), expires: until, course, name, reached, list }
}

/** FNV-1a, 32 bits, over the objectives' ids: tells lists apart, proves nothing. */
export function listMark(ids: readonly string[]): number {
  return utf8(ids.join('\n')).reduce(
    (hash, byte) => Math.imul(hash ^ byte, 16_777_619) >>> 0,
    2_166_136_261,
  )
}
