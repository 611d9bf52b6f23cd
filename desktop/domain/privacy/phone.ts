import { finding, type Finding } from './finding.ts'
import { matchesOf } from './matches.ts'
import type { WrittenNumber } from './numbers.ts'
import { isAfter } from './plain-text.ts'

const countryCode = /^(?:0086|86)/
/** How most people group the 11 digits. */
const mobileGroups = new Set([
  '11',
  '3,4,4',
  '4,4,3',
  '3,3,5',
  '3,8',
  '7,4',
  '1,1,1,1,1,1,1,1,1,1,1',
])
const mostMobileGroups = 4
/** A day and three digits more. */
const dayFirst = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])/

/** 11 digits from 13 to 19, with or without +86. */
export function mobile(plain: string, number: WrittenNumber): Finding | undefined {
  const { start, end } = number
  const { digits, groups } = withoutCountry(number)
  if (!/^1[3-9]\d{9}$/.test(digits)) return undefined
  const isUsual = mobileGroups.has(groups.join())
  if (!isUsual && !isGrouped(plain.slice(start, end), digits, groups)) return undefined
  return finding('mobile', signBefore(plain, start), end, isUsual ? 0.95 : 0.85)
}

/** Other groups of one number have one sort of sign between them; several numbers are side by side. */
function isGrouped(text: string, digits: string, groups: readonly number[]): boolean {
  if (groups.length > mostMobileGroups || Math.min(...groups) < 2) return false
  if (groups[0] === 4 && groups[1] === 2 && dayFirst.test(digits)) return false
  const gaps = text.match(/[ -]+/g)?.slice(1 - groups.length) ?? []
  return new Set(gaps).size === 1 && (gaps[0] === '-' || (groups[0] ?? 0) > 2)
}

/** Takes 86 or 0086 off, whether it stands apart or not. */
function withoutCountry({
  digits,
  groups,
}: WrittenNumber): Pick<WrittenNumber, 'digits' | 'groups'> {
  const code = countryCode.exec(digits)?.[0]
  const [first = 0, ...others] = groups
  if (code === undefined || digits.length === 11 || first < code.length) return { digits, groups }
  const rest = first === code.length ? others : [first - code.length, ...others]
  return { digits: digits.slice(code.length), groups: rest }
}

const signBefore = (plain: string, start: number) => (plain[start - 1] === '+' ? start - 1 : start)

const areaCode = '(?:010|02[0-57-9]|0[3-9]\\d{2})'
const withArea = new RegExp(`^${areaCode}[2-9]\\d{6,7}$`)
const area = new RegExp(`^${areaCode}$`)
const phoneWords = /(?:电话|座机|固话|联系方式|联系|拨打|tel|phone)(?:号码|号)?(?:是|为)?[ :]*\(?$/i

/**
 * 7 or 8 digits after an area code that stands apart; without that only after a word such as 电话,
 * because any running number may have so many digits. Numbers of services (12345, 400) are none.
 */
export function landline(plain: string, number: WrittenNumber): Finding | undefined {
  const abroad = fromAbroad(plain, number)
  if (abroad) return abroad
  const { digits, groups, start, end } = number
  const hasArea = withArea.test(digits)
  const isLocal = groups.length <= 2 && /^[2-8]\d{6,7}$/.test(digits)
  if (!hasArea && !isLocal) return undefined
  const apart = hasArea && groups.length > 1 && area.test(digits.slice(0, groups[0]))
  if (!apart && !isAfter(plain, start, phoneWords)) return undefined
  const confidence = apart ? 0.9 : hasArea ? 0.8 : 0.6
  return finding('landline', start, withExtension(plain, end), confidence)
}

const withoutZero = /^0?(?:10|2[0-57-9]|[3-9]\d{2})[2-9]\d{6,7}$/

/** `+86-571-8765-4321`: after the country's code an area's goes without its 0. */
function fromAbroad(plain: string, number: WrittenNumber): Finding | undefined {
  const { digits, groups } = withoutCountry(number)
  if (digits === number.digits || groups.length > 3 || !withoutZero.test(digits)) return undefined
  const start = signBefore(plain, number.start)
  const isTold = start < number.start || number.digits.startsWith('00')
  if (!isTold && !(number.groups[0] === 2 && isAfter(plain, start, phoneWords))) return undefined
  return finding('landline', start, withExtension(plain, number.end), 0.9)
}

const bracketed = new RegExp(
  `(?:(?:\\+|00)86[ -]?)?\\((?:${areaCode}|(?<=86[ -]?\\()[1-9]\\d{1,2})\\)[ -]?[2-9]\\d{2,3}[ -]?\\d{4}(?!\\d)`,
  'g',
)

/** `(010) 8765 4321`, which is no run of groups: the bracket closes between them. */
export function bracketedLandlines(plain: string): Finding[] {
  return matchesOf(plain, bracketed).map(({ 0: text, index }) =>
    finding('landline', index, withExtension(plain, index + text.length), 0.95),
  )
}

const dotted = /(?<![\w.])1[3-9]\d\.\d{4}\.\d{4}(?![\w.]*\d)/g

/** `138.1234.5678`: dots are no separator elsewhere, since decimals have them. */
export function dottedMobiles(plain: string): Finding[] {
  return matchesOf(plain, dotted).map(({ 0: text, index }) =>
    finding('mobile', index, index + text.length, 0.9),
  )
}

/** 幺三八…: said, and written as it was heard. */
const spokenPattern =
  /(?<![一二三四五六七八九零〇○幺两])[一幺][三四五六七八九](?:[ -]?[一二三四五六七八九零〇○幺两]){9}(?![一二三四五六七八九零〇○幺两十百千])/g

export function spokenMobiles(plain: string): Finding[] {
  return matchesOf(plain, spokenPattern).map(({ 0: text, index }) =>
    finding('mobile', index, index + text.length, 0.85),
  )
}

function withExtension(plain: string, end: number): number {
  const extension = /^ ?(?:转|分机|ext\.?|x|-) ?\d{1,6}(?!\d)/i.exec(plain.slice(end, end + 14))
  return end + (extension?.[0].length ?? 0)
}
