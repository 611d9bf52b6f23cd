import {
  firstSigns,
  lastSigns,
  neverLastSigns,
  neverSigns,
  tellingSigns,
  usualSigns,
} from './given-signs.ts'
import {
  carefulSurnames,
  commonSurnames,
  compoundSurnames,
  doubtfulSurnames,
  otherSurnames,
  plainSurnames,
} from './surnames.ts'

/** What a sign says as a surname: 0 is none, then the weight and one. */
const surnames = new Int8Array(65_536)
/** What a sign says in a given name. */
const givens = new Int8Array(65_536)
/** 1 for signs that given names of two begin with, 2 for those that they end with. */
const places = new Int8Array(65_536)
/** 1 for signs that begin what follows a name. */
const neverLast = new Int8Array(65_536)

const set = (table: Int8Array, signs: string, value: number) => {
  for (let at = 0; at < signs.length; at += 1) table[signs.charCodeAt(at)] = value
}

const compounds = new Set(compoundSurnames.split(' '))
const none = 0
const doubtful = 1
const careful = 2
const other = 3
const common = 4
/** Begins surnames of two characters only. */
const compound = 5

set(surnames, compoundSurnames.replaceAll(' ', ''), none)
for (const word of compounds) set(surnames, word.slice(0, 1), compound)

set(surnames, otherSurnames, other)
set(surnames, doubtfulSurnames, doubtful)
set(surnames, commonSurnames, common)
set(surnames, carefulSurnames, careful)
set(givens, usualSigns, 1)
set(givens, tellingSigns, 2)
set(givens, neverSigns, -1)
set(neverLast, neverLastSigns, 1)
set(places, firstSigns, 1)
for (const sign of new Set(lastSigns)) set(places, sign, firstSigns.includes(sign) ? 3 : 2)

const weights: readonly number[] = [Number.NaN, -1, 0, 1, 2, Number.NaN]

/** Whether a surname may begin with this sign. */
export const beginsSurname = (code: number) => (surnames[code] ?? 0) !== none

/** The weight of the sign as a surname of its own; NaN where it is none. */
export const surnameWeight = (code: number) => weights[surnames[code] ?? 0] ?? Number.NaN

const compoundFirsts = new Uint8Array(65_536)
for (const word of compounds) compoundFirsts[word.charCodeAt(0)] = 1

/** Whether a surname of two characters may begin with this sign. */
export const beginsCompound = (code: number) => compoundFirsts[code] === 1

export const isCompoundSurname = (signs: string) => compounds.has(signs)

/** From 2 for a sign of names to 0 for one like any other; NaN where no name holds it. */
export function givenWeight(code: number): number {
  if (!isHan(code)) return Number.NaN
  const weight = givens[code] ?? 0
  return weight < 0 ? Number.NaN : weight
}

/** Whether given names of two begin with the one sign and end with the other: 树 and 华. */
export const isPair = (first: number, last: number) =>
  ((places[first] ?? 0) & 1) !== 0 && ((places[last] ?? 0) & 2) !== 0

export const mayEndName = (code: number) => neverLast[code] === 0

export const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff

const few = new Uint8Array(65_536)
for (let at = 0; at < plainSurnames.length; at += 1) few[plainSurnames.charCodeAt(at)] = 1

/** Whether this surname begins hardly any word: what a dictionary has of it are people of history. */
export const beginsFewWords = (code: number) => few[code] === 1

/** Whether the sign at a place of a text is one of these: a table, since it is asked for everywhere. */
export function anyOf(signs: string): (text: string, at: number) => boolean {
  const table = new Uint8Array(65_536)
  for (let at = 0; at < signs.length; at += 1) table[signs.charCodeAt(at)] = 1
  return (text, at) => table[text.charCodeAt(at)] === 1
}
