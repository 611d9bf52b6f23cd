import { describe, expect, it } from 'vitest'
import type { StepView } from '../../desktop/contract/assessment.ts'
import type { RatingView, WorkView } from '../../desktop/contract/capstone.ts'
import type { CourseSummary } from '../../desktop/contract/learn.ts'
import {
  leadsOn,
  ledLesson,
  nextThing,
  type Standing,
} from '../../desktop/renderer/features/learn/proof/next-thing.ts'
import type { CourseStanding } from '../../desktop/renderer/features/learn/proof/way.ts'

const title = { zh: '课', en: 'Course' }
const lesson = { id: '01', title, minutes: 10, datasets: [] }
const kinds = ['placement', 'before', 'after', 'final'] as const
const step = (kind: StepView['kind'], over: Partial<StepView>): StepView => ({
  ...{ kind, state: 'done', lock: null, review: [], minutes: 5, questions: 2, answered: 2 },
  ...{ sitting: 's', times: 1, passed: kind === 'final', ...over },
})
const steps = (over: Partial<Record<StepView['kind'], Partial<StepView>>> = {}): StepView[] =>
  kinds.map((kind) => step(kind, over[kind] ?? {}))
const course = (done: number, total = 2): CourseStanding => ({
  ...{ id: 'a1', title, done, total, known: false },
  lesson: done < total ? lesson : undefined,
})
const rating: RatingView = {
  ...{ role: 'self', rater: 'me', levels: {}, total: 10, complete: true, ignored: [] },
  ...{ changed: false, passes: true },
}
const work = (over: Partial<WorkView> = {}): WorkView => ({
  ...{ work: 'w', programme: 'p', author: 'me', at: '', notebook: 'n', title: 't', brief: 'same' },
  ...{ withdrawn: false, peers: [], own: null, others: [], judgedBy: 0, apart: [], passed: null },
  ...over,
})
const certificate = { ready: false, issued: false }
const standing = (over: Partial<Standing>): Standing => ({
  ...{ steps: steps(), standings: [course(2)], certificate },
  capstone: { course: course(2), own: { work: null, toJudge: [] } },
  ...over,
})
const capstone = (
  own: NonNullable<Standing['capstone']>['own'],
  done = 2,
): Pick<Standing, 'capstone'> => ({ capstone: { course: course(done), own } })
const open: Partial<StepView> = { state: 'open', times: 0, passed: false }

describe('the one next thing', () => {
  it.each<[string, Partial<Standing>, string]>([
    ['a test that is open', { steps: steps({ before: open, final: open }) }, 'test'],
    [
      'a course to take',
      { steps: steps({ final: open }), standings: [course(2), course(1)] },
      'course',
    ],
    [
      'a course to go over after a final that was not passed',
      {
        steps: steps({
          final: {
            ...{ state: 'locked', lock: 'review_first', passed: false },
            review: [{ course: 'a1', title }],
          },
        }),
      },
      'review',
    ],
    [
      'the final again once they were gone over, whatever courses are left',
      {
        steps: steps({ final: { state: 'open', passed: false } }),
        standings: [course(0)],
      },
      'test',
    ],
    ['the lessons of the last work', capstone({ work: null, toJudge: [] }, 1), 'learnCapstone'],
    ['handing it in', capstone({ work: null, toJudge: [] }), 'handIn'],
    ['judging it oneself', capstone({ work: work(), toJudge: [work()] }), 'rateOwn'],
    ['a peer’s', capstone({ work: work({ own: rating }), toJudge: [work()] }), 'judge'],
    [
      'mending what was not accepted',
      capstone({ work: work({ own: rating, passed: false }), toJudge: [] }),
      'mend',
    ],
    [
      'waiting for the facilitator',
      capstone({ work: work({ own: rating }), toJudge: [work({ own: rating })] }),
      'wait',
    ],
    [
      'the certificate',
      {
        ...capstone({ work: work({ own: rating, passed: true }), toJudge: [] }),
        certificate: { ready: true, issued: false },
      },
      'certificate',
    ],
    ['nothing more', { certificate: { ready: true, issued: true } }, 'finished'],
    ['nothing where there is no last work', { capstone: null }, 'none'],
    [
      'nothing where the final has no questions',
      { steps: steps({ final: { state: 'locked', lock: 'no_bank', times: 0, passed: false } }) },
      'none',
    ],
  ])('is %s', (_, over, kind) => {
    expect(nextThing(standing(over)).kind).toBe(kind)
  })

  it('may leave the test after for later, where the final is passed', () => {
    const after = { state: 'open', times: 0 } as const
    expect(nextThing(standing({ steps: steps({ after }) }))).toMatchObject({ spare: true })
    const both = standing({ steps: steps({ after, final: open }) })
    expect(nextThing(both)).toMatchObject({ step: { kind: 'after' }, spare: false })
  })

  it('never goes back to the test before, once the courses are over or the final is passed', () => {
    const skipped = steps({ placement: open, before: open, after: { state: 'locked', times: 0 } })
    expect(nextThing(standing({ steps: skipped })).kind).toBe('handIn')
    const studied = skipped.map((one) => (one.kind === 'final' ? step('final', open) : one))
    expect(nextThing(standing({ steps: studied }))).toMatchObject({ step: { kind: 'final' } })
  })
})

describe('the lesson beside it', () => {
  const summary: CourseSummary = { id: 'a1', track: 'A', title, summary: title, lessons: [lesson] }
  const next = { course: summary, lesson, done: 0, started: true }
  const led = { standing: standing({ steps: steps({ final: open }), standings: [course(1)] }) }

  it('is any one where there is no training', () => {
    expect(ledLesson(next, [{ standing: undefined }])).toBe(next)
  })
  it('is none where it is the next thing itself, or was not begun', () => {
    expect(ledLesson(next, [led])).toBeUndefined()
    expect(ledLesson({ ...next, started: false }, [led])).toBeUndefined()
  })
  it('is one of another course that was left in the middle', () => {
    const other = { ...next, course: { ...summary, id: 'b1' } }
    expect(ledLesson(other, [led])).toBe(other)
  })
})

it('is told at the end of a lesson where the next lesson does not lead on', () => {
  const within = standing({ steps: steps({ final: open }), standings: [course(1)] })
  expect([leadsOn(within, false), leadsOn(within, true)]).toEqual([false, true])
  const again = standing({ steps: steps({ final: { state: 'open', passed: false } }) })
  expect(leadsOn(again, false)).toBe(true)
})
