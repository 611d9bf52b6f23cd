import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Batch } from '../../desktop/renderer/features/workbench/batch.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('hands on the first at once, what follows together, and loses nothing', () => {
  const taken: number[][] = []
  const batch = new Batch<number>((items) => taken.push([...items]))
  for (let item = 0; item < 5; item += 1) batch.add(item)
  expect(taken).toEqual([[0]])
  vi.advanceTimersByTime(100)
  expect(taken).toEqual([[0], [1, 2, 3, 4]])
  batch.add(5)
  batch.flush()
  batch.flush()
  vi.advanceTimersByTime(1000)
  batch.add(6)
  expect(taken.flat()).toEqual([0, 1, 2, 3, 4, 5, 6])
})
