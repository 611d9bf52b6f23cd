import type { ReviewRecord } from './record.ts'

/**
 * An even schedule: so many days after each answer, 会 or 不会. Expanding intervals were measured
 * to teach no better than even ones (Latimier 2021), and even ones can be said in one sentence.
 */
export const reviewDays = 4
/** At most so many a day; what does not fit waits, and nobody counts it. */
export const reviewsPerDay = 5
/** 会 so many times in a row, and it need not come back. */
const enough = 4

/** Something learnt that may come back. */
export interface ReviewCandidate {
  readonly key: string
  /** ISO 8601: when it was last worked on in its lesson. */
  readonly learntAt: string
}

/** Days since a fixed day, by the calendar on the wall: a new day begins at the local midnight. */
export function dayNumber(date: Date): number {
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000)
}

/**
 * Days from an earlier moment to today. The future cannot be true: a clock was set back since. A
 * day of it may be a journey or an hour's correction and is today; more, and the waiting is over,
 * lest a clock that once stood years ahead keeps something away for years.
 */
function waited(since: string, today: number): number {
  const days = today - dayNumber(new Date(since))
  if (Number.isNaN(days) || days < -1) return reviewDays
  return Math.max(0, days)
}

/** The keys to review now, what has waited longest first; candidates keep their order otherwise. */
export function dueReviews(
  candidates: readonly ReviewCandidate[],
  reviews: Readonly<Record<string, ReviewRecord>>,
  now: Date,
): string[] {
  const today = dayNumber(now)
  const done = Object.values(reviews).filter(
    ({ lastAt }) => dayNumber(new Date(lastAt)) === today,
  ).length
  const waiting = candidates.flatMap(({ key, learntAt }) => {
    const review = reviews[key]
    if (review && review.row >= enough) return []
    const days = waited(review?.lastAt ?? learntAt, today)
    return days >= reviewDays ? [{ key, days }] : []
  })
  return waiting
    .toSorted((a, b) => b.days - a.days)
    .slice(0, Math.max(0, reviewsPerDay - done))
    .map(({ key }) => key)
}
