import { helpLevels, type HelpLevel } from '../simulation/player.ts'
import type { MasteryRule } from './course.ts'

/** The first attempt at one exercise; `nth` puts attempts in their order, whatever the clock said. */
export interface FirstAttempt {
  readonly nth: number
  readonly correct: boolean
  readonly help: HelpLevel
}

export interface Mastery {
  /** `new`: nothing tried yet. */
  readonly state: 'new' | 'learning' | 'mastered'
  /** Mastered with at most this help; null before. */
  readonly help: HelpLevel | null
  /** Of the last `seen` first attempts, so many were right. */
  readonly right: number
  readonly seen: number
  /** So many right of the last `of` make it mastered. */
  readonly needed: number
  readonly of: number
}

/** The help taken in an attempt: none, hints read, or the half-worked example (the fourth). */
export function helpOf(hints: number): HelpLevel {
  if (hints === 0) return 'alone'
  return hints > 3 ? 'shown' : 'hinted'
}

/** The greater of two helps: what the task shows of itself is help too. */
export function moreHelp(one: HelpLevel, other: HelpLevel): HelpLevel {
  return helpLevels.indexOf(one) < helpLevels.indexOf(other) ? one : other
}

/**
 * Mastery of one objective: `rule.right` of the last `rule.of` first attempts.
 *
 * First attempts only, because every wrong answer is explained: the second try shows that the
 * explanation was read, the first that the thing is known. The last ones only, because early
 * mistakes are how one learns and should not count for ever. And several, because one right choice
 * of four may be luck. Beside the state stands the help: the least with which enough were right.
 *
 * @param available exercises that the course has for the objective; where they are fewer than
 *   `rule.of`, the same share of them is needed, rounded up
 */
export function masteryOf(
  attempts: readonly FirstAttempt[],
  rule: MasteryRule,
  available: number,
): Mastery {
  const of = Math.max(1, Math.min(rule.of, Math.max(available, attempts.length)))
  const needed = Math.ceil((rule.right * of) / rule.of)
  const last = attempts.toSorted((a, b) => a.nth - b.nth).slice(-of)
  const right = last.filter(({ correct }) => correct)
  const within = (most: HelpLevel) =>
    right.filter(({ help }) => moreHelp(help, most) === most).length >= needed
  const help = helpLevels.findLast(within) ?? null
  const state = help !== null ? 'mastered' : last.length > 0 ? 'learning' : 'new'
  return { state, help, right: right.length, seen: last.length, needed, of }
}
