import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byUrgency, caseView } from '../../desktop/domain/sharing/case-view.ts'
import {
  actionsIn,
  caseActions,
  caseSchema,
  correctionRequestSchema,
  lastStep,
  sharingRequestSchema,
  stateAfter,
  stateOf,
  type Case,
  type CaseAction,
} from '../../desktop/domain/sharing/cases.ts'
import { holidaysProjection } from '../../desktop/domain/sharing/holiday-edits.ts'
import {
  requestsProjection,
  stepEvent,
  type Requests,
} from '../../desktop/domain/sharing/requests.ts'

const asked = {
  dataset: 'street-lamps',
  office: '区民政局',
  purpose: '核对探访名单',
  basis: '区民政局“三定”规定',
  fields: ['lamp'],
  until: '2026-12-31',
}
const wrong = {
  dataset: 'street-lamps',
  column: 'lamp',
  row: 'L-1',
  wrong: '位置',
  evidence: '照片',
}
const about = { title: '路灯', masked: {} }
const types = ['unconditional', 'conditional'] as const

interface Event {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
  readonly at?: string
  readonly by?: string
}

/** What the journal's events amount to, the n-th having the sequence number n. */
function stateAfterAll(events: readonly Event[]): Requests {
  return events.reduce<Requests>(
    (state, event, index) =>
      requestsProjection.reduce(state, { at: '2026-03-02T02:00:00Z', ...event, seq: index + 1 }),
    requestsProjection.initial,
  )
}

const sharing = { type: 'sharing.requested', data: { ...about, type: 'conditional', asked } }
const correction = { type: 'correction.requested', data: { ...about, asked: wrong } }

/** A request after these actions, one after another; each is the event that the app would write. */
function after(first: Event, actions: readonly CaseAction[]): Case {
  const events = [first]
  for (const action of actions) {
    const one = stateAfterAll(events)['1']!
    events.push({ ...stepEvent(one, action, '说明'), at: '2026-03-05T02:00:00Z', by: 'p1' })
  }
  return stateAfterAll(events)['1']!
}

describe('requests as the events make them', () => {
  it.each([
    [[], 'open'],
    [['accept'], 'accepted'],
    [['refuse'], 'refused'],
    [['accept', 'finish'], 'finished'],
    [['withdraw'], 'withdrawn'],
    [['accept', 'undo'], 'open'],
    [['refuse', 'undo', 'accept', 'finish'], 'finished'],
    [['accept', 'finish', 'undo'], 'accepted'],
    [['accept', 'finish', 'undo', 'undo'], 'open'],
    [['withdraw', 'undo'], 'open'],
    // what the state does not allow changes nothing
    [['finish'], 'open'],
    [['refuse', 'accept'], 'refused'],
    [['accept', 'finish', 'withdraw'], 'finished'],
    [['undo'], 'open'],
  ] as const)('%j is %s, for both kinds', (actions, state) => {
    expect(stateOf(after(sharing, actions))).toBe(state)
    expect(stateOf(after(correction, actions))).toBe(state)
  })

  it('keeps every step, also those taken back, with who did it', () => {
    const one = after(sharing, ['refuse', 'undo', 'accept'])
    expect(one.steps.map(({ to, by, undone }) => [to, by, undone?.by])).toEqual([
      ['refused', 'p1', 'p1'],
      ['accepted', 'p1', undefined],
    ])
    expect(caseSchema.parse(one)).toEqual(one)
  })

  it('does not mix up the kinds, and passes over events that make no sense', () => {
    const events = [
      sharing,
      { type: 'correction.answered', data: { request: 1, accepted: true, text: '' } },
      { type: 'sharing.answered', data: { request: 9, accepted: true, text: '' } },
      { type: 'sharing.answered', data: { request: '1' } },
      { type: 'sharing.undone', data: { request: 1, step: 1 } },
      { type: 'sharing.requested', data: { ...about, type: 'none', asked } },
      {
        type: 'sharing.requested',
        data: { ...about, type: 'conditional', asked: { ...asked, purpose: '' } },
      },
      { type: 'lesson.opened', data: {} },
    ]
    const state = stateAfterAll(events)
    expect(Object.keys(state)).toEqual(['1'])
    expect(stateOf(state['1']!)).toBe('open')
  })

  it('undo takes back exactly the last step, whatever came before', () => {
    const anything = fc.array(fc.constantFrom(...caseActions), { maxLength: 12 })
    fc.assert(
      fc.property(anything, fc.constantFrom(...caseActions), (actions, last) => {
        const before = after(sharing, actions)
        if (last === 'undo' || !stateAfter(stateOf(before), last)) return
        const undone = after(sharing, [...actions, last, 'undo'])
        expect(stateOf(undone)).toBe(stateOf(before))
        expect(lastStep(undone)?.seq).toBe(lastStep(before)?.seq)
        expect(undone.steps.length).toBe(before.steps.length + 1)
      }),
    )
  })

  it('offers what would do something, and only that', () => {
    const anything = fc.array(fc.constantFrom(...caseActions), { maxLength: 8 })
    fc.assert(
      fc.property(anything, fc.constantFrom(...caseActions), (actions, next) => {
        const before = after(correction, actions)
        const changed = stateOf(after(correction, [...actions, next])) !== stateOf(before)
        expect(actionsIn(stateOf(before)).includes(next)).toBe(changed)
      }),
    )
  })
})

describe('what is asked', () => {
  const long = '长'.repeat(10_000)
  it.each([
    ...(['office', 'purpose', 'basis'] as const).flatMap((key) =>
      ['', '   ', long].map((text) => ({ what: key, request: { ...asked, [key]: text } })),
    ),
    { what: 'no field', request: { ...asked, fields: [] } },
    { what: 'no day', request: { ...asked, until: '明年' } },
    { what: 'a day that does not exist', request: { ...asked, until: '2026-02-30' } },
  ])('is refused: $what', ({ request }) => {
    expect(sharingRequestSchema.safeParse(request).success).toBe(false)
  })

  it.each(
    (['column', 'row', 'wrong', 'evidence'] as const).flatMap((key) =>
      ['', long].map((text) => [key, text.length, { ...wrong, [key]: text }] as const),
    ),
  )('is refused in a correction: %s of %i', (_key, _length, request) => {
    expect(correctionRequestSchema.safeParse(request).success).toBe(false)
  })
})

const standing = { calendar: { years: [] }, hasDataset: () => true }
const views = (one: Case, today: string) => caseView(one, { ...standing, today })

describe('how a request stands', () => {
  it.each(types)('%s: the reply is due, then the sharing', (type) => {
    const first = { ...sharing, data: { ...sharing.data, type } }
    const reply = type === 'conditional' ? '2026-03-16' : '2026-03-03'
    expect(views(after(first, []), '2026-03-02').due?.date).toBe(reply)
    // approved on 5 March: 20 working days from there
    const approved = views(after(first, ['accept']), '2026-03-06')
    expect(approved.due).toEqual({ date: '2026-04-02', beyond: true, overdue: false, days: 19 })
    expect(views(after(first, ['accept', 'undo']), '2026-03-06').due?.date).toBe(reply)
    expect(views(after(first, ['accept', 'finish']), '2026-03-06').due).toBeNull()
  })

  it('is overdue after its day, not on it', () => {
    const one = after(sharing, [])
    expect(views(one, '2026-03-16').due).toMatchObject({ overdue: false, days: 0 })
    expect(views(one, '2026-03-18').due).toMatchObject({ overdue: true, days: 2 })
  })

  it('tells no term where the clock was set back, and none for corrections', () => {
    expect(views(after(sharing, []), '2026-03-01')).toMatchObject({ clockBack: true, due: null })
    expect(views(after(correction, []), '2026-03-05')).toMatchObject({ due: null, waiting: 3 })
  })

  it('puts the urgent first and the closed last', () => {
    const urgent = { ...sharing, data: { ...sharing.data, type: 'unconditional' } }
    const at = (id: number, one: Case) => views({ ...one, id }, '2026-03-02')
    const list = [
      at(1, after(sharing, ['refuse'])),
      at(2, after(correction, [])),
      at(3, after(sharing, [])),
      at(4, after(urgent, [])),
      at(5, after(sharing, ['withdraw'])),
    ].toSorted(byUrgency)
    expect(list.map((view) => view.case.id)).toEqual([4, 3, 2, 5, 1])
  })
})

describe('edits of the calendar', () => {
  const year = {
    year: 2027,
    source: { title: '通知', date: '2026-11-01' },
    holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-01' }],
    makeUp: [],
  }
  const edits = (events: readonly Event[]) =>
    events.reduce(
      (state, event) => holidaysProjection.reduce(state, event),
      holidaysProjection.initial,
    )

  it('are kept by year and taken back by year or all', () => {
    const changes = [2026, 2027].map((each) => ({
      type: 'holidays.changed',
      data: { year: { ...year, year: each } },
    }))
    const restored = (which: number | null) => ({
      type: 'holidays.restored',
      data: { year: which },
    })
    expect(Object.keys(edits(changes))).toEqual(['2026', '2027'])
    expect(Object.keys(edits([...changes, restored(2026)]))).toEqual(['2027'])
    expect(edits([...changes, restored(null)])).toEqual({})
    expect(edits([{ type: 'holidays.changed', data: { year: { year: 1 } } }])).toEqual({})
  })
})
