import { describe, expect, it } from 'vitest'
import type { StepView } from '../../desktop/contract/assessment.ts'
import {
  currentStep,
  type CourseStanding,
} from '../../desktop/renderer/features/learn/proof/way.ts'
import { QuestionTimes } from '../../desktop/renderer/features/learn/proof/question-times.ts'
import { Drafts } from '../../desktop/renderer/features/learn/lesson/drafts.ts'

type States = readonly [StepView['state'], StepView['state'], StepView['state'], StepView['state']]

const kinds = ['placement', 'before', 'after', 'final'] as const
const stepsOf = (states: States): StepView[] =>
  kinds.map((kind, at) => ({
    ...{ kind, state: states[at] ?? 'locked', lock: null, review: [], minutes: 5, questions: 2 },
    ...{ answered: 0, sitting: null, times: 0, passed: false },
  }))
const course = (done: number, known = false): CourseStanding => ({
  ...{ id: 'x', title: { zh: '课', en: 'Course' }, done, total: 2, known, lesson: undefined },
})

describe('the step to take next', () => {
  it.each<[string, States, CourseStanding, string]>([
    ['the placement first', ['open', 'open', 'locked', 'open'], course(0), 'placement'],
    ['what was begun before all', ['open', 'open', 'locked', 'begun'], course(0), 'final'],
    [
      'no placement once courses are taken',
      ['open', 'open', 'locked', 'open'],
      course(1),
      'before',
    ],
    ['courses behind the test before', ['open', 'done', 'open', 'open'], course(0), 'courses'],
    ['a known course is no step', ['done', 'done', 'open', 'open'], course(0, true), 'after'],
    ['the final behind the test after', ['done', 'done', 'done', 'open'], course(2), 'final'],
    ['the capstone at the end', ['done', 'done', 'done', 'done'], course(2), 'capstone'],
  ])('%s', (_, states, standing, step) => {
    expect(currentStep(stepsOf(states), [standing])).toBe(step)
  })

  it('is the final where it was failed and courses are to be gone over, whatever courses are left', () => {
    const steps = stepsOf(['done', 'done', 'done', 'locked']).map((step) =>
      step.kind === 'final' ? { ...step, lock: 'review_first' as const, times: 1 } : step,
    )
    expect(currentStep(steps, [course(0)])).toBe('final')
  })

  it('is the certificate once nothing is missing for it', () => {
    const steps = stepsOf(['done', 'done', 'done', 'done'])
    expect(currentStep(steps, [course(0)], true)).toBe('certificate')
  })
})

describe('seconds at a question', () => {
  const store = () => {
    const kept = new Map<string, string>()
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
    }
  }
  const timesOn = (kept: ReturnType<typeof store>, clock: () => number) =>
    new QuestionTimes(new Drafts(kept, 'learner'), (id) => id, clock)

  it('adds up over visits and over a reload', () => {
    let now = 1000
    const kept = store()
    const times = timesOn(kept, () => now)
    times.look('q1', true)
    now += 4000
    times.look('q2', true)
    now += 2000
    times.look('q1', true)
    now += 3000
    expect([times.seconds('q1'), times.seconds('q2')]).toEqual([7, 2])
    times.rest()
    const again = timesOn(kept, () => now)
    again.look('q1', false)
    now += 1000
    expect(again.seconds('q1')).toBe(8)
  })

  it('is unknown where a part was counted in a window that is gone', () => {
    let now = 0
    const times = timesOn(store(), () => now)
    times.look('q1', false)
    now += 4000
    expect(times.seconds('q1')).toBeNull()
  })
})
