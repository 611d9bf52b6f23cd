import { minoritySigns } from './given-signs.ts'
import { beginsSurname } from './sign-class.ts'
import { soundedParts } from './sounded-names.ts'

/** What signs a text has, as far as it decides what may be found in it. */
export const signs = {
  digit: 1,
  letter: 2,
  at: 4,
  point: 8,
  surname: 16,
  dash: 64,
  numeral: 256,
  /** In words that an account, a card or a day of birth stands beside. */
  told: 512,
  /** Written in another way than `plainText` does: in full width. */
  wide: 128,
  /** Spaces and dashes of other kinds. */
  other: 1024,
  /** The point in names of foreigners and minorities. */
  middle: 8192,
  /** A space with no Latin beside it. */
  apart: 2048,
  space: 4096,
  /** Begins a unit of a house's number; in a whole text: right after what numbers it. */
  unit: 32,
} as const

const classes = new Uint16Array(65_536)

const mark = (text: string, bit: number) => {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    classes[code] = (classes[code] ?? 0) | bit
  }
}
const range = (from: number, to: number, bit: number) => {
  for (let code = from; code <= to; code += 1) classes[code] = (classes[code] ?? 0) | bit
}

range(0x30, 0x39, signs.digit)
range(0xff10, 0xff19, signs.digit | signs.wide)
range(0x41, 0x5a, signs.letter)
range(0x61, 0x7a, signs.letter)
range(0xff21, 0xff3a, signs.letter | signs.wide)
range(0xff41, 0xff5a, signs.letter | signs.wide)
range(0xff01, 0xff5e, signs.wide)
range(0x2000, 0x200b, signs.other | signs.space)
range(0x2010, 0x2015, signs.other | signs.dash)
mark('\u00a0\u202f\u3000\ufeff\t', signs.other | signs.space)
mark(' ', signs.space)
mark('\u2212\u30fc\ufe63', signs.other | signs.dash)
mark('-－', signs.dash)
mark('@＠', signs.at)
// one of them is in every number that is said
mark('幺一', signs.numeral)
mark('.．°度', signs.point)
mark('信xXhH证卡号凭生诞', signs.told)
mark('号栋幢单室户村小组门座层楼弄房生队社排#＃支巷', signs.unit)
for (let code = 0x4e00; code <= 0x9fff; code += 1) {
  if (beginsSurname(code)) classes[code] = (classes[code] ?? 0) | signs.surname
}
// names of foreigners and minorities are told by the point in them
mark('·•・‧', signs.surname | signs.middle)
for (const part of soundedParts.split(' ')) mark(part.slice(0, 1), signs.surname)
mark(minoritySigns, signs.surname)

export interface TextSigns {
  /** All signs that there are. */
  readonly has: number
  readonly digits: number
}

/** Signs that only say something beside others. */
const beside = signs.unit | signs.space

/** Reads a text once. */
export function textSigns(text: string): TextSigns {
  let has = 0
  let digits = 0
  for (let at = 0; at < text.length; at += 1) {
    const bits = classes[text.charCodeAt(at)] ?? 0
    has |= bits & ~beside
    digits += bits & signs.digit
    if ((bits & beside) !== 0) has |= besides(text, at, bits)
  }
  return { has, digits }
}

/** What a unit or a space says where it stands. */
function besides(text: string, at: number, bits: number): number {
  const before = text.charCodeAt(at - 1)
  const isNumbered =
    numbering[before] === 1 || (isSpace(before) && numbering[text.charCodeAt(at - 2)] === 1)
  if ((bits & signs.unit) !== 0 && isNumbered) return signs.unit
  const after = text.charCodeAt(at + 1)
  const isApart = (bits & signs.space) !== 0 && !isLow(before) && !isLow(after)
  return isApart ? signs.apart : 0
}

/** What numbers a house: digits, numerals, letters, a side of it. */
const numbering = new Uint8Array(65_536)
for (const sign of '幺一二三四五六七八九十百零〇两甲乙丙丁东西南北中')
  numbering[sign.charCodeAt(0)] = 1
for (let code = 0; code < classes.length; code += 1) {
  if (((classes[code] ?? 0) & (signs.digit | signs.letter)) !== 0) numbering[code] = 1
}

/** Neither Chinese nor another space. */
const isLow = (code: number) => !(code >= 0x2000 || isSpace(code))
const isSpace = (code: number) => ((classes[code] ?? 0) & signs.space) !== 0
