import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sittingEnds, sittingKinds } from '../../desktop/domain/assessment/events.ts'
import type { AnswerRecord } from '../../desktop/domain/assessment/record.ts'
import { interactionOf, type ItemTold } from '../../desktop/domain/assessment/xapi-item.ts'
import {
  ownSittingStatements,
  sittingStatements,
  type SittingWithId,
} from '../../desktop/domain/assessment/xapi-sitting.ts'
import { durationOf, type Statement } from '../../desktop/domain/course/xapi-statement.ts'
import { faults } from './xapi-rules.ts'
import { isDuration } from './xapi-values.ts'

const objective = { zh: '会数', en: 'Can count' }
const options = [
  { text: '{{late}} 件', right: true, because: '对。' },
  { text: '全部', because: '不对。' },
  { text: '一半', because: '不对。' },
]
const exercises: Record<string, ItemTold['exercise']> = {
  pick: { kind: 'choice', options },
  drawn: { kind: 'choice', options: '{{all}}' },
  steps: { kind: 'order', items: ['丙', '甲', '乙'], because: ['一', '二'] },
  pairs: {
    kind: 'match',
    pairs: [
      { left: '一', right: '丙' },
      { left: '二', right: '甲' },
    ],
    extra: [{ right: '乙' }],
  },
  cards: {
    kind: 'sort',
    groups: ['大', '小'],
    cards: [
      { text: '象', group: '大' },
      { text: '鲸', group: '大' },
      { text: '蚁', group: '小' },
    ],
  },
  count: { kind: 'number', answer: '{{late}}' },
  ask: { kind: 'sql', reference: 'SELECT 1' },
  spot: { kind: 'mark', text: '[[甲|name]]' },
}
const item = ({ item: id }: { readonly item: string }): ItemTold | undefined =>
  exercises[id] && { exercise: exercises[id], objective }

const answer = (correct: boolean, more: Partial<AnswerRecord> = {}): AnswerRecord => ({
  ...{ correct, code: correct ? 'ok' : 'values', chosen: null, seconds: 9, times: 1 },
  ...more,
})
const names = Object.keys(exercises)
const sitting = (more: Partial<SittingWithId> = {}): SittingWithId => ({
  ...{ id: 's-1', learner: 'ann', programme: 'p', kind: 'final', form: null, training: 't-1' },
  ...{ seed: 1, nth: 1, learnt: 0, begunAt: '2026-11-20T01:00:00.000Z', end: 'handed-in' },
  items: names.map((id) => ({ course: 'x', item: id })),
  answers: {
    1: answer(true, { chosen: '1', at: '2026-11-20T01:05:00.000Z' }),
    2: answer(false, { chosen: '2+3', seconds: 65 }),
    3: answer(false, { code: 'skipped' }),
    4: answer(true, { seconds: null }),
  },
  endedAt: '2026-11-20T02:00:00.000Z',
  ...more,
})
const taken = { pass: { share: 0.7, each: 0 }, title: { zh: '培训', en: 'Training' }, item }
const inClass = (...sittings: SittingWithId[]) =>
  sittingStatements(
    { ...taken, sittings, class: 'c-1' },
    new Map([['ann', { number: 3, name: undefined }]]),
  )
const own = (...sittings: SittingWithId[]) =>
  ownSittingStatements({ id: 'ann' }, { ...taken, sittings })
const about = (told: readonly Statement[], id: string) =>
  told.find(({ object }) => object.id.endsWith(`/bank/${id}`))

describe('a test as statements', () => {
  const told = inClass(sitting())

  it('keeps the rules, and has a statement for each question and for both ends', () => {
    expect(told.flatMap(faults)).toEqual([])
    const verbs = told.map(({ verb }) => verb.id.replace(/^.*\//, ''))
    expect(verbs.filter((verb) => verb === 'answered')).toHaveLength(3)
    // begun, passed over, and four that were handed in without an answer
    expect(verbs.filter((verb) => verb === 'attempted')).toHaveLength(1 + 1 + 4)
    expect(verbs.filter((verb) => verb === 'failed')).toHaveLength(1)
  })

  it('tells the options of a choice, which were chosen, when and how long it took', () => {
    const { object, result, timestamp } = about(told, 'pick') ?? {}
    expect(object?.definition).toMatchObject({
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      description: { 'zh-CN': '会数', en: 'Can count' },
      interactionType: 'choice',
      choices: [
        { id: '1', description: { 'zh-CN': '… 件' } },
        { id: '2', description: { 'zh-CN': '全部' } },
        { id: '3', description: { 'zh-CN': '一半' } },
      ],
    })
    expect(result).toMatchObject({ success: true, response: '1', duration: 'PT9S' })
    expect(timestamp).toBe('2026-11-20T01:05:00.000Z')
    expect(about(told, 'drawn')?.result).toMatchObject({ response: '2[,]3', duration: 'PT1M5S' })
    expect(about(told, 'drawn')?.object.definition).not.toHaveProperty('choices')
  })

  it('says where it belongs: the test, its programme and training, and the profile', () => {
    const { context } = about(told, 'pick') ?? {}
    const ids = Object.entries(context?.contextActivities ?? {}).map(([name, list]) => [
      name,
      list.map(({ id }) => id),
    ])
    expect(Object.fromEntries(ids)).toEqual({
      parent: ['app://zhizhi/programmes/p/final'],
      grouping: ['app://zhizhi/programmes/p', 'app://zhizhi/trainings/t-1'],
      category: ['app://zhizhi/xapi/profile/1'],
    })
    const registrations = new Set(told.map((one) => one.context.registration))
    expect(registrations.size).toBe(1)
    expect(inClass(sitting({ id: 's-2' }))[0]?.context.registration).not.toBe([...registrations][0])
  })

  it('scores a final on all its questions, the placement not at all', () => {
    const score = { raw: 2, min: 0, max: 8, scaled: 0.25 }
    expect(told.at(-1)?.result).toEqual({
      ...{ success: false, completion: true, score, duration: 'PT1M23S' },
    })
    const [placed] = inClass(sitting({ kind: 'placement' })).filter(({ verb }) =>
      verb.id.endsWith('/completed'),
    )
    expect(placed?.result).toEqual({ completion: true, duration: 'PT1M23S' })
    const [left] = inClass(sitting({ kind: 'after', form: 'B', end: 'left' })).filter(({ verb }) =>
      verb.id.endsWith('/exited'),
    )
    expect(left).toMatchObject({
      result: { completion: false },
      context: { extensions: { 'app://zhizhi/xapi/form': 'B' } },
    })
  })

  it.each([
    ['a class', inClass],
    ['the learner', own],
  ])('tells %s nothing of right and wrong before the end', (_, tell) => {
    const statements = tell(sitting({ end: null, endedAt: null }))
    expect(statements).toHaveLength(1)
    expect(statements[0]).not.toHaveProperty('result')
  })

  it.each([
    ['a class', inClass],
    ['the learner', own],
  ])('gives %s no key of the bank, neither outright nor by an order', (_, tell) => {
    const text = JSON.stringify(tell(sitting()))
    expect(text).not.toMatch(/correctResponsesPattern|because|late|SELECT|\[\[/)
    const words = (list: readonly { description?: Record<string, string> }[] = []) =>
      list.map(({ description }) => description?.['zh-CN'])
    const { choices } = interactionOf(exercises['steps'] ?? { kind: '' })
    expect(words(choices)).toEqual(['丙', '乙', '甲'])
    const { source, target } = interactionOf(exercises['pairs'] ?? { kind: '' })
    expect([words(source), words(target)]).toEqual([
      ['一', '二'],
      ['丙', '乙', '甲'],
    ])
    const sorted = interactionOf(exercises['cards'] ?? { kind: '' })
    expect([words(sorted.source), words(sorted.target)]).toEqual([
      ['蚁', '象', '鲸'],
      ['大', '小'],
    ])
  })

  it('tells the learner neither the options nor what was chosen', () => {
    const statements = own(sitting())
    expect(statements.flatMap(faults)).toEqual([])
    expect(JSON.stringify(statements)).not.toMatch(/"(response|choices|source|target)"/)
    expect(about(statements, 'pick')?.object.definition.interactionType).toBe('choice')
    expect(about(statements, 'pick')?.result?.success).toBe(true)
  })

  it('names nobody, and calls one thing by one name in every export', () => {
    expect(JSON.stringify(told)).not.toContain('ann')
    expect(new Set(told.map(({ actor }) => actor.account.name))).toEqual(new Set(['class-c-1-3']))
    expect(inClass(sitting())).toEqual(told)
    const again = inClass(sitting(), sitting({ id: 's-2', begunAt: '2026-11-21T01:00:00.000Z' }))
    expect(new Set(again.map(({ id }) => id)).size).toBe(again.length)
    expect(again.map(({ id }) => id)).toEqual(expect.arrayContaining(told.map(({ id }) => id)))
  })

  it('tells of an item that has gone no more than is kept', () => {
    const gone = { items: [{ course: 'x', item: 'gone' }], answers: { 1: answer(true) } }
    const one = about(inClass(sitting(gone)), 'gone')
    expect(one?.object.definition.type).toMatch(/question$/)
    const fewer = { items: [{ course: 'x', item: 'pick' }] }
    const beyond = { ...fewer, answers: { 1: answer(true, { chosen: '1+9' }) } }
    expect(about(inClass(sitting(beyond)), 'pick')?.result).not.toHaveProperty('response')
  })
})

const time = fc
  .date({ min: new Date('1999-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const id = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.constantFrom('null', '../a b', '100%', '\ud800', ...names),
)
const kinds = ['choice', 'order', 'match', 'sort', 'number', 'sql', 'mark', 'threshold', 'new']
const raw = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 9 }),
  fc.integer(),
  fc.constant('{{a}} b'),
  fc.constant(null),
)
const list = fc.oneof(
  raw,
  fc.array(fc.oneof(raw, fc.record({ text: raw, left: raw, right: raw })), { maxLength: 5 }),
)
const bankItem = fc.record({
  ...{ kind: fc.constantFrom(...kinds), options: list, items: list, pairs: list },
  ...{ extra: list, cards: list, groups: list },
})
const anyAnswer = fc.record({
  ...{ correct: fc.boolean(), code: fc.constantFrom('ok', 'values', 'skipped', 'gone') },
  chosen: fc.oneof(fc.constant(null), fc.stringMatching(/^[0-9]?(\+[0-9]{1,2}){0,3}$/)),
  seconds: fc.option(fc.nat({ max: 90_000 })),
  ...{ times: fc.nat(), at: time },
})
const anySitting = fc.record({
  ...{ id, learner: id, programme: id, training: fc.option(id), seed: fc.nat(), nth: fc.nat() },
  ...{ kind: fc.constantFrom(...sittingKinds), form: fc.constantFrom('A', 'B', null) },
  items: fc.array(fc.record({ course: id, item: id }), { maxLength: 6 }),
  answers: fc.dictionary(fc.constantFrom('1', '2', '3', '4', '9'), anyAnswer),
  ...{ begunAt: time, endedAt: fc.option(time), learnt: fc.nat() },
  end: fc.constantFrom(...sittingEnds, null),
})

it('of any record keep the rules, and no two have one id', () => {
  fc.assert(
    fc.property(anySitting, bankItem, fc.boolean(), fc.option(id), (one, exercise, known, name) => {
      const who = new Map([[one.learner, { number: 1, name: name ?? undefined }]])
      const parts = {
        ...{ ...taken, title: { zh: one.programme, en: one.programme }, sittings: [one] },
        item: () => (known ? { exercise, objective } : undefined),
      }
      const told = sittingStatements({ ...parts, class: one.programme }, who)
      const mine = ownSittingStatements({ id: one.learner, name: name ?? undefined }, parts)
      expect([...told, ...mine].flatMap(faults)).toEqual([])
      expect(new Set(told.map((each) => each.id)).size).toBe(told.length)
      expect(JSON.parse(JSON.stringify(told))).toEqual(told)
    }),
    { numRuns: 500 },
  )
})

it('durations are ISO 8601 and say how many seconds', () => {
  fc.assert(
    fc.property(fc.nat({ max: 400_000 }), (seconds) => {
      const text = durationOf(seconds)
      expect(isDuration(text)).toBe(true)
      const [, h = 0, m = 0, s = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text) ?? []
      expect(Number(h) * 3600 + Number(m) * 60 + Number(s)).toBe(seconds)
    }),
  )
  expect([0, 60, 3605].map(durationOf)).toEqual(['PT0S', 'PT1M', 'PT1H5S'])
})

describe('a statement would be refused', () => {
  const good = about(inClass(sitting()), 'pick')
  const changed = (change: object) => ({
    ...good,
    object: { ...good?.object, definition: { ...good?.object.definition, ...change } },
  })
  const with_ = (name: string, change: object) => ({
    ...good,
    [name]: { ...(good?.[name as 'result'] ?? {}), ...change },
  })
  it.each<[string, unknown]>([
    ['with an interaction of no known type', changed({ interactionType: 'sort' })],
    ['with the lists of another type', changed({ steps: [] })],
    ['with a piece twice', changed({ choices: [{ id: '1' }, { id: '1' }] })],
    ['with a blank in a piece’s id', changed({ choices: [{ id: '1 a' }] })],
    ['with pieces and no type', changed({ interactionType: undefined })],
    ['with an answer that is no option', with_('result', { response: '7' })],
    ['with a delimiter that is no xAPI', with_('result', { response: '1+2' })],
    ['with a duration in words', with_('result', { duration: '9 s' })],
    ['with an empty duration', with_('result', { duration: 'PT' })],
    ['with a registration that is no UUID', with_('context', { registration: 's-1' })],
    ['with an extension without IRI', with_('context', { extensions: { form: 'A' } })],
    ['with a day that no calendar has', { ...good, timestamp: '2026-02-30T08:00:00Z' }],
    ['with null', with_('actor', { name: null })],
  ])('%s', (_, statement) => {
    expect(faults(good)).toEqual([])
    expect(faults(statement)).not.toEqual([])
  })
})
