import type { ItemRef } from './events.ts'
import type { Programme } from './programme.ts'
import type { AnswerRecord, SittingRecord } from './record.ts'

export interface CourseOutcome {
  readonly course: string
  readonly right: number
  readonly answered: number
  readonly total: number
}

type Taken = Pick<SittingRecord, 'items' | 'answers'>

/** A sitting's questions with their numbers from 1 and the answers that there are. */
export const questionsOf = ({
  items,
  answers,
}: Taken): (ItemRef & { readonly question: number; readonly answer: AnswerRecord | undefined })[] =>
  items.map((item, at) => ({ ...item, question: at + 1, answer: answers[at + 1] }))

/** The code of a question that an update took from the bank: it counts neither way. */
export const goneCode = 'gone'

/** Right answers by course, in the sitting's order; what was not answered is not right. */
export function byCourse(taken: Taken): CourseOutcome[] {
  const questions = questionsOf(taken)
  return [...new Set(taken.items.map(({ course }) => course))].map((course) => {
    const own = questions.filter(
      (question) => question.course === course && question.answer?.code !== goneCode,
    )
    const answers = own.flatMap(({ answer }) => answer ?? [])
    const right = answers.filter(({ correct }) => correct).length
    return { course, right, answered: answers.length, total: own.length }
  })
}

export interface FinalOutcome {
  readonly right: number
  readonly total: number
  readonly passed: boolean
  /** Courses with fewer right than each must have, or not all right where the whole fell short. */
  readonly missed: readonly string[]
}

/** Right answers of so many questions that the share of a final asks for, rounded up. */
export const rightToPass = (
  { pass }: { readonly pass: { readonly share: number } },
  total: number,
) => Math.ceil(pass.share * total - 1e-9)

/** Whether a final was passed; counted on all its questions, answered or not. */
export function finalOutcome({ pass }: Pick<Programme, 'pass'>, taken: Taken): FinalOutcome {
  const courses = byCourse(taken)
  const right = courses.reduce((all, one) => all + one.right, 0)
  const total = courses.reduce((all, one) => all + one.total, 0)
  const enough = total > 0 && right >= rightToPass({ pass }, total)
  const thin = courses.filter((one) => one.right < Math.min(pass.each, one.total))
  const passed = enough && thin.length === 0
  const short = courses.filter((one) => one.right < one.total)
  return { right, total, passed, missed: (enough ? thin : short).map(({ course }) => course) }
}

/** What the placement says of a course. */
export interface PlacementDecision {
  readonly course: string
  readonly state: 'open' | 'known' | 'needed'
  readonly right: number
  readonly asked: number
}

/** Two of three: one right guess of five options is luck, two are 1 in 10. */
const wanted = 2

/** Decided as soon as it can be: two right answers say known, two wrong ones that it is needed. */
export function placementDecisions(taken: Taken): PlacementDecision[] {
  return byCourse(taken).map(({ course, right, answered, total }) => {
    const needed = Math.min(wanted, total)
    // of a course all of whose questions have gone nothing is known
    if (total === 0) return { course, state: 'needed', right, asked: answered }
    const state = right >= needed ? 'known' : right + total - answered < needed ? 'needed' : 'open'
    return { course, state, right, asked: answered }
  })
}

/** The placement's next question: the first one left of a course that is still open. */
export function nextPlacement(taken: Taken): number | undefined {
  const open = new Set(
    placementDecisions(taken).flatMap(({ course, state }) => (state === 'open' ? [course] : [])),
  )
  return questionsOf(taken).find(({ course, answer }) => open.has(course) && !answer)?.question
}
