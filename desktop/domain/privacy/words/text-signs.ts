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
  unit: 32,
  dash: 64,
  numeral: 256,
  /** In words that an account, a card or a day of birth stands beside. */
  told: 512,
  /** Written in another way than `plainText` does. */
  other: 128,
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
range(0xff10, 0xff19, signs.digit | signs.other)
range(0x41, 0x5a, signs.letter)
range(0x61, 0x7a, signs.letter)
range(0xff21, 0xff3a, signs.letter | signs.other)
range(0xff41, 0xff5a, signs.letter | signs.other)
range(0xff01, 0xff5e, signs.other)
range(0x2000, 0x200b, signs.other)
range(0x2010, 0x2015, signs.other | signs.dash)
mark('\u00a0\u202f\u3000\ufeff\t', signs.other)
mark('\u2212\u30fc\ufe63', signs.other | signs.dash)
mark('-－', signs.dash)
mark('@＠', signs.at)
// one of them is in every number that is said
mark('幺一', signs.numeral)
mark('.．°度', signs.point)
mark('信xXhH证卡号凭生诞', signs.told)
mark('号栋幢元室户组门座层楼弄房队社排#＃巷', signs.unit)
for (let code = 0x4e00; code <= 0x9fff; code += 1) {
  if (beginsSurname(code)) classes[code] = (classes[code] ?? 0) | signs.surname
}
// names of foreigners and minorities are told by the point in them
mark('·•・‧', signs.surname)
for (const part of soundedParts.split(' ')) mark(part.slice(0, 1), signs.surname)
mark(minoritySigns, signs.surname)

export interface TextSigns {
  /** All signs that there are. */
  readonly has: number
  readonly digits: number
}

/** Reads a text once. */
export function textSigns(text: string): TextSigns {
  let has = 0
  let digits = 0
  for (let at = 0; at < text.length; at += 1) {
    const bits = classes[text.charCodeAt(at)] ?? 0
    has |= bits
    digits += bits & signs.digit
  }
  return { has, digits }
}
