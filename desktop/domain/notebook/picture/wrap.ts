/** How wide a text is, in its own size: Chinese signs are square, Latin letters about half. */
export function widthOfText(text: string): number {
  let width = 0
  for (const sign of text) width += /[\u1100-\uffff\u{20000}-\u{3ffff}]/u.test(sign) ? 1 : 0.56
  return width
}

/** Marks that may not begin a line. */
const closing = /^[，。、；：？！）》”’…％%,.;:?!)]/

/** A text in lines no wider than `width` (in its own size); broken before signs or at blanks. */
export function wrapped(text: string, width: number): string[] {
  const pieces = text.match(/[\u0021-\u007e\u00c0-\u024f]+|\s+|./gsu) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces.flatMap((one) => cut(one, width))) {
    const fits = widthOfText(line + piece) <= width || closing.test(piece)
    if (fits || line === '') line += piece
    else {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    }
  }
  return [...lines, line.trimEnd()].filter((one) => one !== '')
}

/** A word that is wider than a line is cut. */
function cut(piece: string, width: number): string[] {
  if (widthOfText(piece) <= width) return [piece]
  const most = Math.max(1, Math.floor(width / 0.56))
  return Array.from({ length: Math.ceil(piece.length / most) }, (_, at) =>
    piece.slice(at * most, (at + 1) * most),
  )
}
