import { title } from '../../../app/i18n.svelte.ts'
import { href } from '../../../app/paths.ts'
import { t } from './messages.ts'
import { n } from './next-messages.ts'
import type { NextThing } from './next-thing.ts'

/** What the next thing is called, why, and the way to it. */
export interface NextWords {
  readonly name: string
  readonly text: string
  readonly label: string
  /** `undefined`: a test, which is begun. */
  readonly address?: string
  /** Nothing is left to do there: the way is no call. */
  readonly calm?: boolean
  /** Another way, for who needs the first no more. */
  readonly other?: { readonly label: string; readonly address: string }
}

/**
 * @param programme the programme's id
 * @param nameOf a learner's name by its id
 */
export function nextWords(
  thing: NextThing,
  programme: string,
  nameOf: (learner: string) => string,
): NextWords | undefined {
  const capstone = href('capstone', { programme })
  const judge = (work: string, as: string) => href('judge', { work, as })
  const certificate = href('certificate', { course: programme })
  switch (thing.kind) {
    case 'test':
      return {
        ...testWords(thing.step),
        ...(thing.spare && { other: { label: n.toCapstone, address: capstone } }),
      }
    case 'review': {
      const { course, title: name } = thing.course
      const words = { name: n.review(title(name)), text: n.reviewText(thing.left) }
      return { ...words, label: n.toReview, address: href('course', { course }) }
    }
    case 'course':
      return courseWords(thing.course)
    case 'learnCapstone':
      return {
        ...courseWords(thing.course),
        name: n.learnCapstone(title(thing.course.lesson?.title ?? thing.course.title)),
        text: n.learnCapstoneText(thing.course.done, thing.course.total),
        other: { label: n.already, address: capstone },
      }
    case 'handIn':
      return { name: n.handIn, text: n.handInText, label: n.toHandIn, address: capstone }
    case 'rateOwn': {
      const words = { name: n.rateOwn, text: n.rateOwnText, label: n.toRateOwn }
      return { ...words, address: judge(thing.work, 'self') }
    }
    case 'judge': {
      const words = { name: n.judge(nameOf(thing.work.author)), text: n.judgeText }
      return { ...words, label: n.toJudge, address: judge(thing.work.work, 'peer') }
    }
    case 'mend': {
      const words = { name: n.mend, text: n.mendText, label: n.toMend }
      return { ...words, address: judge(thing.work, 'self') }
    }
    case 'wait': {
      const words = { name: n.wait, text: n.waitText, label: n.toWait }
      return { ...words, address: capstone, calm: true }
    }
    case 'certificate': {
      const words = { name: n.certificate, text: n.certificateText, label: n.toCertificate }
      return { ...words, address: certificate }
    }
    case 'finished': {
      const words = { name: n.finished, text: n.finishedText, label: n.toFinished }
      return { ...words, address: certificate, calm: true }
    }
    case 'none':
      return undefined
  }
}

function testWords({ kind, state, times }: (NextThing & { kind: 'test' })['step']): NextWords {
  const name = t.step[kind]
  if (state === 'begun') return { name, text: n.test[kind], label: n.goOn[kind] }
  if (times > 0) return { name, text: n.againText, label: n.again }
  return { name, text: n.test[kind], label: n.begin[kind] }
}

function courseWords(course: (NextThing & { kind: 'course' })['course']): NextWords {
  const { id, lesson, done, total } = course
  return {
    name: title(lesson?.title ?? course.title),
    text: n.course(title(course.title), done, total),
    label: lesson ? n.lesson : t.toCourse,
    address: lesson
      ? href('lesson', { course: id, lesson: lesson.id })
      : href('course', { course: id }),
  }
}
