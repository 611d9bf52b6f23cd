import { readDate } from '../../catalogue/importing/dates.ts'
import { plainText } from '../plain-text.ts'

const oldest = 130
const topBand = 90

/**
 * The ten-year band of an age (`36`, `36岁`), a birthday or a resident number, on a day `yyyy-mm-dd`;
 * from 90 on all are one. Nothing where the text is none of them.
 */
export function ageBand(text: string, today: string): string | undefined {
  const plain = plainText(text).trim()
  const age = ageWritten(plain) ?? ageSince(birthday(plain), today)
  if (age === undefined || age < 0 || age > oldest) return undefined
  if (age >= topBand) return `${topBand}+`
  const from = Math.floor(age / 10) * 10
  return `${from}-${from + 9}`
}

function ageWritten(plain: string): number | undefined {
  const written = /^(\d{1,3})(?:\.\d+)?\s*(?:周?岁)?$/.exec(plain)?.[1]
  return written === undefined ? undefined : Number(written)
}

/** `yyyy-mm-dd` or `yyyy-mm`. */
function birthday(plain: string): string | undefined {
  const digits = plain.replace(/[\s-]/g, '')
  const id = /^\d{6}(\d{8})\d{3}[\dXx]$/.exec(digits)?.[1] ?? oldBirthday(digits)
  return readDate(id ?? plain, true)?.text.slice(0, 10)
}

function oldBirthday(digits: string): string | undefined {
  const short = /^\d{6}(\d{6})\d{3}$/.exec(digits)?.[1]
  return short === undefined ? undefined : `19${short}`
}

/** Whole years from a birthday to a day; of a month alone, from its first day. */
function ageSince(born: string | undefined, today: string): number | undefined {
  if (born === undefined) return undefined
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  return today.slice(5) < born.slice(5) ? years - 1 : years
}

/** The month of a day or a moment: `2025-03`. */
export function monthOf(text: string): string | undefined {
  return readDate(text, true)?.text.slice(0, 7)
}

const upToDistrict =
  /^(?:[\u4e00-\u9fff]{2,10}?(?:省|自治区|特别行政区))?(?:[\u4e00-\u9fff]{2,10}?(?:市|自治州|地区|盟))?(?:[\u4e00-\u9fff]{1,10}?(?:区|县|旗|市))?/u
const toStreet =
  /^[\u4e00-\u9fff]{1,8}?(?:街道(?:办事处)?|镇|苏木|乡(?![\u4e00-\u9fff]?[路街巷道]))/u

/**
 * An address down to its street office, town or township (街道 · 镇 · 乡 · 苏木); nothing where it names
 * none.
 */
export function streetOf(address: string): string | undefined {
  const plain = plainText(address).replace(/\s+/g, '')
  // a district may be left out, and its sign may stand inside the street's name
  for (const head of heads(plain)) {
    const street = toStreet.exec(plain.slice(head.length))?.[0]
    if (street !== undefined) return head + street.replace(/办事处$/, '')
  }
  return undefined
}

function heads(plain: string): string[] {
  const whole = upToDistrict.exec(plain)?.[0] ?? ''
  const city =
    /^(?:.*?(?:省|自治区))?[\u4e00-\u9fff]{2,10}?(?:市|自治州|盟)/u.exec(whole)?.[0] ?? ''
  return [...new Set([whole, city, ''])]
}

/** A degree, or a pair of them, down to 0.01: about a kilometre. */
export function gridOf(text: string): string | undefined {
  const plain = plainText(text).trim()
  const parts = plain.split(/[,，;；\s]+/u).filter((part) => part !== '')
  if (parts.length === 0 || parts.length > 2) return undefined
  if (parts.some((part) => !/^-?\d{1,3}(?:\.\d+)?$/.test(part))) return undefined
  return parts.map((part) => Number(part).toFixed(2)).join(',')
}
