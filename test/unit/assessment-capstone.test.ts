import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  capstonePassed,
  hasPassedCapstone,
  meetsPass,
} from '../../desktop/domain/assessment/capstone.ts'
import { allotPeers } from '../../desktop/domain/assessment/peers.ts'
import { assessmentProjection } from '../../desktop/domain/assessment/projection.ts'
import { agreementOf, apart } from '../../desktop/domain/assessment/rater-agreement.ts'
import { noAssessments, type RatingRecord } from '../../desktop/domain/assessment/record.ts'
import { highestTotal, judged, readRubric } from '../../desktop/domain/assessment/rubric.ts'

const file = 'courses/a10-capstone/rubric.yaml'
const shipped = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
const reading = readRubric(file, shipped)
if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
const rubric = reading.value
const ids = rubric.criteria.map(({ id }) => id)

/** Levels in the order of the rubric's criteria. */
const levelsOf = (levels: readonly number[]) =>
  Object.fromEntries(levels.map((level, at) => [ids[at] ?? `other-${at}`, level]))

const rating = (
  role: RatingRecord['role'],
  rater: string,
  levels: readonly number[],
): RatingRecord => ({ role, rater, levels: levelsOf(levels), at: '2026-11-26T00:00:00Z' })

describe('the rubric', () => {
  it('is the table of the lesson, cell by cell', () => {
    const lesson = readFileSync(
      new URL('../../courses/a10-capstone/05-review/lesson.md', import.meta.url),
      'utf8',
    )
    for (const { title, levels } of rubric.criteria) {
      const cells = levels.map(({ zh }) => zh).toReversed()
      expect(lesson).toContain(`| **${title.zh}** | ${cells.join(' | ')} |`)
    }
    expect(highestTotal(rubric.criteria)).toBe(15)
    expect(rubric.pass).toEqual({ each: 2, total: 11 })
  })

  it.each<[string, (text: string) => string, string]>([
    [
      'a line that nobody reaches',
      (text) => text.replace('total: 11', 'total: 16'),
      '满分是 15 分',
    ],
    [
      'a level that no criterion has',
      (text) => text.replace('each: 2', 'each: 4'),
      '最高只有 3 分',
    ],
    ['two criteria of one id', (text) => text.replace('id: data', 'id: question'), '用了两次'],
    ['a criterion of one level', (text) => text.replace(/^ {6}- .*\n/m, '').replace(/^ {6}- .*\n/m, ''), '2'], // prettier-ignore
    ['a key that is none', (text) => `${text}\nweight: 2\n`, 'weight'],
  ])('is refused with %s', (_, change, said) => {
    const changed = readRubric(file, change(shipped))
    expect(changed.ok).toBe(false)
    expect(JSON.stringify(changed.ok ? [] : changed.problems)).toContain(said)
  })
})

describe('a rating held against the rubric', () => {
  it('leaves out criteria and levels that the rubric has not, and says so', () => {
    const old = { ...levelsOf([3, 3, 3, 3]), limits: 5, style: 3, toString: 2 }
    const held = judged(rubric, old)
    expect(held.complete).toBe(false)
    expect(held.total).toBe(12)
    expect(held.ignored.toSorted()).toEqual(['limits', 'style', 'toString'])
  })

  it.each<[readonly number[], boolean]>([
    [[3, 2, 2, 2, 2], true],
    [[2, 2, 2, 2, 2], false],
    [[3, 3, 1, 3, 3], false],
    [[3, 3, 3, 3], false],
    [[3, 3, 3, 3, 0], false],
    [[3, 3, 3, 3, 2.5], false],
  ])('%j meets the line: %s', (levels, passes) => {
    expect(meetsPass(rubric, levelsOf(levels))).toBe(passes)
  })
})

describe('a capstone', () => {
  const good = [3, 3, 3, 3, 3]
  const bad = [3, 3, 1, 3, 3]
  it.each<[string, readonly RatingRecord[], boolean]>([
    ['judged by nobody', [], false],
    [
      'praised by its author and peers only',
      [rating('self', 'a', good), rating('peer', 'b', good)],
      false,
    ],
    [
      'passed by the facilitator, whatever the author gave',
      [rating('self', 'a', bad), rating('facilitator', '1', good)],
      true,
    ],
    [
      'passed by both facilitators',
      [rating('facilitator', '1', good), rating('facilitator', '2', good)],
      true,
    ],
    [
      'passed by one facilitator of two',
      [rating('facilitator', '1', good), rating('facilitator', '2', bad)],
      false,
    ],
  ])('%s', (_, ratings, passed) => {
    const work = { withdrawn: false, ratings, learner: 'a', programme: 'p' }
    expect(capstonePassed(work, rubric)).toBe(passed)
    expect(capstonePassed({ ...work, withdrawn: true }, rubric)).toBe(false)
    expect(hasPassedCapstone([work], { learner: 'a', programme: 'p' }, rubric)).toBe(passed)
    expect(hasPassedCapstone([work], { learner: 'b', programme: 'p' }, rubric)).toBe(false)
  })
})

interface Handed {
  readonly id: string
  readonly learner: string
  readonly peers: readonly string[]
  readonly ratings: readonly RatingRecord[]
}
const worksBy = (people: readonly string[]): Handed[] =>
  people.map((learner) => ({ id: `work-${learner}`, learner, peers: [], ratings: [] }))
const withPeers = (works: readonly Handed[], peers: ReadonlyMap<string, readonly string[]>) =>
  works.map((work) => ({ ...work, peers: peers.get(work.id) ?? [] }))
const people = fc.uniqueArray(fc.uuid(), { maxLength: 40 })
const seed = fc.integer({ min: 0, max: 0xff_ff_ff_ff })

describe('peers', () => {
  it('judge two works each, nobody his own, and every work has two; with fewer people, fewer', () => {
    fc.assert(
      fc.property(people, seed, (authors, by) => {
        const allotted = allotPeers(worksBy(authors), by)
        const each = Math.max(0, Math.min(2, authors.length - 1))
        for (const author of authors) {
          const peers = allotted.get(`work-${author}`) ?? []
          expect(peers).toHaveLength(each)
          expect(new Set(peers).size).toBe(each)
          expect(peers).not.toContain(author)
          const load = [...allotted.values()].filter((some) => some.includes(author)).length
          expect(load).toBe(each)
        }
        expect(allotPeers(worksBy(authors.toReversed()), by)).toEqual(allotted)
      }),
    )
  })

  it('stay with most works when somebody comes or leaves', () => {
    fc.assert(
      fc.property(people, fc.uuid(), seed, (authors, late, by) => {
        fc.pre(!authors.includes(late) && authors.length > 3)
        const before = allotPeers(worksBy(authors), by)
        const after = allotPeers(worksBy([...authors, late]), by)
        const moved = authors.filter(
          (author) => !same(before.get(`work-${author}`), after.get(`work-${author}`)),
        )
        expect(moved.length).toBeLessThanOrEqual(2)
      }),
    )
  })

  it('keep their place once they have judged, and nobody gets more than two besides', () => {
    fc.assert(
      fc.property(people, fc.nat(), seed, (authors, who, by) => {
        fc.pre(authors.length > 3)
        const works = withPeers(worksBy(authors), allotPeers(worksBy(authors), by))
        const gone = authors[who % authors.length] ?? ''
        const rated = works.map((work) => ({
          ...work,
          ratings: work.peers.slice(0, 1).map((peer) => rating('peer', peer, [3, 3, 3, 3, 3])),
        }))
        const left = rated.filter(({ learner }) => learner !== gone)
        const after = allotPeers(left, by)
        for (const { id, learner, peers } of left) {
          expect(after.get(id)).toContain(peers[0])
          expect(after.get(id)).not.toContain(learner)
          expect(after.get(id)?.length).toBe(2)
        }
        for (const person of authors.filter((one) => one !== gone)) {
          const open = left.filter(
            ({ id, peers }) => after.get(id)?.includes(person) && peers[0] !== person,
          )
          expect(open.length).toBeLessThanOrEqual(2)
        }
      }),
    )
  })
})

const same = (one: readonly string[] = [], other: readonly string[] = []) =>
  one.join() === other.join()

describe('agreement of those who judge', () => {
  /** Works of which the author gives each first level one more than the facilitator does. */
  const works = (count: number, spread = true): RatingRecord[][] =>
    Array.from({ length: count }, (_, at) => {
      const level = spread ? 1 + (at % 2) : 2
      return [
        rating('self', `p${at}`, [level + 1, level, level, level, level]),
        rating('facilitator', '1', [level, level, level, level, level]),
      ]
    })

  it('tells of few works what was given, and no coefficient', () => {
    const few = agreementOf(rubric, works(4), '1', 1)
    expect(few.alpha).toBeNull()
    expect(few.kappa).toBeNull()
    expect(few.criteria.map(({ exact }) => exact)).toEqual([0, 1, 1, 1, 1])
    expect(few.leniency[0]).toEqual({ role: 'self', difference: 0.2, compared: 20 })
    expect(few.leniency[1]).toEqual({ role: 'peer', difference: null, compared: 0 })
  })

  it('has a coefficient from five works on, with an interval around it', () => {
    const all = agreementOf(rubric, works(8), '1', 1)
    const { value = 0, interval } = all.alpha ?? {}
    expect(value).toBeGreaterThan(0.5)
    expect(interval?.low).toBeLessThanOrEqual(value)
    expect(interval?.high).toBeGreaterThanOrEqual(value)
    expect(agreementOf(rubric, works(8), '1', 1)).toEqual(all)
    expect(all.criteria[1]?.alpha?.value).toBe(1)
  })

  it('is not defined where nobody varies, and takes no work that one alone has judged', () => {
    const even = agreementOf(rubric, works(6, false), '1', 1)
    expect(even.criteria[1]).toMatchObject({ exact: 1, alpha: null })
    const lone = works(6).map((ratings) => ratings.slice(0, 1))
    expect(agreementOf(rubric, lone, '1', 1)).toMatchObject({ works: 0, alpha: null })
  })

  it('counts what was given before the others were seen', () => {
    const talked = works(6).map(([own, other]) => {
      if (!own || !other) return []
      return [{ ...own, first: own.levels, levels: other.levels }, other]
    })
    expect(agreementOf(rubric, talked, '1', 1)).toEqual(agreementOf(rubric, works(6), '1', 1))
    expect(talked.map((ratings) => apart(rubric, ratings))).toEqual(talked.map(() => []))
  })
})

describe('the record of a capstone', () => {
  const handIn = { work: 'w', programme: 'p', training: null, notebook: 'n', version: 'v' }
  const rate = (rater: string, role: string, levels: readonly number[]) => ({
    type: 'capstone.rated',
    by: 'a',
    data: { work: 'w', role, rater, levels: levelsOf(levels) },
  })
  const play = (events: readonly { type: string; by: string; data: object }[]) =>
    events.reduce(
      (all, event, seq) =>
        assessmentProjection.reduce(all, {
          ...event,
          ...{ seq, at: '2026-11-26T00:00:00Z', data: { ...event.data } },
        }),
      noAssessments,
    ).works['w']
  const begun = { type: 'capstone.handed-in', by: 'a', data: handIn }

  it('keeps the latest levels and the first, and no rating of a withdrawn work', () => {
    const changed = play([
      begun,
      rate('a', 'self', [3, 3, 3, 3, 3]),
      rate('a', 'self', [2, 3, 3, 3, 3]),
      rate('a', 'self', [1, 3, 3, 3, 3]),
    ])
    expect(changed?.ratings).toHaveLength(1)
    expect(changed?.ratings[0]).toMatchObject({
      levels: { question: 1 },
      first: { question: 3 },
    })
    const withdrawn = { type: 'capstone.withdrawn', by: 'a', data: { work: 'w' } }
    expect(play([begun, withdrawn, rate('1', 'facilitator', [3, 3, 3, 3, 3])])).toMatchObject({
      ...{ withdrawn: true, ratings: [] },
    })
    expect(play([begun, { ...withdrawn, by: 'b' }])?.withdrawn).toBe(false)
  })

  it('loses a forgotten peer with what he gave, and the whole work of a forgotten author', () => {
    const peers = { type: 'capstone.peers', by: 'a', data: { work: 'w', peers: ['b', 'c'] } }
    const forget = (by: string) => ({ type: 'person.forgotten', by, data: {} })
    const events = [begun, peers, rate('b', 'peer', [3, 3, 3, 3, 3]), rate('a', 'self', [3, 3, 3, 3, 3])] // prettier-ignore
    expect(play([...events, forget('b')])).toMatchObject({
      ...{ peers: ['c'], ratings: [{ role: 'self' }] },
    })
    expect(play([...events, forget('a')])).toBeUndefined()
  })
})
