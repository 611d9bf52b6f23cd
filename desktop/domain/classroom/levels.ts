import type { Titles } from '../course/titles.ts'
import { helpOf, moreHelp } from '../course/mastery.ts'
import type { HelpLevel } from '../simulation/player.ts'
import type { PersonWork } from './record.ts'

/**
 * How far somebody came with a thing in one session: by himself, with a hint, after being shown, tried
 * and not there yet; `none` where nothing was done on a device, which says nothing of what he can do.
 */
export const levels = ['alone', 'hinted', 'shown', 'tried', 'none'] as const
export type Level = (typeof levels)[number]

/** An exercise or a phone practice of a lesson. */
export interface Practice {
  readonly kind: 'exercise' | 'scenario'
  /** As in the session's work: `course/lesson#exercise`, `course/scenario`. */
  readonly key: string
  readonly title: Titles
  /** Null where it practises several things, and is evidence of none. */
  readonly objective: string | null
  /** What the task shows of its own answer. */
  readonly shows: HelpLevel
}

/**
 * One person's level in one practice. An exercise that came right only after a wrong answer was
 * explained by that answer, which is as much help as a hint.
 */
export function levelIn({ kind, key, shows }: Practice, work: PersonWork | undefined): Level {
  if (kind === 'scenario') {
    const run = work?.scenarios[key]
    return run === undefined ? 'none' : (run.help ?? 'tried')
  }
  const done = work?.exercises[key]
  if (done === undefined) return 'none'
  if (!done.right) return 'tried'
  const own = done.firstRight ? helpOf(done.hints) : moreHelp(helpOf(done.hints), 'hinted')
  return moreHelp(own, shows)
}

/** Over several practices: the most help that any of those he began took. */
export function levelOver(practices: readonly Practice[], work: PersonWork | undefined): Level {
  const begun: Level[] = practices.map((one) => levelIn(one, work))
  return levels.findLast((level) => level !== 'none' && begun.includes(level)) ?? 'none'
}

/** Did it alone or with a hint. */
export const isDone = (level: Level): boolean => level === 'alone' || level === 'hinted'
