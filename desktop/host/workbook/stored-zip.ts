/**
 * A zip of these files without compression, so that a reader of it has nothing left to inflate; or
 * with their contents deflated.
 */
export function storedZip(
  files: ReadonlyMap<string, Uint8Array>,
  deflate?: (content: Uint8Array) => Uint8Array,
): Uint8Array<ArrayBuffer> {
  const names = [...files.keys()].map((name) => new TextEncoder().encode(name))
  const contents = [...files.values()].map((content) => packed(content, deflate))
  const room = names.reduce((sum, name, index) => {
    return sum + 30 + 46 + 2 * name.length + (contents[index]?.bytes.length ?? 0)
  }, 22)
  const out = new Uint8Array(room)
  const view = new DataView(out.buffer)
  const offsets: number[] = []
  let at = 0
  contents.forEach((content, index) => {
    offsets.push(at)
    at = writeHead(out, view, at, { name: names[index], content, offset: undefined })
    out.set(content.bytes, at)
    at += content.bytes.length
  })
  const directory = at
  contents.forEach((content, index) => {
    at = writeHead(out, view, at, { name: names[index], content, offset: offsets[index] })
  })
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, contents.length, true)
  view.setUint16(at + 10, contents.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return out
}

interface Packed {
  /** As they stand in the zip. */
  readonly bytes: Uint8Array
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8
  readonly size: number
  readonly crc: number
}

function packed(content: Uint8Array, deflate?: (content: Uint8Array) => Uint8Array): Packed {
  const bytes = deflate ? deflate(content) : content
  return { bytes, method: deflate ? 8 : 0, size: content.length, crc: crc32(content) }
}

interface Head {
  readonly name: Uint8Array | undefined
  readonly content: Packed
  /** Where the local header is; of the central directory only. */
  readonly offset: number | undefined
}

/** Writes a local header, or with an offset one of the central directory; gives where it ends. */
function writeHead(out: Uint8Array, view: DataView, start: number, head: Head): number {
  const { name = new Uint8Array(), content, offset } = head
  const central = offset !== undefined
  view.setUint32(start, central ? 0x02014b50 : 0x04034b50, true)
  // the two forms differ by the field "version made by"
  const at = central ? start + 6 : start + 4
  if (central) view.setUint16(start + 4, 20, true)
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, 0x0800, true) // names are UTF-8
  view.setUint16(at + 4, content.method, true)
  view.setUint32(at + 10, content.crc, true)
  view.setUint32(at + 14, content.bytes.length, true)
  view.setUint32(at + 18, content.size, true)
  view.setUint16(at + 22, name.length, true)
  if (central) view.setUint32(start + 42, offset, true)
  const end = start + (central ? 46 : 30)
  out.set(name, end)
  return end + name.length
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
  return rest
})

/** CRC-32 as ZIP uses it (reflected, polynomial 0xEDB88320). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
