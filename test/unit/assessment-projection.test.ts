import { describe, expect, it } from 'vitest'
import { assessmentProjection } from '../../desktop/domain/assessment/projection.ts'
import { inOrder, type Assessments } from '../../desktop/domain/assessment/record.ts'

const seed = 7
const begun = {
  sitting: 's',
  programme: 'p',
  kind: 'final',
  form: null,
  training: null,
  seed,
  items: [
    { course: 'x', item: 'one' },
    { course: 'x', item: 'two' },
  ],
}
const right = { sitting: 's', correct: true, code: 'ok', chosen: null, seconds: 9 }

type Told = readonly [type: string, data: Record<string, unknown>, by?: string, at?: string]

function after(...events: readonly Told[]): Assessments {
  return events.reduce(
    (state, [type, data, by = 'li', at = '2026-11-26T08:00:00.000Z']) =>
      assessmentProjection.reduce(state, { type, data, by, at }),
    assessmentProjection.initial,
  )
}

describe('trainings, tests and capstones from events', () => {
  it('keeps the latest answer and how often there was one', () => {
    const { sittings } = after(
      ['sitting.begun', begun],
      ['sitting.answered', { ...right, question: 1, correct: false, code: 'values' }],
      ['sitting.answered', { ...right, question: 1 }],
    )
    expect(sittings['s']?.answers).toEqual({
      1: {
        correct: true,
        code: 'ok',
        chosen: null,
        seconds: 9,
        times: 2,
        at: '2026-11-26T08:00:00.000Z',
      },
    })
  })

  it.each<[string, Told]>([
    ['of somebody else', ['sitting.answered', { ...right, question: 1 }, 'wang']],
    ['to no question', ['sitting.answered', { ...right, question: 3 }]],
    ['that cannot be read', ['sitting.answered', { ...right, question: '1' }]],
    ['to an unknown sitting', ['sitting.answered', { ...right, sitting: 't', question: 1 }]],
  ])('an answer %s counts for nothing', (_, event) => {
    expect(after(['sitting.begun', begun], event).sittings['s']?.answers).toEqual({})
  })

  it('takes no answer after the end, ends once, and only for its learner', () => {
    const ended = { sitting: 's', end: 'handed-in', learnt: 3 }
    const { sittings } = after(
      ['sitting.begun', begun],
      ['sitting.ended', ended, 'wang'],
      ['sitting.answered', { ...right, question: 1 }],
      ['sitting.ended', ended],
      ['sitting.answered', { ...right, question: 2 }],
      ['sitting.ended', { ...ended, end: 'left' }, 'li', '2020-01-01T00:00:00.000Z'],
    )
    expect(Object.keys(sittings['s']?.answers ?? {})).toEqual(['1'])
    expect(sittings['s']).toMatchObject({ end: 'handed-in', learnt: 3 })
    expect(sittings['s']?.endedAt).toBe('2026-11-26T08:00:00.000Z')
  })

  it('does not begin a sitting twice', () => {
    const { sittings } = after(['sitting.begun', begun], ['sitting.begun', { ...begun, seed: 8 }])
    expect(sittings['s']?.seed).toBe(seed)
  })

  it('keeps one rating of each rater, the latest, and none once it was withdrawn', () => {
    const work = { work: 'w', programme: 'p', training: null, notebook: 'n', version: 'v' }
    const rating = { work: 'w', role: 'peer', rater: 'wang', levels: { question: 2 } }
    const state = after(
      ['capstone.handed-in', work],
      ['capstone.rated', rating, 'li'],
      ['capstone.rated', { ...rating, levels: { question: 3 } }, 'li'],
      ['capstone.rated', { ...rating, role: 'facilitator', rater: '1' }, 'li'],
      ['capstone.withdrawn', { work: 'w' }, 'wang'],
    )
    expect(state.works['w']?.ratings.map(({ role, levels }) => [role, levels['question']])).toEqual(
      [
        ['peer', 3],
        ['facilitator', 2],
      ],
    )
    expect(state.works['w']?.withdrawn).toBe(false)
  })

  it('keeps the order in which sittings began, whatever their ids and the clock', () => {
    const state = after(
      ['sitting.begun', { ...begun, sitting: 'z' }, 'li', '2026-11-26T08:00:00.000Z'],
      ['sitting.begun', { ...begun, sitting: 'a' }, 'li', '2020-01-01T00:00:00.000Z'],
      ['sitting.begun', { ...begun, sitting: 'm' }, 'li', '2026-11-26T09:00:00.000Z'],
    )
    // as a snapshot gives it back, its keys sorted
    const read = Object.fromEntries(Object.entries(state.sittings).toSorted())
    expect(inOrder(read).map(({ id }) => id)).toEqual(['z', 'a', 'm'])
  })

  it('forgets a person with the answers, and leaves the others', () => {
    const state = after(
      ['training.begun', { training: 't', class: 'c', programme: 'p', seed }],
      ['training.assigned', { training: 't', half: 1 }, 'li'],
      ['training.assigned', { training: 't', half: 2 }, 'wang'],
      ['sitting.begun', begun, 'li'],
      ['sitting.begun', { ...begun, sitting: 's2' }, 'wang'],
      ['person.forgotten', {}, 'li'],
    )
    expect(state.trainings['t']?.halves).toEqual({ wang: 2 })
    expect(Object.keys(state.sittings)).toEqual(['s2'])
  })
})
