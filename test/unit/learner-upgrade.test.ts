import { expect, it } from 'vitest'
import { progressProjection } from '../../desktop/domain/course/progress.ts'
import { Projections } from '../../desktop/journal/projections.ts'
import { attempt, progressAfter } from './learner-events.ts'

/** A workspace that an earlier version wrote: a snapshot of the state as it was then, and its events. */
const old = {
  ...{ name: 'learning', version: 1, seq: 2, hash: '' },
  state: { ann: { lessons: {}, exercises: { 'c/01-x#e': { attempts: 2 } }, scenarios: {} } },
}
const events = [attempt('e', 1, false, 2), attempt('e', 2, true)]

it('a profile of an earlier version is told again from its events', () => {
  const projections = new Projections([progressProjection])
  projections.resume(old)
  expect(projections.from).toBe(0)
  for (const [index, event] of events.entries()) projections.apply({ ...event, seq: index + 1 })
  expect(projections.state(progressProjection)['ann']).toEqual(progressAfter(events))
})

it('a snapshot of a later version is left alone too', () => {
  const projections = new Projections([progressProjection])
  projections.resume({ ...old, version: 99 })
  expect(projections.from).toBe(0)
})
