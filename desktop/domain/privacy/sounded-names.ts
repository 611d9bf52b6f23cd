import { finding, type Finding } from './finding.ts'
import { leftEvidence, rightEvidence } from './name-score.ts'
import { soundSigns } from './words/given-signs.ts'
import { lexicon } from './words/lexicon.ts'
import { soundedParts } from './words/sounded-names.ts'

const parts = lexicon(soundedParts)
const sound = `[${[...new Set(soundSigns)].join('')}]`
const point = '[·•・‧]'
const pointed = new RegExp(`${sound}{2,6}(?:${point}${sound}{1,7}){1,3}`, 'gu')

/** Names of minorities and foreigners, written by their sound: 阿依古丽, 买买提·吐尔逊. */
export function soundedNames(plain: string): Finding[] {
  const found: Finding[] = []
  for (let at = 0; at < plain.length; at += 1) {
    const end = chainEnd(plain, at)
    if (end === undefined) continue
    found.push(finding('name', at, end, 0.85))
    at = end - 1
  }
  return [...found, ...pointedNames(plain, found)]
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
  if (count === 0 || rightEvidence(plain, end) < -5) return undefined
  const left = leftEvidence(plain, start)
  if (left < -5) return undefined
  const size = end - start
  return size > 3 || (size === 3 && left > 0) || left >= 4 ? end : undefined
}

function pointedNames(plain: string, known: readonly Finding[]): Finding[] {
  const taken = new Set(known.flatMap(({ start, end }) => range(start, end)))
  return Array.from(plain.matchAll(pointed)).flatMap(({ 0: text, index }) => {
    const end = index + text.length
    return range(index, end).some((at) => taken.has(at)) ? [] : [finding('name', index, end, 0.75)]
  })
}

const range = (start: number, end: number) =>
  Array.from({ length: end - start }, (_, at) => start + at)
