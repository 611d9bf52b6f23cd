import { addresses, coinedPlace } from './addresses.ts'
import { toldByWords } from './after-words.ts'
import { bankCard } from './bank-card.ts'
import { coordinates } from './coordinates.ts'
import { creditCodes } from './credit-code.ts'
import type { Finding, Search } from './finding.ts'
import { emails, passports, plates } from './lettered.ts'
import { names, spacedNames } from './names.ts'
import { writtenNumbers } from './numbers.ts'
import { bracketedLandlines, dottedMobiles, landline, mobile, spokenMobiles } from './phone.ts'
import { plainText } from './plain-text.ts'
import { soundedNames } from './sounded-names.ts'
import { residentId } from './resident-id.ts'
import { signs, textSigns } from './words/text-signs.ts'

/** Recognisers of numbers written in groups; the shortest is a telephone's. */
const ofNumbers = [residentId, mobile, bankCard, landline]
const fewestDigits = 7

interface Recogniser {
  readonly find: (plain: string) => readonly Finding[]
  /** Without one of these signs, or with fewer digits, it finds nothing. */
  readonly needs: number
  readonly digits: number
}

const recognisers: readonly Recogniser[] = [
  { find: numbers, needs: signs.digit, digits: fewestDigits },
  { find: bracketedLandlines, needs: signs.digit, digits: 10 },
  { find: dottedMobiles, needs: signs.point, digits: 11 },
  { find: spokenMobiles, needs: signs.numeral, digits: 0 },
  { find: emails, needs: signs.at, digits: 0 },
  { find: plates, needs: signs.letter, digits: 3 },
  { find: passports, needs: signs.letter, digits: 7 },
  { find: creditCodes, needs: signs.digit, digits: 8 },
  { find: toldByWords, needs: signs.told, digits: 0 },
  { find: coordinates, needs: signs.point, digits: 4 },
]

/** Personal information in a free text, in order and without overlaps. */
export function findPersonal(text: string, { atLeast = 0 }: Search = {}): Finding[] {
  const { has, digits } = textSigns(text)
  const plain = (has & (signs.wide | signs.other)) === 0 ? text : plainText(text)
  let found: Finding[] = []
  for (const { find, needs, digits: fewest } of recognisers) {
    if ((has & needs) !== 0 && digits >= fewest) found = found.concat(find(plain))
  }
  const places = (has & (signs.unit | signs.dash)) === 0 ? [] : addresses(plain)
  const named = (has & signs.surname) === 0 ? [] : people(plain, has)
  if (found.length === 0 && named.length === 0 && places.length === 0) return []
  const all = apart([...found, ...besides(plain, named, places)])
  return atLeast > 0 ? all.filter(({ confidence }) => confidence >= atLeast) : all
}

function numbers(plain: string): Finding[] {
  const written = writtenNumbers(plain)
  return ofNumbers.flatMap((recognise) => written.flatMap((one) => recognise(plain, one) ?? []))
}

/** Names written by their sound come first: 高娃 is no 高 in 萨仁高娃. */
function people(plain: string, has: number): Finding[] {
  const found = names(plain)
  const sounded = soundedNames(plain, (has & signs.middle) !== 0)
  const spaced = (has & signs.apart) === 0 ? [] : spacedNames(plain)
  if (sounded.length === 0 && spaced.length === 0) return apart(found)
  return apart([...sounded, ...found, ...spaced])
}

/** So sure is a name that what follows it begins the address. */
const sureName = 0.74

/** Whether the address begins after the name: of a coined name of a place less is sure. */
function begins(name: Finding, start: number, place: Finding): boolean {
  if (name.end >= place.end - 3) return false
  if (place.confidence <= coinedPlace && name.confidence >= 0.65) return true
  return name.start <= start && name.confidence >= sureName
}

/** 墅6 is no place: what looks like a name is a part of 金茂逸墅6幢. */
const leavesEnd = /^[墅苑园庭府城居阁轩湾郡台院邸里村路街巷][\dA-Z一二三四五六七八九十]/

/** Names and addresses that overlap: a road may be called like a person, and a person live in one. */
function besides(plain: string, people: readonly Finding[], places: readonly Finding[]): Finding[] {
  const kept: Finding[] = []
  let at = 0
  for (const place of places) {
    let { start } = place
    for (let name = people[at]; name && name.start < place.end; name = people[at]) {
      at += 1
      if (name.end <= start) kept.push(name)
      else if (begins(name, start, place) && !leavesEnd.test(plain.slice(name.end, name.end + 2))) {
        kept.push(name)
        start = name.end
      }
    }
    kept.push({ ...place, start })
  }
  return [...kept, ...people.slice(at)]
}

/** Findings that overlap become one, of the surer kind, so that nothing of either is left over. */
export function apart(findings: readonly Finding[]): Finding[] {
  if (findings.length < 2) return [...findings]
  const kept: Finding[] = []
  for (const one of findings.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (last && one.start < last.end) {
      // a number within a longer one is a part of it, however sure its form
      const inside = one.end < last.end || (one.end === last.end && one.start > last.start)
      const surer = one.confidence > last.confidence && !inside ? one : last
      kept[kept.length - 1] = { ...surer, start: last.start, end: Math.max(last.end, one.end) }
    } else kept.push(one)
  }
  return kept
}
