import { finding, type Finding } from './finding.ts'
import { matchesOf } from './matches.ts'
import { isClosed, leftEvidence, rightEvidence, strong, verbLength } from './name-beside.ts'
import { type Beside, isAskedWord, isNovel, wordEvidence } from './name-itself.ts'
import { givenNames } from './words/given-names.ts'
import { lexicon } from './words/lexicon.ts'
import { isWord } from './words/word-book.ts'
import {
  anyOf,
  beginsCompound,
  beginsSurname,
  givenWeight,
  isCompoundSurname,
  isHan,
  isPair,
  mayEndName,
  surnameWeight,
} from './words/sign-class.ts'

const spaced =
  /(?<=^|[:、,;(\n]|[\u4e00-\u9fff]:? ?)[\u4e00-\u9fff] {1,2}[\u4e00-\u9fff](?![\u4e00-\u9fff])/g

/** `王 磊`: two signs set as wide as three, after a role or in a list. */
export function spacedNames(plain: string): Finding[] {
  return matchesOf(plain, spaced).flatMap(({ 0: text, index }) => {
    const end = index + text.length
    const weight = surnameWeight(plain.charCodeAt(index)) + givenWeight(plain.charCodeAt(end - 1))
    const isListed = /[、,]/.test((plain[index - 1] ?? '') + (plain[end] ?? ''))
    const left = Math.max(leftEvidence(plain, index), isListed ? 2 : 0)
    return weight + left >= enough ? [finding('name', index, end, 0.7)] : []
  })
}

/** A passage that may be a name, with what speaks for it. */
interface Candidate {
  readonly start: number
  readonly end: number
  score: number
}

const wholeGivens = lexicon(givenNames)

/** 王姐 is no full name. */
const isKin = anyOf('姐嫂')

const enough = 5
/** What it is worth to stand alone between a role and the end of a phrase. */
const framed = 2
/** Below this a passage is not remembered for a second look. */
const possible = 2
/** The same for what stands in a list: its neighbours may be sure. */
const least = -1

/** Names of people: a surname and one or two signs, with evidence around them. */
export function names(plain: string): Finding[] {
  const candidates: Candidate[] = []
  for (let at = 0; at < plain.length - 1; at += 1) {
    if (beginsSurname(plain.charCodeAt(at))) addFrom(plain, at, candidates)
  }
  if (candidates.length === 0) return []
  return best(plain, again(plain, candidates)).map(({ start, end, score }) =>
    finding('name', start, end, confidence(score)),
  )
}

const confidence = (score: number) => Math.min(0.95, 0.5 + (score - enough) * 0.08)

function addFrom(plain: string, start: number, candidates: Candidate[]): void {
  const single = surnameWeight(plain.charCodeAt(start))
  if (!Number.isNaN(single)) addWith(plain, start, start + 1, single, candidates)
  if (beginsCompound(plain.charCodeAt(start)) && isCompoundSurname(plain.slice(start, start + 2))) {
    addWith(plain, start, start + 2, 4, candidates)
  } else if (isDouble(plain, start, single)) {
    const both: Candidate[] = []
    addWith(plain, start, start + 2, 1, both)
    candidates.push(...both.filter(({ end }) => end - start > 3))
  }
}

/** The surnames of both parents before a given name of two: 陈李雨涵. */
function isDouble(plain: string, start: number, first: number): boolean {
  if (!(first > 1) || !(surnameWeight(plain.charCodeAt(start + 1)) > 1)) return false
  if (
    leftEvidence(plain, start) < strong ||
    /[向何任万余方]/.test(plain[start] ?? '') ||
    isWord(plain.slice(start, start + 2))
  )
    return false
  return givenWeight(plain.charCodeAt(start + 2)) + givenWeight(plain.charCodeAt(start + 3)) > 1
}

function addWith(
  plain: string,
  start: number,
  given: number,
  weight: number,
  candidates: Candidate[],
): void {
  let score = weight
  let left: number | undefined
  for (let end = given + 1; end <= given + 2 && end <= plain.length; end += 1) {
    const sign = givenWeight(plain.charCodeAt(end - 1))
    const isKnown =
      (end === given + 2 && wholeGivens.after(plain, given) === 2) ||
      (Number.isNaN(sign) && end === start + 2 && isAskedWord(plain, start, end))
    if (isKnown) score = weight + (end === given + 2 ? 2 : 1)
    else if (Number.isNaN(sign)) {
      if (end === given + 2 || wholeGivens.after(plain, given) < 2) return
      continue
    } else score += sign
    if (end === given + 1 && isKin(plain, given)) return
    if (!isKnown && !mayEndName(plain.charCodeAt(end - 1)) && !endsAtMark(plain, end, weight))
      continue
    left ??= leftEvidence(plain, start)
    // what stands after a name can outweigh no more than this
    if (score + left + strong + framed < possible) continue
    const right = rightEvidence(plain, end)
    const alone = left >= strong && isClosed(plain, end) ? framed : 0
    if (score + left + right + alone < least) continue
    const isListed = isInList(plain, start, end, { left, right })
    const said =
      given === start + 1 ? wordEvidence(plain, start, end, { left, right, isListed }) : 0
    // a title says that even a word is somebody's name
    const words = right >= strong && weight > 1 && said > -5 ? Math.max(said, -2) : said
    const frame =
      words <= -6 && sign === 0 && end - given === 1 && isHan(plain.charCodeAt(end)) ? 0 : alone
    const two = end - given === 2 ? weight > 0 : weight < 0 && sign > 1 && right > 1
    const paired = isPairAt(plain, given) && end - given === 2 && (weight > 0 || left > 0) ? 1 : 0
    const full = fullness(end - given, sign, score - weight)
    const unlike = left > 0 && right > 0 && isNovel(plain, start, end)
    const isDoubtful = weight < 0 && end - given === 2 && score - weight > 1
    const novel = unlike && isDoubtful ? 2 : unlike && two ? 1 : 0
    const short = end === given + 1 && isLonger(plain, given) ? -2 : 0
    const coupled = isCoupled(plain, end) && end - given === 2 ? -3 : 0
    const vague = end - given === 1 && sign === 0 && left < 2 && right === 2 ? -2 : 0
    const total =
      vague + coupled + short + score + words + left + right + frame + full + novel + paired
    if (total >= (isListed ? least : possible)) candidates.push({ start, end, score: total })
  }
}

/** Between the marks of a list, or one and the end of a phrase: 文静、白洁、明珠三位. */
function isInList(plain: string, start: number, end: number, { left, right }: Beside): boolean {
  if (plain[start - 1] === ' ' && plain[end] === ' ') return true
  if (plain[start - 1] !== '、' && plain[end] !== '、') return false
  return (
    (left > 1 || isBound(plain, start - 1)) &&
    (right > 1 || isBound(plain, end) || follows.test(plain.slice(end, end + 2)))
  )
}

const isBound = (plain: string, at: number) => !isHan(plain.charCodeAt(at))
const follows = /^(?:等|[两二三四五六七八九十][位名人户]|同志|参加|到场|列席|出席)/

const isAnd = anyOf('和与')

/** 邵仁和肖丹阳 are two. */
const isCoupled = (plain: string, end: number) =>
  isAnd(plain, end - 1) && surnameWeight(plain.charCodeAt(end)) > 0

const isLast = anyOf('和道路电想约作向')
const isLastOfDoubtful = anyOf('和想')

/** 王和, at the end of a phrase. */
const endsAtMark = (plain: string, end: number, weight: number) =>
  !isHan(plain.charCodeAt(end)) && (weight > 0 ? isLast : isLastOfDoubtful)(plain, end - 1)

const isPairAt = (plain: string, at: number) =>
  isPair(plain.charCodeAt(at), plain.charCodeAt(at + 1))

/** 广发 is a given name as a whole, and what comes after it says so: 广 alone is less likely. */
function isLonger(plain: string, given: number): boolean {
  if (!isPairAt(plain, given) && wholeGivens.after(plain, given) < 2) return false
  // 先动手 is what 王林 did
  return verbLength(plain, given + 1) < 3 && rightEvidence(plain, given + 2) > 1
}

/** Two signs that are both of names say more than each; a second that is none of them, less. */
function fullness(length: number, last: number, sum: number): number {
  if (length < 2) return 0
  return last === 0 ? -1 : Math.max(0, sum - 2)
}

/** A name that is sure in one place is one in the others; so are neighbours in a list of names. */
function again(plain: string, candidates: Candidate[]): Candidate[] {
  const sure = new Set<string>()
  const ends = new Set<number>()
  const starts = new Set<number>()
  for (const { start, end, score } of candidates) {
    if (score < enough + 1) continue
    sure.add(plain.slice(start, end))
    starts.add(start)
    ends.add(end)
  }
  for (const one of candidates) {
    if (isOfPlaces(plain, one)) one.score -= 4
    if (sure.has(plain.slice(one.start, one.end))) one.score += 2
    if (ends.has(beyond(plain, one.start, -1))) one.score += nextTo(plain[one.start - 1])
    if (one.score >= enough) ends.add(one.end)
  }
  for (const one of candidates.toReversed()) {
    if (starts.has(beyond(plain, one.end, 1))) one.score += nextTo(plain[one.end])
    if (one.score >= enough) starts.add(one.start)
  }
  return candidates.filter(({ score }) => score >= enough)
}

/** 金桂、兰亭、清溪三个社区: what the list is of comes at its end. */
function isOfPlaces(plain: string, { start, end }: Candidate): boolean {
  if (plain[end] !== '、' && plain[start - 1] !== '、') return false
  placesListed.lastIndex = end
  return placesListed.test(plain)
}

const placesListed =
  /(?:、[\u4e00-\u9fff]{2,4}){0,8}(?:[等和及]|以及)?[\u4e00-\u9fff]{0,4}?[\d一二两三四五六七八九十几数多]{0,3}(?:[个条座处家](?:行政|自然|试点|城市|农村)?)?(?:社区|村|小区|路段|路|街|街道|乡镇|镇|商户|企业|单位|楼盘|学校|商圈|公园|网格)/y

/** A neighbour of a list counts for more than one beyond a space or a comma. */
const nextTo = (mark: string | undefined) => (mark === '、' ? 3 : 2)

/** The place beyond what parts the names of a list: a sign, a space, a new line and its number. */
function beyond(plain: string, from: number, step: 1 | -1): number {
  const next = (at: number) => plain[step > 0 ? at : at - 1] ?? ''
  let at = from
  for (let signs = 0; signs < mostBetween && /[、, \n\d.)]/.test(next(at)); signs += 1) at += step
  return at === from ? -1 : at
}

const mostBetween = 6

/** Of passages that overlap, the one that most speaks for; the longer of two alike. */
function best(plain: string, candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  for (const one of candidates) {
    const last = kept.at(-1)
    if (!last || last.end <= one.start) kept.push(one)
    else if (one.end === last.end && last.start < one.start && one.score < last.score + 3) {
      if (isPreface(plain, last, one)) kept[kept.length - 1] = one
    } else if (one.score > last.score || (one.score === last.score && one.start === last.start)) {
      kept[kept.length - 1] = one
    }
  }
  return kept
}

/** 经 is no surname in 经彭然调解, as long as the name after it does well without. */
const isPreface = (plain: string, longer: Candidate, one: Candidate) =>
  one.start === longer.start + 1 &&
  /[经查向由于受和与给让请被任是时方应曾]/.test(plain[longer.start] ?? '') &&
  surnameWeight(plain.charCodeAt(one.start)) > 0 &&
  one.score >= longer.score - 2
