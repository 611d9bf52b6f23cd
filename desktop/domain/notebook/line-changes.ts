import { diffArrays } from 'diff'

/** Elements from `from` up to, not including, `to`, counted from 0. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** What stood at `before` was replaced by what stands at `after`; one of them may be empty. */
export interface Change {
  readonly before: Range
  readonly after: Range
}

/**
 * So many single insertions and deletions are looked for; the search's time grows with the square.
 * Texts that differ more are told as replaced from the first difference to the last.
 */
const MOST_EDITS = 1000

/** The places where two lists differ, in order; between any two of them lies something equal. */
export function changesBetween(before: readonly string[], after: readonly string[]): Change[] {
  const start = equalAtStart(before, after)
  const end = equalAtEnd(before, after, start)
  const one = before.slice(start, before.length - end)
  const other = after.slice(start, after.length - end)
  if (one.length === 0 && other.length === 0) return []
  const found = diffArrays(one, other, { maxEditLength: MOST_EDITS })
  if (!found) {
    return [
      {
        before: { from: start, to: start + one.length },
        after: { from: start, to: start + other.length },
      },
    ]
  }
  return gathered(found, start)
}

interface Found {
  readonly added: boolean
  readonly removed: boolean
  readonly count: number
}

function gathered(found: readonly Found[], start: number): Change[] {
  const changes: Change[] = []
  let at = { before: start, after: start }
  let open: Change | undefined
  for (const { added, removed, count } of found) {
    const next = {
      before: at.before + (added ? 0 : count),
      after: at.after + (removed ? 0 : count),
    }
    if (added || removed) {
      const from: Change = open ?? {
        before: { from: at.before, to: at.before },
        after: { from: at.after, to: at.after },
      }
      open = {
        before: { from: from.before.from, to: next.before },
        after: { from: from.after.from, to: next.after },
      }
    } else if (open) {
      changes.push(open)
      open = undefined
    }
    at = next
  }
  return open ? [...changes, open] : changes
}

function equalAtStart(one: readonly string[], other: readonly string[]): number {
  let count = 0
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1
  return count
}

function equalAtEnd(one: readonly string[], other: readonly string[], start: number): number {
  const most = Math.min(one.length, other.length) - start
  let count = 0
  while (count < most && one.at(-1 - count) === other.at(-1 - count)) count += 1
  return count
}
