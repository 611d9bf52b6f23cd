import { matchesOf } from './matches.ts'

/** Digits written as one number, with single or few spaces or dashes between its groups. */
export interface WrittenNumber {
  /** The digits alone; a last X of a resident's number is kept, in upper case. */
  readonly digits: string
  /** How the digits are grouped: `138 1234 5678` is 3, 4, 4. */
  readonly groups: readonly number[]
  readonly start: number
  readonly end: number
}

interface Group {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The shortest number looked for is a telephone's, the longest a bank card's. */
const fewestDigits = 7
const mostDigits = 19
/** Signs that may stand between two groups of one number, such as ` - `. */
const widestGap = 3
/** More groups than these are a number only where each is a digit by itself. */
const mostGroups = 6
const digitsApart = 11
/** A resident's number has so many digits before its last X, which may stand apart. */
const beforeCheck = 17
const apartCheck = /^[ -][xX](?![\dA-Za-z])/

/**
 * Every run of neighbouring groups of digits that could be one number: each number begins and ends
 * where a group does, so that nothing is found inside a longer number. Digits that belong to a word
 * (`AL20230101`), to a decimal or to an amount of money are no number in this sense.
 */
export function writtenNumbers(plain: string): WrittenNumber[] {
  const groups = groupsOf(plain)
  return groups.flatMap((_, first) => from(plain, groups, first))
}

const group = /\d+(?:[xX](?![\dA-Za-z]))?/g

function groupsOf(plain: string): Group[] {
  return matchesOf(plain, group).map(({ 0: text, index }) => ({
    text: text.toUpperCase(),
    start: index,
    end: index + text.length,
  }))
}

function from(plain: string, groups: readonly Group[], first: number): WrittenNumber[] {
  const found: WrittenNumber[] = []
  const begin = groups[first]
  if (!begin || !mayBegin(plain, begin.start)) return found
  let digits = ''
  const sizes: number[] = []
  for (let index = first; index < groups.length; index += 1) {
    const group = groups[index]
    const before = groups[index - 1]
    if (!group) break
    if (index > first && before && !isGap(plain, before.end, group.start)) break
    digits += group.text
    sizes.push(group.text.length)
    if (digits.length > mostDigits || sizes.length > digitsApart) break
    const isWhole = sizes.length <= mostGroups || digits.length === digitsApart
    if (isWhole && digits.length >= fewestDigits && mayEnd(plain, group.end)) {
      found.push({ digits, groups: [...sizes], start: begin.start, end: group.end })
    }
    if (group.text.endsWith('X')) break
    if (digits.length === beforeCheck && apartCheck.test(plain.slice(group.end, group.end + 3))) {
      const end = group.end + 2
      found.push({ digits: `${digits}X`, groups: [...sizes], start: begin.start, end })
    }
  }
  return found
}

function isGap(plain: string, from: number, to: number): boolean {
  if (to - from > widestGap) return false
  for (let at = from; at < to; at += 1) {
    const sign = plain[at]
    if (sign !== ' ' && sign !== '-') return false
  }
  return true
}

/** Words that may stand before a number without a space. */
const words = /(?:^|[^A-Za-z])(?:tel|phone|mobile|mob|wx|vx|wechat|weixin|id|no)$/i
/** `1.` at the start of an item of a list, which is no decimal. */
const itemNumber = /(?:^|[\s、，。；,;:])\d{1,2}\.$/

function mayBegin(plain: string, start: number): boolean {
  const before = plain.slice(Math.max(0, start - 8), start)
  if (/[A-Za-z]$/.test(before)) return words.test(before)
  return !/(?:\d\.|[¥￥$])$/.test(before) || itemNumber.test(before)
}

function mayEnd(plain: string, end: number): boolean {
  const after = plain.slice(end, end + 3)
  return !/^(?:[A-Za-z]|\.\d| ?[万亿]?元(?!旦))/.test(after)
}
