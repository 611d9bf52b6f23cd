import { expect, it } from 'vitest'
import { settingsProjection } from '../../desktop/services/settings.ts'

const { initial } = settingsProjection
type Event = Parameters<typeof settingsProjection.reduce>[1]
const reduce = (state: typeof initial, event: Event) => settingsProjection.reduce(state, event)
const changed = (data: Record<string, unknown>) => ({
  ...{ seq: 1, at: '2026-11-01T08:00:00Z', type: 'settings.changed', data },
})

it('settings from before there was a voice are read with the usual one', () => {
  const old = reduce(initial, changed({ theme: 'elder', textSize: 150 }))
  expect(old).toMatchObject({ theme: 'elder', textSize: 150, speechRate: 'normal', voice: null })
})

it('a change of something else leaves the voice alone', () => {
  const slow = reduce(initial, changed({ speechRate: 'slow', voice: 'pack:anlan' }))
  expect(reduce(slow, changed({ theme: 'dark' }))).toMatchObject({
    ...{ theme: 'dark', speechRate: 'slow', voice: 'pack:anlan' },
  })
})

it('a rate that does not exist changes nothing', () => {
  expect(reduce(initial, changed({ speechRate: 'furious' }))).toEqual(initial)
})
