import { existsSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLearning, type LearningBench } from './learning-support.ts'

/** Every shipped course, checked as `zhizhi check` does, one by one: a slow machine takes its time. */

const folder = new URL('../../courses/', import.meta.url)
const courses = readdirSync(folder).filter((name) => {
  return existsSync(new URL(`${name}/course.yaml`, folder))
})

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
      expect(report.banks.proven).toBe(report.banks.items)
    },
  )

  it('have banks with all that the programmes draw from them', async () => {
    const { errors } = await bench.learning.checkContent(['courses/programmes'])
    expect(errors).toEqual([])
  })

  it('each course for elders has practices on the phone', () => {
    const elders = courses.filter((id) => id.startsWith('b'))
    for (const id of elders) {
      expect(readdirSync(new URL(`${id}/scenarios`, folder)).length, id).toBeGreaterThan(0)
    }
  })
})
