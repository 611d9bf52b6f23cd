/** A list as a file brings it; nothing where it is no text. */
export function decodeList(bytes: Uint8Array): string | undefined {
  const text = readAs(encodingOf(bytes), bytes)
  return text === undefined || /[\0\uFFFD]/.test(text) ? undefined : text
}

/** By the mark at the beginning, then by the zeros of UTF-16, then by what fits. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 1024)
  const zerosAt = (odd: 0 | 1) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length
  if (zerosAt(1) > 0 && zerosAt(0) === 0) return 'utf-16le'
  if (zerosAt(0) > 0 && zerosAt(1) === 0) return 'utf-16be'
  return readAs('utf-8', bytes) === undefined ? 'gb18030' : 'utf-8'
}

function readAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined // these bytes are not of this encoding
  }
}
