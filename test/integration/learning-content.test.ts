import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLearning, type LearningBench } from './learning-support.ts'

/** Every shipped course, checked as `zhizhi check` does. */

let bench: LearningBench
beforeAll(async () => {
  bench = await openLearning()
})
afterAll(() => bench.close())

describe('the shipped courses', () => {
  it('have no faults, and all their exercises and scenarios are proven', async () => {
    const report = await bench.learning.checkContent()
    expect(report.errors).toEqual([])
    expect(report.exercises.total).toBeGreaterThan(0)
    expect(report.exercises.proven).toBe(report.exercises.total)
    expect(report.scenarios.total).toBeGreaterThan(0)
    expect(report.scenarios.proven).toBe(report.scenarios.total)
  })
})
