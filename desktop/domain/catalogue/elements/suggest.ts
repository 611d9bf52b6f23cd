import * as z from 'zod'
import { checkerOf, type CheckContext } from './check.ts'
import type { Element } from './element.ts'
import type { Fault } from './fault.ts'
import { nameEvidence } from './name-evidence.ts'

/** A column as far as an element can be told from it. */
export interface ColumnFacts {
  readonly name: string
  readonly title?: string | undefined
  /** Different values of a sample of its rows, none of them empty, as DuckDB writes them. */
  readonly values: readonly { readonly value: string; readonly rows: number }[]
}

const reasonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['same', 'synonym', 'contains', 'similar']), name: z.string() }),
  /** So many of the sampled rows fit the element's rule. */
  z.object({ kind: z.enum(['fits', 'misfits']), fitting: z.int(), of: z.int() }),
  z.object({ kind: z.literal('no-values') }),
])
export type Reason = z.infer<typeof reasonSchema>

const candidateSchema = z.object({
  element: z.string(),
  /** From 0 to 1: how much speaks for it, no probability. */
  confidence: z.number().min(0).max(1),
  reasons: z.array(reasonSchema),
})
export type Candidate = z.infer<typeof candidateSchema>

export const suggestionSchema = z.object({
  column: z.string(),
  /** The likeliest first; none where nothing speaks for any. */
  candidates: z.array(candidateSchema),
  /** Whether the first stands out. Otherwise a person has to choose. */
  clear: z.boolean(),
})
export type Suggestion = z.infer<typeof suggestionSchema>

const mostCandidates = 5
const leastConfidence = 0.4
const clearConfidence = 0.75
const clearLead = 0.1
/** With a name that says nothing, values may still speak: so much of them must fit. */
const leastShare = 0.8

/**
 * How much values that fit say by themselves. A check sign cannot be met by chance; a date or a small
 * number can be anything. Below `leastConfidence` they only support a name.
 */
const contentWeights: Readonly<Record<string, number>> = {
  'resident-id': 0.95,
  'credit-code': 0.95,
  mobile: 0.85,
  'organisation-code': 0.7,
  'division-code': 0.7,
  'code-list': 0.35,
  pattern: 0.35,
}
/** 男 and 女 tell more than 1 and 2. */
const wordsWeight = 0.6

/** Faults that speak for the element all the same: the value is of its kind, badly written. */
const ofItsKind = new Set<Fault>(['untidy', 'zeros', 'label', 'old-form'])

/** Proposes elements for columns by their names and values. Nothing is chosen here. */
export function suggest(
  columns: readonly ColumnFacts[],
  elements: readonly Element[],
  context: CheckContext,
): Suggestion[] {
  const checked = elements.map((element) => ({ element, check: checkerOf(element, context) }))
  return columns.map((column) => {
    const candidates = checked
      .map(({ element, check }) => judge(column, element, check))
      .filter((candidate) => candidate !== undefined)
      .toSorted((one, other) => other.confidence - one.confidence)
      .slice(0, mostCandidates)
    const [first, second] = candidates
    const clear =
      first !== undefined &&
      first.confidence >= clearConfidence &&
      first.confidence - (second?.confidence ?? 0) >= clearLead
    return { column: column.name, candidates, clear }
  })
}

function judge(
  column: ColumnFacts,
  element: Element,
  check: (value: string) => Fault | undefined,
): Candidate | undefined {
  const names = [column.name, ...(column.title === undefined ? [] : [column.title])]
  const name = nameEvidence(names, element)
  const alone = contentWeight(column, element)
  if (!name && alone === 0) return undefined
  const { fitting, of } = fit(column, check)
  const share = of === 0 ? 0 : fitting / of
  const content = of > 0 && share >= leastShare ? alone * share : 0
  const both = 1 - (1 - (name?.weight ?? 0)) * (1 - content)
  const confidence = of > 0 && share < leastShare ? both * (0.3 + 0.7 * share) : both
  if (confidence < leastConfidence) return undefined
  const reasons: Reason[] = name ? [{ kind: name.kind, name: name.name }] : []
  if (of === 0) reasons.push({ kind: 'no-values' })
  else if (share < leastShare) reasons.push({ kind: 'misfits', fitting, of })
  else if (element.rule) reasons.push({ kind: 'fits', fitting, of })
  return { element: element.id, confidence: Math.round(confidence * 100) / 100, reasons }
}

function contentWeight({ values }: ColumnFacts, { rule }: Element): number {
  const weight = contentWeights[rule?.kind ?? ''] ?? 0
  const words = values.filter(({ value }) => /\p{Script=Han}/u.test(value)).length
  return rule?.kind === 'code-list' && words > values.length / 2 ? wordsWeight : weight
}

function fit(
  { values }: ColumnFacts,
  check: (value: string) => Fault | undefined,
): { fitting: number; of: number } {
  let fitting = 0
  let of = 0
  for (const { value, rows } of values) {
    of += rows
    const fault = check(value)
    if (fault === undefined || ofItsKind.has(fault)) fitting += rows
  }
  return { fitting, of }
}
