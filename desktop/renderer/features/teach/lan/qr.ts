import { create } from 'qrcode'

/** A code's dark squares as an SVG path, and its width in squares with the quiet zone of four. */
export function codeOf(text: string): { readonly path: string; readonly size: number } {
  const quiet = 4
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const squares = [...modules.data].flatMap((dark, at) =>
    dark ? `M${quiet + (at % modules.size)} ${quiet + Math.floor(at / modules.size)}h1v1h-1z` : [],
  )
  return { path: squares.join(''), size: modules.size + 2 * quiet }
}
