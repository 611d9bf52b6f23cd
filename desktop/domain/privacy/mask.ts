import { findPersonal } from './find.ts'
import type { Finding, Search } from './finding.ts'

export interface Masked {
  readonly text: string
  /** Offsets are those of the text as it was. */
  readonly findings: readonly Finding[]
}

/** A company's code is found with the rest, and is nobody's. */
export const isPersonal = (kind: Finding['kind']) => kind !== 'credit_code'

/** The text with every passage that is personal information replaced by what kind it was. */
export function maskPersonal(text: string, search?: Search): Masked {
  const findings = findPersonal(text, search).filter(({ kind }) => isPersonal(kind))
  let masked = ''
  let at = 0
  for (const { start, end, masked: label } of findings) {
    masked += text.slice(at, start) + label
    at = end
  }
  return { text: masked + text.slice(at), findings }
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
