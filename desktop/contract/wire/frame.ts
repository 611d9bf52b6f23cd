import * as z from 'zod'
import { ZhizhiError } from '../errors.ts'
import { MESSAGE_LIMIT } from './port.ts'
import {
  type Binary,
  type BinaryKind,
  type Scalar,
  elementSize,
  makeBinary,
  rebuild,
} from './values.ts'

/**
 * A message as one run of bytes, for pipes that carry bytes:
 *
 *     0  u32 LE  MAGIC
 *     4  u32 LE  length of the header in bytes
 *     8  header  UTF-8 JSON {"message": …, "chunks": [[kind, byteLength], …]}
 *     …  chunks  raw bytes, each starting at a multiple of 8
 *
 * What JSON cannot say stands in the message as a string that starts with NUL: `\0b3` the third
 * chunk, `\0i12` a bigint, `\0n-0` a number, `\0u` undefined, `\0s…` a string that itself starts so.
 */
const MAGIC = 0x315a5a00
const PREFIX = 8
const MARK = '\u0000'

const aligned = (offset: number) => Math.ceil(offset / 8) * 8
const malformed = (why: string) => new ZhizhiError('bad_request', { why })
const tooLarge = (size: number, limit: number) => new ZhizhiError('too_large', { size, limit })

const utf8 = new TextEncoder()
const fromUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function encodeScalar(value: Scalar): unknown {
  switch (typeof value) {
    case 'string':
      return value.startsWith(MARK) ? `${MARK}s${value}` : value
    case 'number':
      if (Object.is(value, -0)) return `${MARK}n-0`
      return Number.isFinite(value) ? value : `${MARK}n${value}`
    case 'bigint':
      return `${MARK}i${value.toString()}`
    default:
      return `${MARK}u`
  }
}

/** Throws `bad_request` on a value that cannot travel and `too_large` over the limit. */
export function encodeFrame(message: object, limit = MESSAGE_LIMIT): Uint8Array<ArrayBuffer> {
  const chunks: Binary[] = []
  const tree = rebuild(message, {
    scalar: encodeScalar,
    binary: (chunk) => `${MARK}b${chunks.push(chunk) - 1}`,
  })
  const sizes = chunks.map(({ kind, byteLength }) => [kind, byteLength])
  const header = utf8.encode(JSON.stringify({ message: tree, chunks: sizes }))
  const end = PREFIX + header.byteLength
  const size = chunks.reduce((offset, { byteLength }) => aligned(offset) + byteLength, end)
  if (size > limit) throw tooLarge(size, limit)

  const frame = new Uint8Array(size)
  const view = new DataView(frame.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, header.byteLength, true)
  frame.set(header, PREFIX)
  let offset = end
  for (const { buffer, byteOffset, byteLength } of chunks) {
    offset = aligned(offset)
    frame.set(new Uint8Array(buffer, byteOffset, byteLength), offset)
    offset += byteLength
  }
  return frame
}

const headerSchema = z.object({
  message: z.record(z.string(), z.unknown()),
  chunks: z.array(z.tuple([z.string(), z.int().nonnegative()])),
})

function readHeader(frame: Uint8Array<ArrayBuffer>): { header: unknown; end: number } {
  if (frame.byteLength < PREFIX) throw malformed('frame')
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  const end = PREFIX + view.getUint32(4, true)
  if (view.getUint32(0, true) !== MAGIC || end > frame.byteLength) throw malformed('frame')
  try {
    return { header: JSON.parse(fromUtf8.decode(frame.subarray(PREFIX, end))) as unknown, end }
  } catch {
    throw malformed('header')
  }
}

/** The chunks as typed arrays on the frame; their lengths must account for every byte of it. */
function readChunks(
  frame: Uint8Array<ArrayBuffer>,
  start: number,
  sizes: readonly (readonly [string, number])[],
): unknown[] {
  let offset = start
  const chunks = sizes.map(([kind, length]) => {
    const size = elementSize(kind)
    offset = aligned(offset) + length
    if (size === undefined || length % size !== 0 || offset > frame.byteLength) {
      throw malformed('chunk')
    }
    return makeBinary(kind as BinaryKind, frame.subarray(offset - length, offset))
  })
  if (offset !== frame.byteLength) throw malformed('length')
  return chunks
}

function decodeNumber(text: string): number {
  switch (text) {
    case '-0':
      return -0
    case 'NaN':
      return NaN
    case 'Infinity':
      return Infinity
    case '-Infinity':
      return -Infinity
    default:
      throw malformed('number')
  }
}

function decodeScalar(value: Scalar, chunks: readonly unknown[]): unknown {
  if (typeof value !== 'string' || !value.startsWith(MARK)) return value
  const rest = value.slice(2)
  switch (value.charAt(1)) {
    case 's':
      return rest
    case 'n':
      return decodeNumber(rest)
    case 'i':
      if (!/^-?\d{1,309}$/.test(rest)) throw malformed('bigint')
      return BigInt(rest)
    case 'u':
      return undefined
    case 'b':
      if (!/^\d+$/.test(rest) || !(Number(rest) in chunks)) throw malformed('chunk')
      return chunks[Number(rest)]
    default:
      throw malformed('mark')
  }
}

/**
 * The message in a frame. Binary values are views on the frame, not copies. Throws `too_large`
 * over the limit and `bad_request` on anything that `encodeFrame` does not write.
 */
export function decodeFrame(frame: Uint8Array<ArrayBuffer>, limit = MESSAGE_LIMIT): unknown {
  if (frame.byteLength > limit) throw tooLarge(frame.byteLength, limit)
  const { header, end } = readHeader(frame)
  const parsed = headerSchema.safeParse(header)
  if (!parsed.success) throw malformed('header')
  const chunks = readChunks(frame, end, parsed.data.chunks)
  return rebuild(parsed.data.message, {
    scalar: (value) => decodeScalar(value, chunks),
    binary: () => undefined, // JSON has none
  })
}
