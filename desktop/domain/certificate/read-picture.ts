import jsQR from 'jsqr'

/** A picture as its pixels: four bytes each, red, green, blue, opacity. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** Long sides, in pixels, at which a picture is looked at: a blur at one is sharp at another. */
const sizes = [1600, 1000, 600]

/** The text of the two-dimensional code in a picture; `undefined` where none can be read. */
export function readPicture(pixels: Pixels): string | undefined {
  const side = Math.max(pixels.width, pixels.height)
  const tries = [...new Set(sizes.map((size) => Math.min(size, side)))]
  for (const size of tries) {
    const { data, width, height } = shrink(pixels, size / side)
    const found = jsQR(data, width, height)
    if (found && found.data !== '') return found.data
  }
  return undefined
}

/** A smaller picture, each pixel the mean of those that it stands for; grey, on white. */
function shrink(pixels: Pixels, scale: number): Pixels {
  const width = Math.max(1, Math.round(pixels.width * scale))
  const height = Math.max(1, Math.round(pixels.height * scale))
  const data = new Uint8ClampedArray(width * height * 4)
  const [stepX, stepY] = [pixels.width / width, pixels.height / height]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const grey = meanGrey(pixels, x * stepX, y * stepY, stepX, stepY)
      const at = (y * width + x) * 4
      data.fill(grey, at, at + 3)
      data[at + 3] = 255
    }
  }
  return { width, height, data }
}

function meanGrey(
  { data, width, height }: Pixels,
  left: number,
  top: number,
  w: number,
  h: number,
) {
  const [x0, y0] = [Math.floor(left), Math.floor(top)]
  const x1 = Math.min(width, Math.max(x0 + 1, Math.floor(left + w)))
  const y1 = Math.min(height, Math.max(y0 + 1, Math.floor(top + h)))
  let sum = 0
  for (let y = y0; y < y1; y += 1) {
    for (let at = (y * width + x0) * 4; at < (y * width + x1) * 4; at += 4) {
      const [red = 0, green = 0, blue = 0, opacity = 0] = [
        data[at],
        data[at + 1],
        data[at + 2],
        data[at + 3],
      ]
      // Weights of ITU-R BT.601; what is not opaque shows the white of the paper.
      const grey = 0.299 * red + 0.587 * green + 0.114 * blue
      sum += (grey * opacity + 255 * (255 - opacity)) / 255
    }
  }
  return sum / ((x1 - x0) * (y1 - y0))
}
