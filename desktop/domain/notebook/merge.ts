import { changesBetween, type Change, type Range } from './line-changes.ts'
import { lineEndOf, linesOf } from './lines.ts'

/** A stretch of merged text, or one that both sides wrote differently. Lines keep their ends. */
export type MergePart =
  | { readonly kind: 'agreed'; readonly text: string }
  | {
      readonly kind: 'clash'
      readonly base: string
      readonly mine: string
      readonly theirs: string
    }

export type Clash = Extract<MergePart, { kind: 'clash' }>
export type ClashChoice = 'mine' | 'theirs' | 'both'

interface ThreeTexts {
  /** What both began with. */
  readonly base: string
  readonly mine: string
  readonly theirs: string
}

/**
 * Merges two changes of one text by lines. What only one side changed is taken; where both changed
 * the same lines, or put something in at the same place, they clash unless they wrote the same.
 * Where the three differ in their line ends, theirs are used.
 */
export function merge({ base, mine, theirs }: ThreeTexts): MergePart[] {
  if (mine === base || mine === theirs) return agreed(theirs)
  if (theirs === base) return agreed(mine)
  const end = lineEndOf(theirs)
  const alike = lineEndOf(base) === end && lineEndOf(mine) === end
  const lines = (text: string) => wholeLines(alike ? text : text.replaceAll(/\r\n|\n|\r/g, end))
  return joined(mergeLines(lines(base), lines(mine), lines(theirs)))
}

/** The clashes among the parts, in order. */
export function clashesOf(parts: readonly MergePart[]): Clash[] {
  return parts.filter((part) => part.kind === 'clash')
}

/** The merged text, the n-th clash settled by the n-th choice; `both` puts mine first. */
export function mergedText(
  parts: readonly MergePart[],
  choices: readonly ClashChoice[] = [],
): string {
  let clash = -1
  const texts = parts.map((part) => {
    if (part.kind === 'agreed') return part.text
    clash += 1
    return settled(part, choices[clash] ?? 'mine')
  })
  return texts.reduce((text, next) => withEnd(text, next) + next, '')
}

function settled({ mine, theirs }: Clash, choice: ClashChoice): string {
  if (choice !== 'both') return choice === 'mine' ? mine : theirs
  return withEnd(mine, theirs) + theirs
}

/** A last line that had no end needs one before something follows it. */
function withEnd(text: string, next: string): string {
  if (text === '' || next === '' || /[\r\n]$/.test(text)) return text
  return text + lineEndOf(text + next)
}

const agreed = (text: string): MergePart[] => (text === '' ? [] : [{ kind: 'agreed', text }])

const wholeLines = (text: string) => linesOf(text).map(({ span }) => text.slice(span.from, span.to))

type Side = 'mine' | 'theirs'
type SideChange = Change & { readonly side: Side }

function mergeLines(base: string[], mine: string[], theirs: string[]): MergePart[] {
  const sides = { mine, theirs }
  const ofSide = (side: Side): SideChange[] =>
    changesBetween(base, sides[side]).map((change) => ({ ...change, side }))
  const changes = [...ofSide('mine'), ...ofSide('theirs')].toSorted(
    (one, other) => one.before.from - other.before.from || one.before.to - other.before.to,
  )
  const parts: MergePart[] = []
  let at = 0
  for (const group of groupsOf(changes)) {
    const range = rangeOf(group)
    parts.push(...agreed(base.slice(at, range.from).join('')))
    const side = (name: Side) =>
      rewritten({ base, range, by: sides[name], changes: group.filter((c) => c.side === name) })
    parts.push(...settle(base.slice(range.from, range.to).join(''), side('mine'), side('theirs')))
    at = range.to
  }
  return [...parts, ...agreed(base.slice(at).join(''))]
}

function settle(base: string, mine: string, theirs: string): MergePart[] {
  if (mine === theirs || theirs === base) return agreed(mine)
  if (mine === base) return agreed(theirs)
  return [{ kind: 'clash', base, mine, theirs }]
}

/** Changes that belong together, because they touch the same lines or the same place. */
function groupsOf(changes: readonly SideChange[]): SideChange[][] {
  const groups: SideChange[][] = []
  for (const change of changes) {
    const last = groups.at(-1)
    if (last && touches(rangeOf(last), change.before)) last.push(change)
    else groups.push([change])
  }
  return groups
}

/** Lines that follow one another do not touch; something put in between them does. */
function touches(one: Range, other: Range): boolean {
  const empty = one.from === one.to || other.from === other.to
  return empty
    ? one.from <= other.to && other.from <= one.to
    : one.from < other.to && other.from < one.to
}

function rangeOf(changes: readonly SideChange[]): Range {
  return {
    from: Math.min(...changes.map(({ before }) => before.from)),
    to: Math.max(...changes.map(({ before }) => before.to)),
  }
}

interface Rewriting {
  readonly base: readonly string[]
  readonly range: Range
  readonly by: readonly string[]
  readonly changes: readonly Change[]
}

/** The lines of `range` as one side has them. */
function rewritten({ base, range, by, changes }: Rewriting): string {
  let at = range.from
  let text = ''
  for (const { before, after } of changes) {
    text += base.slice(at, before.from).join('') + by.slice(after.from, after.to).join('')
    at = before.to
  }
  return text + base.slice(at, range.to).join('')
}

/** Neighbouring stretches of agreed text as one. */
function joined(parts: readonly MergePart[]): MergePart[] {
  const all: MergePart[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (part.kind === 'agreed' && last?.kind === 'agreed') {
      all[all.length - 1] = { kind: 'agreed', text: last.text + part.text }
    } else all.push(part)
  }
  return all
}
