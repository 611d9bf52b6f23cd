import { testOn } from './fixture-root.ts'

/** An installation whose only course has texts to mark, tables to repair and figures to read. */
export const test = testOn('courses-marking')

export const lessons = {
  mark: '#/learn/m1-marking/01-mark',
  repair: '#/learn/m1-marking/02-repair',
  figures: '#/learn/m1-marking/03-read-chart',
} as const
