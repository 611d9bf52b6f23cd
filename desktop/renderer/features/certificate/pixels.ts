import type { Pixels } from '../../../domain/certificate/read-picture.ts'

/** Long side, in pixels, to which a picture is brought before it is looked at. */
const longest = 2400

/** A picture file's pixels; `undefined` where the browser knows no such picture. */
export async function pixelsOf(file: Blob): Promise<Pixels | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return undefined
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  context.drawImage(picture, 0, 0, width, height)
  picture.close()
  return { width, height, data: context.getImageData(0, 0, width, height).data }
}
