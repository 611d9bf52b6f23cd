/** A picture as SVG and its size in pixels. */
interface Drawn {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** Twice as many pixels as the picture has on the screen, for print. */
const scale = 2

/** The picture as PNG. */
export async function pngOf(drawn: Drawn): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await blobOf(drawn)).arrayBuffer())
}

/** Whether the browser lets this page put pictures on the clipboard. */
export function canCopyPictures(): boolean {
  const clipboard = navigator.clipboard as Clipboard | undefined
  return clipboard !== undefined && typeof ClipboardItem === 'function'
}

/** To be called in the click itself: the clipboard opens for no later one. */
export async function copyPicture(drawn: Promise<Drawn>): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': drawn.then(blobOf) })])
}

async function blobOf({ svg, width, height }: Drawn): Promise<Blob> {
  const image = new Image(width, height)
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await blobFrom(canvas)
  } finally {
    URL.revokeObjectURL(address)
  }
}

function blobFrom(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error('no picture'))
    }, 'image/png')
  })
}
