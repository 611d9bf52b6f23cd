import { inflateRawSync } from 'node:zlib'

/** Limits that hold for what is really inflated, whatever a header says. */
export interface ZipLimits {
  readonly entries: number
  /** All entries together. */
  readonly bytes: number
}

/** A zip that is not read, and why, in words for the user. */
export class ZipRefused extends Error {}

interface Entry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly packed: Uint8Array
}

const endSignature = 0x06054b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50

/** The entries that are wanted, inflated. Throws `ZipRefused`. */
export function readZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ZipLimits,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  let left = limits.bytes
  for (const entry of entriesOf(bytes, limits)) {
    if (!wanted(entry.name)) continue
    if ((entry.flags & 1) !== 0) throw new ZipRefused('文件加了密码；请先去掉密码再导入')
    const file = inflated(entry, left)
    left -= file.length
    files.set(entry.name, file)
  }
  return files
}

/** All names, without inflating anything. Throws `ZipRefused`. */
export function zipNames(bytes: Uint8Array, limits: ZipLimits): Set<string> {
  return new Set(entriesOf(bytes, limits).map(({ name }) => name))
}

function inflated({ method, packed }: Entry, limit: number): Uint8Array {
  if (method === 0) {
    if (packed.length > limit) throw tooBig()
    return packed
  }
  if (method !== 8) throw new ZipRefused('压缩方式不是工作簿常用的那种；请另存为 .xlsx 再导入')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw code === 'ERR_BUFFER_TOO_LARGE' ? tooBig() : damaged()
  }
}

const tooBig = () => new ZipRefused('文件解开后太大，没有读')
const damaged = () => new ZipRefused('文件已损坏或不完整；请重新导出或重新拷贝')

function entriesOf(bytes: Uint8Array, { entries: most }: ZipLimits): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = endOf(view)
    const count = view.getUint16(end + 10, true)
    if (count > most) throw tooBig()
    const found: Entry[] = []
    let at = view.getUint32(end + 16, true)
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(at, true) !== centralSignature) throw damaged()
      found.push(entryAt(bytes, view, at))
      at += 46 + [28, 30, 32].reduce((sum, part) => sum + view.getUint16(at + part, true), 0)
    }
    return found
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error
  }
}

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  throw damaged()
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): Entry {
  const nameLength = view.getUint16(at + 28, true)
  const size = view.getUint32(at + 20, true)
  const local = view.getUint32(at + 42, true)
  if (view.getUint32(local, true) !== localSignature) throw damaged()
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + size > bytes.length) throw damaged()
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    packed: bytes.subarray(start, start + size),
  }
}
