import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLearning, type LearningBench } from './learning-support.ts'

/** Every shipped course, checked as `zhizhi check` does, one by one: a slow machine takes its time. */

const courses = readdirSync(new URL('../../courses', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

let bench: LearningBench
beforeAll(async () => {
  bench = await openLearning()
})
afterAll(() => bench.close())

describe('the shipped courses', () => {
  it('are there', () => expect(courses.length).toBeGreaterThan(20))

  it.each(courses)(
    '%s has no fault, and all its exercises and scenarios are proven',
    async (id) => {
      const report = await bench.learning.checkContent([`courses/${id}`])
      expect(report.errors).toEqual([])
      expect(report.exercises.total).toBeGreaterThan(0)
      expect(report.exercises.proven).toBe(report.exercises.total)
      expect(report.scenarios.proven).toBe(report.scenarios.total)
    },
  )

  it('each course for elders has practices on the phone', () => {
    const elders = courses.filter((id) => id.startsWith('b'))
    for (const id of elders) {
      const folder = new URL(`../../courses/${id}/scenarios`, import.meta.url)
      expect(readdirSync(folder).length, id).toBeGreaterThan(0)
    }
  })
})
