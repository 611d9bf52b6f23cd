import { ZhizhiError } from '../errors.ts'

/**
 * What can travel, alike on every port: null, booleans, strings, numbers (NaN, infinities and −0
 * too), bigints up to 1024 bits, undefined, ArrayBuffers and typed arrays (a Buffer arrives as a
 * Uint8Array), and plain arrays and objects of these.
 * Everything else (Date, Map, functions, class instances, shared memory) is refused by the sender.
 */
export type Scalar = string | number | bigint | undefined

/** Deeper nesting is refused; it also ends the walk on a value that contains itself. */
const MAX_DEPTH = 256

const arrays = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
} as const

type ArrayKind = keyof typeof arrays
export type BinaryKind = ArrayKind | 'ArrayBuffer'

export interface Binary {
  readonly kind: BinaryKind
  readonly buffer: ArrayBuffer
  readonly byteOffset: number
  readonly byteLength: number
}

const isArrayKind = (kind: string): kind is ArrayKind => Object.hasOwn(arrays, kind)

/** Element size in bytes, or nothing for a name that is no binary kind. */
export function elementSize(kind: string): number | undefined {
  if (kind === 'ArrayBuffer') return 1
  return isArrayKind(kind) ? arrays[kind].BYTES_PER_ELEMENT : undefined
}

/** A typed array over the bytes, without a copy where they are aligned; an ArrayBuffer is a copy. */
export function makeBinary(kind: BinaryKind, bytes: Uint8Array<ArrayBuffer>): unknown {
  const { buffer, byteOffset, byteLength } = bytes
  if (kind === 'ArrayBuffer') return buffer.slice(byteOffset, byteOffset + byteLength)
  const size = arrays[kind].BYTES_PER_ELEMENT
  if (byteOffset % size !== 0) return new arrays[kind](bytes.slice().buffer)
  return new arrays[kind](buffer, byteOffset, byteLength / size)
}

function asBinary(value: object): Binary | undefined {
  if (value instanceof ArrayBuffer) {
    return { kind: 'ArrayBuffer', buffer: value, byteOffset: 0, byteLength: value.byteLength }
  }
  if (!ArrayBuffer.isView(value) || !(value.buffer instanceof ArrayBuffer)) return undefined
  const kind = Object.prototype.toString.call(value).slice(8, -1)
  if (!isArrayKind(kind)) return undefined
  const { buffer, byteOffset, byteLength } = value
  return { kind, buffer, byteOffset, byteLength }
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

const refused = (why: string) => new ZhizhiError('bad_request', { why })

/** Numbers of more bits are refused: reading one from text takes time that grows with its square. */
const BIGINT_BITS = 1024

function isScalar(value: unknown): value is Scalar {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'undefined':
      return true
    case 'bigint':
      if (BigInt.asIntN(BIGINT_BITS, value) !== value) throw refused('bigint')
      return true
    default:
      return false
  }
}

const asOwn = { writable: true, enumerable: true, configurable: true }

/** How a walk replaces what it finds; arrays and objects around it are copied. */
export interface Leaves {
  scalar(value: Scalar): unknown
  binary(value: Binary, original: unknown): unknown
}

/** A copy of a value with every leaf replaced. Throws `bad_request` on what cannot travel. */
export function rebuild(value: unknown, leaves: Leaves, depth = 0): unknown {
  if (value === null || typeof value === 'boolean') return value
  if (isScalar(value)) return leaves.scalar(value)
  if (typeof value !== 'object') throw refused(typeof value)
  if (depth > MAX_DEPTH) throw refused('depth')
  if (Array.isArray(value)) {
    const copy: unknown[] = []
    for (const inner of value) copy.push(rebuild(inner, leaves, depth + 1)) // a hole is undefined
    return copy
  }
  const binary = asBinary(value)
  if (binary) return leaves.binary(binary, value)
  if (!isPlain(value)) throw refused('object')
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const inner = rebuild(value[key], leaves, depth + 1)
    if (key === '__proto__') Object.defineProperty(copy, key, { ...asOwn, value: inner })
    else copy[key] = inner
  }
  return copy
}
