import { hasCode, plain, type Words } from './words.ts'

/** What a step does to the rows; a sign beside it may tell. */
export type StepKind =
  | 'source'
  | 'join'
  | 'filter'
  | 'compute'
  | 'group'
  | 'columns'
  | 'distinct'
  | 'order'
  | 'limit'
  | 'combine'
  | 'reshape'
  | 'describe'

/** Steps of their own that a step refers to by `title`. */
export interface StepGroup {
  readonly title: Words
  readonly steps: readonly Step[]
}

/** One thing that a query does, in Chinese. */
export interface Step {
  readonly kind: StepKind
  readonly words: Words
  /** Conditions or calculations, one a line; may be empty. */
  readonly items: readonly Words[]
  readonly within: readonly StepGroup[]
}

export const step = (
  kind: StepKind,
  words: Words,
  rest: Partial<Pick<Step, 'items' | 'within'>> = {},
): Step => ({ kind, words, items: rest.items ?? [], within: rest.within ?? [] })

/** The steps as lines of text, sub-steps indented by two spaces. */
export function linesOf(steps: readonly Step[], indent = ''): string[] {
  return steps.flatMap(({ words, items, within }) => [
    indent + plain(words) + items.map(plain).join('；'),
    ...within.flatMap(({ title, steps: inner }) => [
      `${indent}  ${plain(title)}：`,
      ...linesOf(inner, `${indent}    `),
    ]),
  ])
}

/** All steps with those within, and how many of them show SQL instead of words. */
export function tally(steps: readonly Step[]): { readonly all: number; readonly inCode: number } {
  let all = 0
  let inCode = 0
  for (const { words, items, within } of steps) {
    all += 1
    if ([words, ...items].some(hasCode)) inCode += 1
    for (const group of within) {
      const inner = tally(group.steps)
      all += inner.all
      inCode += inner.inCode
    }
  }
  return { all, inCode }
}
