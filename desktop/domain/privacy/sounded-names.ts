import { finding, type Finding } from './finding.ts'
import { matchesOf } from './matches.ts'
import { isClosed, leftEvidence, rightEvidence, strong } from './name-beside.ts'
import { minoritySigns, soundSigns } from './words/given-signs.ts'
import { lexicon } from './words/lexicon.ts'
import { surnameWeight } from './words/sign-class.ts'
import { soundedEnds, soundedParts, soundedPlaces } from './words/sounded-names.ts'
import { isWord } from './words/word-book.ts'

const parts = lexicon(soundedParts)
const places = lexicon(soundedPlaces)
const sound = `[${[...new Set(soundSigns + minoritySigns + soundedParts.replaceAll(' ', ''))].join('')}]`
const point = '[·•・‧]'
const pointed = new RegExp(`${sound}{2,6}(?:${point}${sound}{1,7}){1,3}`, 'gu')

/**
 * Names of minorities and foreigners, written by their sound: 阿依古丽, 买买提·吐尔逊; the latter only
 * where there is such a point.
 */
export function soundedNames(plain: string, isPointed = true): Finding[] {
  const found = isPointed ? pointedNames(plain) : []
  const starts = new Map(found.map(({ start, end }) => [start, end]))
  for (let at = 0; at < plain.length; at += 1) {
    if (begins[plain.charCodeAt(at)] !== 1 && found.length === 0) continue
    const known = starts.get(at)
    const end = known ?? longer(chainEnd(plain, at), runEnd(plain, at))
    if (end === undefined) continue
    if (known === undefined) found.push(finding('name', at, end, 0.85))
    at = end - 1
  }
  return found
}

const longer = (one: number | undefined, other: number | undefined) =>
  one === undefined || (other ?? 0) > one ? other : one

const isSound = new Uint8Array(65_536)
for (const sign of minoritySigns) isSound[sign.charCodeAt(0)] = 1
/** What a name by its sound may begin with; most signs of a text do not. */
const begins = isSound.slice()
for (const part of soundedParts.split(/\s+/)) begins[part.charCodeAt(0)] = 1
const soundAt = (plain: string, at: number) => isSound[plain.charCodeAt(at)] === 1
const longestRun = 8

/** Three or more signs of sound between a role and the end of a phrase: 艾克热木. */
function runEnd(plain: string, start: number): number | undefined {
  if (!soundAt(plain, start) || !soundAt(plain, start + 1) || !soundAt(plain, start + 2)) {
    return undefined
  }
  let end = start + 3
  while (end - start < longestRun && soundAt(plain, end)) end += 1
  const left = leftEvidence(plain, start)
  if (left < 0 || places.after(plain, start) > 0 || wordsIn(plain, start, end) > 0) return undefined
  const size = end - start
  const isOwn = surnameWeight(plain.charCodeAt(start)) > 0 && size < 4
  const sum = left + Math.max(0, rightEvidence(plain, end))
  return !isOwn && sum >= (size > 3 ? 3 : strong + 1) ? end : undefined
}

function wordsIn(plain: string, start: number, end: number): number {
  let words = 0
  for (let at = start; at < end - 1; at += 1) if (isWord(plain.slice(at, at + 2))) words += 1
  return end - start > 3 ? words - 1 : words
}

/** Where parts of names that follow one another end; undefined where they make no name. */
function chainEnd(plain: string, start: number): number | undefined {
  let end = start
  let count = 0
  for (let length = parts.after(plain, end); length > 0; length = parts.after(plain, end)) {
    if (count === 0 && length < 2) return undefined
    end += length
    count += 1
    if (/[·•・‧]/.test(plain[end] ?? '') && parts.after(plain, end + 1) > 1) end += 1
  }
  if (count === 0 || places.after(plain, start) > 0) return undefined
  // 麦麦提明, and not the beginning of 明天
  const isLonger = soundedEnds.includes(plain[end] ?? ' ') && isClosed(plain, end + 1)
  if (isLonger && rightEvidence(plain, end + 1) > 0 && rightEvidence(plain, end) < 3) end += 1
  if (rightEvidence(plain, end) < -5) return undefined
  const left = leftEvidence(plain, start)
  if (left < -5) return undefined
  const size = end - start
  return size > 3 || (size === 3 && left > 0) || left >= 4 ? end : undefined
}

function pointedNames(plain: string): Finding[] {
  return matchesOf(plain, pointed).map(({ 0: text, index }) => {
    const start = partBefore(plain, index, text)
    const point = text.search(/[·•・‧][^·•・‧]*$/)
    return finding('name', start, deedAfter(plain, index + point + 3, index + text.length), 0.85)
  })
}

/** Where what the person does begins: 送餐 is no part of 阿不力孜·买买提送餐. */
function deedAfter(plain: string, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    if (/[和与等]/.test(plain[at] ?? '') || rightEvidence(plain, at) >= 3) return at
  }
  return end
}

/** Where parts that are known lead up to the point, what is before them is none of the name. */
function partBefore(plain: string, index: number, text: string): number {
  const point = index + text.search(/[·•・‧]/)
  for (let at = index; at < point - 1; at += 1) {
    let end = at
    for (let size = parts.after(plain, end); size > 0; size = parts.after(plain, end)) end += size
    if (end === point) return at
  }
  return index
}
