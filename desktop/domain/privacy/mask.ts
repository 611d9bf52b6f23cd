import { apart, findPersonal } from './find.ts'
import type { Finding, Search } from './finding.ts'

export interface Masked {
  readonly text: string
  /** Offsets are those of the text as it was. */
  readonly findings: readonly Finding[]
}

/** A company's code is found with the rest, and is nobody's. */
export const isPersonal = (kind: Finding['kind']) => kind !== 'credit_code'

/**
 * The text with every passage that is personal information replaced by what kind it was. What is left
 * is looked at again: beside a mask, signs may say what they did not say beside other words.
 */
export function maskPersonal(text: string, search?: Search): Masked {
  let findings: Finding[] = []
  for (let round = 0; round < mostRounds; round += 1) {
    const masked = replaced(text, findings)
    const more = findPersonal(masked, search).filter(({ kind }) => isPersonal(kind))
    if (more.length === 0) return { text: masked, findings }
    findings = joined(findings, more)
  }
  return { text: replaced(text, findings), findings }
}

const mostRounds = 6

function replaced(text: string, findings: readonly Finding[]): string {
  let masked = ''
  let at = 0
  for (const { start, end, masked: label } of findings) {
    masked += text.slice(at, start) + label
    at = end
  }
  return masked + text.slice(at)
}

/** Findings in a text and more in what was left of it, all in the text's own offsets. */
function joined(known: readonly Finding[], more: readonly Finding[]): Finding[] {
  if (known.length === 0) return [...more]
  const shifted = more.map((one) => {
    const { start, end } = one
    return { ...one, start: original(known, start, 'start'), end: original(known, end, 'end') }
  })
  return apart([...known, ...shifted])
}

/** The offset that one of the masked text had; within a mask, that of the passage's start or end. */
function original(known: readonly Finding[], offset: number, side: 'start' | 'end'): number {
  let grown = 0
  for (const { start, end, masked } of known) {
    const from = start + grown
    const to = from + masked.length
    if (offset <= from) break
    if (offset < to) return side === 'start' ? start : end
    grown += masked.length - (end - start)
  }
  return offset - grown
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
