import { inflateSync } from 'node:zlib'
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import QRCode from 'qrcode'
import { pdfImages, type PdfImage } from '../../domain/certificate/pdf-images.ts'
import { readPicture, type Pixels } from '../../domain/certificate/read-picture.ts'
import type { CodePictures } from '../../services/certificate/ports.ts'

/** Version 13 holds 352 letters at level Q, which mends a quarter of the code. */
const largestVersion = 13
/** Larger pictures are not unpacked; a telephone's have about 12 million pixels. */
const mostPixels = 64_000_000

/** Draws and reads two-dimensional codes with libraries that need nothing of the machine. */
export function createCodePictures(): CodePictures {
  return {
    async draw(text) {
      const { version } = QRCode.create(text, { errorCorrectionLevel: 'Q' })
      if (version > largestVersion) throw new RangeError('code too large')
      return QRCode.toBuffer(text, { errorCorrectionLevel: 'Q', margin: 4, scale: 8 })
    },
    read: async (bytes) => Promise.resolve(readFile(bytes)),
  }
}

const begins = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte)

function readFile(bytes: Uint8Array): string | undefined {
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47)) return readable(() => decodePng(bytes))
  if (begins(bytes, 0xff, 0xd8, 0xff)) return readable(() => decodeJpeg(bytes))
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return readPdf(bytes)
  const text = new TextDecoder().decode(bytes.subarray(0, 100_000))
  return text.includes('\u0000') ? undefined : text
}

/** The text of the code in a picture; a picture that cannot be unpacked holds none. */
function readable(decode: () => Pixels | undefined): string | undefined {
  try {
    const pixels = decode()
    return pixels && readPicture(pixels)
  } catch {
    return undefined
  }
}

function decodePng(bytes: Uint8Array): Pixels | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(16) * view.getUint32(20) > mostPixels) return undefined
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes))
  return { width, height, data: new Uint8ClampedArray(data) }
}

function decodeJpeg(bytes: Uint8Array): Pixels {
  const options = { useTArray: true, maxResolutionInMP: 64, maxMemoryUsageInMB: 1024 } as const
  const { width, height, data } = jpeg.decode(bytes, options)
  return { width, height, data: new Uint8ClampedArray(data) }
}

function readPdf(bytes: Uint8Array): string | undefined {
  for (const image of pdfImages(bytes)) {
    const text = readable(() => (image.filter === 'jpeg' ? decodeJpeg(image.data) : raw(image)))
    if (text !== undefined) return text
  }
  return undefined
}

/** How many bytes a pixel has is told by their number: its colour space may be anywhere. */
function raw({ width, height, data }: PdfImage): Pixels | undefined {
  const count = width * height
  if (count > mostPixels) return undefined
  const packed = inflateSync(data, { maxOutputLength: 4 * count + 64 })
  const channels = Math.floor(packed.length / count)
  if (channels !== 1 && channels !== 3) return undefined
  const pixels = new Uint8ClampedArray(count * 4)
  for (let index = 0; index < count; index += 1) {
    const at = index * channels
    const colour = (channel: number) => packed[at + (channels === 3 ? channel : 0)] ?? 255
    pixels.set([colour(0), colour(1), colour(2), 255], index * 4)
  }
  return { width, height, data: pixels }
}
