import { beforeAll, describe, expect, it } from 'vitest'
import type { Outline } from '../../desktop/domain/course/outline.ts'
import { noProgress } from '../../desktop/domain/course/progress.ts'
import { exerciseKey, type Progress, type ReviewRecord } from '../../desktop/domain/course/record.ts'
import { dueReviews, reviewsPerDay } from '../../desktop/domain/course/review.ts'
import { reviewCandidates } from '../../desktop/domain/course/standing.ts'
import { createContent } from '../../desktop/host/content.ts'
import { Library } from '../../desktop/services/learning/library.ts'
import { readOutlines } from '../../desktop/services/learning/outlines.ts'

/** The shipped courses' spaced review: each course has something to come back, and both halves do. */

const root = new URL('../..', import.meta.url).pathname
let outlines: Outline[] = []
beforeAll(async () => {
  outlines = await readOutlines(new Library(createContent(root, root)))
})

/** Everything of a course answered rightly on a day. */
function learnt(one: Outline, at: string): Progress['exercises'] {
  const record = { attempts: 1, correct: true, hints: 0, lastAt: at }
  return Object.fromEntries(
    one.items.map(({ lesson, id }) => [exerciseKey(one.course.id, lesson, id), record as never]),
  )
}

const atNoon = (day: number) => new Date(2026, 8, 1 + day, 12)
const first = ['a1', 'a2', 'a3', 'a4', 'a5']
const second = ['a6', 'a7', 'a8', 'a9', 'a10']
const shortId = (key: string) => key.split('-')[0] ?? ''

/** What comes back day by day, all of it answered 会. */
function simulated(finished: (place: number) => number, days: number): string[][] {
  const courses = [...first, ...second].map((id) =>
    outlines.find(({ course }) => shortId(course.id) === id),
  )
  let exercises: Progress['exercises'] = {}
  const reviews: Record<string, ReviewRecord> = {}
  return Array.from({ length: days }, (_, day) => {
    courses.forEach((one, place) => {
      if (one && finished(place) === day) {
        exercises = { ...exercises, ...learnt(one, atNoon(day).toISOString()) }
      }
    })
    const progress = { ...noProgress, exercises, reviews }
    const candidates = outlines.flatMap((outline) => reviewCandidates(outline, progress))
    const due = dueReviews(candidates, reviews, atNoon(day))
    for (const key of due) {
      const before = reviews[key] ?? { times: 0, row: 0 }
      const lastAt = atNoon(day).toISOString()
      reviews[key] = { times: before.times + 1, row: before.row + 1, lastAt }
    }
    return due
  })
}

describe('spaced review', () => {
  it('has five exercises or more of every course of both tracks', () => {
    const all = Object.fromEntries(
      outlines.map((outline) => {
        const progress = { ...noProgress, exercises: learnt(outline, '2026-09-01T04:00:00Z') }
        return [outline.course.id, reviewCandidates(outline, progress).length]
      }),
    )
    const tracks = Object.entries(all).filter(([id]) => /^[abcd]\d/.test(id))
    expect(tracks.length).toBeGreaterThanOrEqual(19)
    expect(tracks.filter(([, count]) => count < 5)).toEqual([])
  })

  it.each<[string, (place: number) => number]>([
    ['two courses a week', (place) => Math.floor(place / 2) * 7],
    ['all within two days', (place) => Math.floor(place / 5)],
  ])('brings both halves back to who learns %s', (_pace, finished) => {
    const days = simulated(finished, 70)
    for (const due of days) expect(due.length).toBeLessThanOrEqual(reviewsPerDay)
    const seen = new Set(days.flat().map(shortId))
    expect([...first, ...second].filter((course) => !seen.has(course))).toEqual([])
    const share = (half: readonly string[]) =>
      days.flat().filter((key) => half.includes(shortId(key))).length
    // neither half is crowded out: the smaller has a quarter of all at least
    expect(Math.min(share(first), share(second)) / days.flat().length).toBeGreaterThan(0.25)
    const mixed = days.filter(
      (due) =>
        due.some((key) => first.includes(shortId(key))) &&
        due.some((key) => second.includes(shortId(key))),
    )
    expect(mixed.length).toBeGreaterThan(0)
  })
})
