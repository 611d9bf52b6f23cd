import { lexicon } from './words/lexicon.ts'
import {
  bareDivisions,
  divisionEnds,
  estateEnds,
  placeInners,
  placeStarts,
  placeStops,
  roadEnds,
  villageEnds,
} from './words/place-words.ts'
import { isHan } from './words/sign-class.ts'
import { isWord } from './words/word-book.ts'

const kinds = {
  road: lexicon(roadEnds),
  estate: lexicon(estateEnds),
  village: lexicon(villageEnds),
  division: lexicon(divisionEnds),
} as const
export type PlaceKind = keyof typeof kinds

const ends = Object.values(kinds)
const stops = lexicon(placeStops)
const starts = lexicon(placeStarts)
const inner = lexicon(placeInners)
const bare = lexicon(bareDivisions)

/** Which kinds of place a name that ends here may be of. */
export function placeKinds(plain: string, end: number): PlaceKind[] {
  return (Object.keys(kinds) as PlaceKind[]).filter((kind) => kinds[kind].before(plain, end) > 0)
}

/** Whether a place has a name: 小区 and 村 by themselves have none. */
export function isNamed(plain: string, start: number, end: number): boolean {
  const longest = Math.max(...ends.map((one) => one.before(plain, end)))
  return end - start > longest
}

const endsPlace = (plain: string, at: number) => ends.some((one) => one.before(plain, at) > 0)

/** The longest name of one place, and of all places before a number. */
const mostSigns = 6
const mostPlaces = 40
/** How long a name is that ends with no word for a place, such as 云栖蝶谷. */
const coinedSigns = 4

/**
 * Where the names of places that end here begin: as far to the left as they hang together, up to a
 * word that is none, a sign that is no Chinese, or a name that would be too long.
 */
export function placeStart(plain: string, end: number): number {
  let at = end
  let begun = end
  let since = 0
  while (at > 0 && end - at < mostPlaces) {
    if (at < end && isStop(plain, at)) break
    if (!isPlaceSign(plain, at - 1) || isHouse(plain, at)) break
    if (at < end && since > 0 && endsPlace(plain, at)) {
      begun = at
      since = 0
    }
    if (since > mostSigns) return begun === end ? end - coinedSigns : shortName(plain, begun)
    at -= 1
    since += 1
  }
  return withBare(plain, withoutWord(plain, at, begun))
}

/** A long name that begins with an everyday word begins after it: 半天 is no part of a place. */
function withoutWord(plain: string, start: number, end: number): number {
  const longest = Math.max(...ends.map((one) => one.before(plain, end)))
  return end - longest - start > 4 && isWord(plain.slice(start, start + 2)) ? start + 2 : start
}

/** Whether a word of speech ends here: 群里 is no place, and what comes after 漏水 begins one. */
export const endsSpeech = (plain: string, at: number) => stops.before(plain, at) > 1

function isStop(plain: string, at: number): boolean {
  const length = stops.before(plain, at)
  if (length === 0) return false
  // 家属 is one, but not in 家属院; 市民 is, but not in 市民主街
  if (length > 1) return starts.after(plain, at - length) <= length
  // 放 ends where something was put, but not in 解放路
  return starts.after(plain, at - 1) === 0 && inner.before(plain, at) === 0
}

/** The end of another number: 93号. */
const isHouse = (plain: string, at: number) => /\d[号室栋幢]/.test(plain.slice(at - 2, at))

/** Chinese, or a letter or number that a block or a stage of an estate is called by. */
function isPlaceSign(plain: string, at: number): boolean {
  if (isHan(plain.charCodeAt(at))) return true
  return (
    /[\dA-Za-z]/.test(plain[at] ?? '') &&
    /^[\dA-Za-z]{0,2}(?:[区期]|小区)/.test(plain.slice(at + 1))
  )
}

/** Where no boundary is seen, a name of two signs and what it ends with. */
function shortName(plain: string, end: number): number {
  const longest = Math.max(...ends.map((one) => one.before(plain, end)))
  return Math.max(0, end - longest - 2)
}

const withBare = (plain: string, at: number) => at - bare.before(plain, at)
