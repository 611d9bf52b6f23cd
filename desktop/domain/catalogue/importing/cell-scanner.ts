import { contextOf, scanCell, type Passage } from './cell-scan.ts'
import { isCodeTitle } from './column-profile.ts'
import { titleKind } from './title-kinds.ts'

/** Different cells of a column whose passages are remembered: names of streets come again and again. */
const mostKnown = 1000
/** A column whose cells are hardly ever met again is not asked for what is remembered. */
const fewAgain = 0.2

const nothing: readonly Passage[] = []

/**
 * What is found in the cells of a column. It is what `scanCell` finds; but cells that are looked at
 * again and again, or that look all the same to it, are not read anew. Nothing where the column's
 * cells are each another: they have to be read, by whoever has time.
 */
export function cellScanner(title: string): (cell: string) => readonly Passage[] | undefined {
  const context = contextOf(title)
  const known = new Map<string, readonly Passage[]>()
  const passesCodes = context === '' && isCodeTitle(title) && titleKind(title) === undefined
  let ofMobiles: readonly Passage[] | undefined
  let asked = 0
  let again = 0
  return (cell) => {
    if (isBareMobile(cell)) return (ofMobiles ??= scanCell(cell, context, title))
    if (passesCodes && isSerialCode(cell)) return nothing
    if (context === '' && isPlainAmount(cell)) return nothing
    if (known.size >= mostKnown && again < asked * fewAgain) return undefined
    asked += 1
    const before = known.get(cell)
    if (before) {
      again += 1
      return before
    }
    const passages = scanCell(cell, context, title)
    if (known.size < mostKnown) known.set(cell, passages)
    return passages
  }
}

/** Up to ten digits, with decimals or not: `scanCell` finds nothing in them where no title does. */
export function isPlainAmount(cell: string): boolean {
  const { length } = cell
  let point = length
  for (let at = 0; at < length; at += 1) {
    const code = cell.charCodeAt(at)
    if (code === 46 && point === length && at < length - 1) point = at
    else if (!isDigit(code)) return false
  }
  return point > 0 && point <= 10
}

const isDigit = (code: number) => code >= 48 && code <= 57

/** Eleven digits from 13 to 19 and nothing else: no check digit makes one of them another. */
export function isBareMobile(cell: string): boolean {
  if (cell.length !== 11 || cell.charCodeAt(0) !== 49 || cell.charCodeAt(1) < 51) return false
  for (let at = 1; at < 11; at += 1) if (!isDigit(cell.charCodeAt(at))) return false
  return true
}

/** Two capital letters and 6 to 15 digits, such as an order carries; no kind is written so. */
export function isSerialCode(cell: string): boolean {
  if (cell.length < 8 || cell.length > 17) return false
  for (let at = 0; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at)
    if (at < 2 ? code < 65 || code > 90 : !isDigit(code)) return false
  }
  const letters = cell.slice(0, 2)
  return letters !== 'WX' && letters !== 'VX' && letters !== 'ID' && letters !== 'NO'
}
