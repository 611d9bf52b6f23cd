/** A picture inside a PDF, as it is stored there. */
export interface PdfImage {
  readonly filter: 'flate' | 'jpeg'
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** The most pictures that are looked at in one file. */
const mostImages = 40

/**
 * The pictures of a PDF with 8 bits a channel, deflated or JPEG: what browsers print and scanners
 * save (ISO 32000-1, 7.4 and 8.9.5). Other ways to store a picture are passed over.
 */
export function pdfImages(bytes: Uint8Array): PdfImage[] {
  const text = latin1(bytes)
  const found: PdfImage[] = []
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    if (found.length >= mostImages) break
    const head = text.slice(Math.max(text.lastIndexOf(' obj', index), index - 2000, 0), index)
    if (!/\/Subtype\s*\/Image/.test(head) || text.startsWith('end', index - 3)) continue
    const start = text.indexOf('\n', index) + 1
    const end = text.indexOf('endstream', start)
    if (end < 0) continue
    const image = imageOf(head, bytes.subarray(start, end))
    if (image) found.push(image)
  }
  return found
}

function imageOf(head: string, data: Uint8Array): PdfImage | undefined {
  const number = (name: string) => Number(new RegExp(`/${name}\\s+(\\d+)`).exec(head)?.[1] ?? 0)
  const [width, height, bits] = [number('Width'), number('Height'), number('BitsPerComponent')]
  const filter = /\/Filter\s*\[?\s*\/(\w+)/.exec(head)?.[1]
  if (width === 0 || height === 0 || bits !== 8) return undefined
  const sized = { width, height, data }
  if (filter === 'DCTDecode') return { ...sized, filter: 'jpeg' }
  const plain = filter === 'FlateDecode' && number('Predictor') < 2
  return plain ? { ...sized, filter: 'flate' } : undefined
}

function latin1(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  }
  return parts.join('')
}
