import { lengthOf, type Line, type Run, textOf } from './stage-lines.ts'

/** How much a projector's page holds: signs, and lines of so many signs. */
export interface Room {
  readonly signs: number
  readonly rows: number
  readonly perRow: number
}

/** Huge type: read from the last row of chairs. */
export const hugeRoom: Room = { signs: 60, rows: 5, perRow: 14 }
/** Large type, for what must be seen together: a question and its options. */
export const largeRoom: Room = { signs: 150, rows: 8, perRow: 18 }

/** Spreads lines over pages, at the ends of sentences where a line is too long; no sign is lost. */
export function pagesOf(lines: readonly Line[], room: Room = hugeRoom): Line[][] {
  const pages: Line[][] = []
  let open: Line[] = []
  const turn = () => {
    if (open.length > 0) pages.push(open)
    open = []
  }
  for (const line of lines) {
    for (const [at, piece] of piecesOf(line, room).entries()) {
      const last = at > 0 ? open.at(-1) : undefined
      const longer = last && { ...last, runs: [...last.runs, ...piece.runs] }
      const wanted = longer ? [...open.slice(0, -1), longer] : [...open, piece]
      if (fits(wanted, room)) {
        open = wanted
        continue
      }
      turn()
      open = [piece]
    }
  }
  turn()
  return pages
}

/** Rows that lines take in a room. */
export const rowsOf = (lines: readonly Line[], { perRow }: Room): number =>
  lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(widthOf(line) / perRow)), 0)

/** Letters of a typed line are about half as wide as a Chinese character. */
function widthOf(line: Line): number {
  if (!line.code) return lengthOf(line)
  const signs = Array.from(textOf(line.runs))
  return signs.reduce((width, sign) => width + (/[\x20-\x7e]/.test(sign) ? 0.6 : 1), 0)
}

const fits = (lines: readonly Line[], room: Room): boolean =>
  rowsOf(lines, room) <= room.rows &&
  lines.reduce((signs, line) => signs + widthOf(line), 0) <= room.signs

/** A line that fits a page as it is; else its sentences, its clauses, or at worst so many signs. */
function piecesOf(line: Line, room: Room): Line[] {
  const most = Math.min(room.signs, room.rows * room.perRow)
  if (line.code || lengthOf(line) <= most) return [line]
  const pieces = [/(?<=[。！？；])/u, /(?<=[，：、])/u].reduce<string[]>(
    (parts, end) =>
      parts.flatMap((part) => (Array.from(part).length > most ? part.split(end) : [part])),
    [textOf(line.runs)],
  )
  const parts = sliced(
    line.runs,
    pieces.flatMap((piece) => chopped(piece, most)),
  )
  return parts.map((runs, at) => (at === 0 ? { ...line, runs } : { runs }))
}

function chopped(text: string, most: number): string[] {
  const signs = Array.from(text)
  const parts: string[] = []
  for (let at = 0; at < signs.length; at += most) parts.push(signs.slice(at, at + most).join(''))
  return parts
}

/** The runs of each piece of their text; what is bold stays bold. */
function sliced(runs: readonly Run[], pieces: readonly string[]): Run[][] {
  let from = 0
  return pieces.map((piece) => {
    const part = between(runs, from, from + piece.length)
    from += piece.length
    return part
  })
}

function between(runs: readonly Run[], from: number, to: number): Run[] {
  let at = 0
  return runs.flatMap(({ text, strong }) => {
    const piece = text.slice(Math.max(0, from - at), Math.max(0, to - at))
    at += text.length
    return piece === '' ? [] : [{ text: piece, strong }]
  })
}
