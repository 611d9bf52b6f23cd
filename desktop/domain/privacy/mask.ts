import { bankCard } from './bank-card.ts'
import type { Finding } from './finding.ts'
import { emails, passports, plates } from './lettered.ts'
import { writtenNumbers } from './numbers.ts'
import { bracketedLandlines, dottedMobiles, landline, mobile } from './phone.ts'
import { plainText } from './plain-text.ts'
import { residentId } from './resident-id.ts'

/** Recognisers of numbers, and those that read the whole text. */
const ofNumbers = [residentId, mobile, bankCard, landline]
const ofTexts = [bracketedLandlines, dottedMobiles, emails, plates, passports]

/** Personal information in a free text, by its form, in order and without overlaps. */
export function findPersonal(text: string): Finding[] {
  const plain = plainText(text)
  const numbers = writtenNumbers(plain)
  return apart([
    ...ofNumbers.flatMap((recognise) =>
      numbers.flatMap((number) => recognise(plain, number) ?? []),
    ),
    ...ofTexts.flatMap((recognise) => recognise(plain)),
  ])
}

export interface Masked {
  readonly text: string
  /** Offsets are those of the text as it was. */
  readonly findings: readonly Finding[]
}

/** The text with every passage that is personal information replaced by what kind it was. */
export function maskPersonal(text: string): Masked {
  const findings = findPersonal(text)
  let masked = ''
  let at = 0
  for (const { start, end, masked: label } of findings) {
    masked += text.slice(at, start) + label
    at = end
  }
  return { text: masked + text.slice(at), findings }
}

/** Findings that overlap become one, of the surer kind, so that nothing of either is left over. */
function apart(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = []
  for (const one of findings.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (last && one.start < last.end) {
      const surer = one.confidence > last.confidence ? one : last
      kept[kept.length - 1] = { ...surer, start: last.start, end: Math.max(last.end, one.end) }
    } else kept.push(one)
  }
  return kept
}

/** How many passages of each kind there are. */
export function countKinds(findings: readonly Pick<Finding, 'kind'>[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** The same for several texts, with how many passages of each kind were masked in all. */
export function maskEach<Texts extends Readonly<Record<string, string>>>(
  texts: Texts,
): { texts: { [Key in keyof Texts]: string }; masked: Record<string, number> } {
  const each = Object.entries(texts).map(([key, text]) => [key, maskPersonal(text)] as const)
  return {
    texts: Object.fromEntries(each.map(([key, { text }]) => [key, text])) as {
      [Key in keyof Texts]: string
    },
    masked: countKinds(each.flatMap(([, { findings }]) => findings)),
  }
}
