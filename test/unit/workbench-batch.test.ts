import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Batch } from '../../desktop/renderer/features/workbench/batch.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('hands on a few at once, many together, and loses nothing', () => {
  const taken: number[][] = []
  const batch = new Batch<number>((items) => taken.push([...items]))
  for (let item = 0; item < 50; item += 1) batch.add(item)
  expect(taken).toHaveLength(20)
  vi.advanceTimersByTime(100)
  expect(taken).toHaveLength(21)
  vi.advanceTimersByTime(1000)
  batch.add(50)
  expect(taken.at(-1)).toEqual([50])
  batch.flush()
  batch.flush()
  vi.advanceTimersByTime(1000)
  batch.add(51)
  expect(taken.flat()).toEqual(Array.from({ length: 52 }, (_, item) => item))
})

it('keeps what is no news for a moment, and its order', () => {
  const taken: string[][] = []
  const batch = new Batch<string>((items) => taken.push([...items]))
  batch.add('running', false)
  expect(taken).toEqual([])
  batch.add('done')
  expect(taken).toEqual([['running', 'done']])
  vi.advanceTimersByTime(1000)
  batch.add('running', false)
  vi.advanceTimersByTime(100)
  expect(taken.at(-1)).toEqual(['running'])
})
