import { expect, it } from 'vitest'
import { arrivalsProjection } from '../../desktop/services/people.ts'

const at = '2026-11-23T04:00:00.000Z'

it('the day of the beginning is that of the event, once for each', () => {
  const event = { seq: 1, at, type: 'person.added', by: 'p-1', data: {} }
  const after = arrivalsProjection.reduce(arrivalsProjection.initial, event)
  expect(after).toEqual({ 'p-1': at })
  expect(arrivalsProjection.reduce(after, { ...event, type: 'person.forgotten' })).toBe(after)
})
