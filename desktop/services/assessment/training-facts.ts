import type { Bank } from '../../domain/assessment/bank.ts'
import { assessmentProjection } from '../../domain/assessment/projection.ts'
import { inOrder, type TrainingRecord } from '../../domain/assessment/record.ts'
import type { Rubric } from '../../domain/assessment/rubric.ts'
import type { ItemFacts, TrainingFacts } from '../../domain/assessment/training/rows.ts'
import { comparedHalves } from '../../domain/assessment/training/pairs.ts'
import { classroomProjection } from '../../domain/classroom/projection.ts'
import { objectiveTitle } from '../../domain/course/outline.ts'
import type { Course } from '../../domain/course/course.ts'
import type { Library } from '../learning/library.ts'
import type { Journal } from '../ports.ts'
import type { Rubrics } from './rubrics.ts'
import type { Programmes } from './programmes.ts'

export interface FactsParts {
  readonly journal: Pick<Journal, 'state'>
  readonly programmes: Programmes
  readonly library: Library
  readonly rubrics: Pick<Rubrics, 'list'>
}

/** Nobody passes a final of a programme that is no longer there. */
export const noPass = { share: 1, each: 0 }

/** All trainings with what the journal, the banks and the courses say of them. */
export async function trainingFacts({
  journal,
  programmes,
  library,
  rubrics,
}: FactsParts): Promise<TrainingFacts[]> {
  const { trainings, sittings, works } = journal.state(assessmentProjection)
  const { classes } = journal.state(classroomProjection)
  const known = new Map((await programmes.list()).map((one) => [one.id, one]))
  const courses = new Map((await library.courses()).map(({ course }) => [course.id, course]))
  const judged = new Map((await rubrics.list()).map((one) => [one.programme.id, one.rubric]))
  const each = inOrder(trainings).map(async ({ id, ...training }) => {
    const programme = known.get(training.programme)
    const banks = programme ? await programmes.banksOf(programme) : new Map<string, Bank>()
    const all = inOrder(sittings).filter((one) => one.programme === training.programme)
    const own = {
      sittings: all.filter((one) => one.training === id),
      works: inOrder(works).filter((one) => one.training === id),
    }
    const compared = comparedHalves(id, training.halves, all)
    const inClass = classes[training.class]?.people ?? []
    const people = peopleOf(training, inClass, own.sittings)
    return {
      ...{ id, number: training.nth, training, people, inClass, compared, all, ...own },
      pass: programme?.pass ?? noPass,
      criterion: criterionTitles(judged.get(training.programme)),
      item: (course: string, item: string) => itemFacts(banks, courses, course, item),
    }
  })
  return Promise.all(each)
}

const criterionTitles = (rubric: Rubric | undefined) => (id: string) =>
  rubric?.criteria.find((one) => one.id === id)?.title.zh ?? id

/** Also who has left the class since: what they did stays. */
function peopleOf(
  { halves }: TrainingRecord,
  inClass: readonly string[],
  sittings: readonly { readonly learner: string }[],
): string[] {
  const tested = sittings.map(({ learner }) => learner)
  return [...new Set([...inClass, ...Object.keys(halves), ...tested])]
}

function itemFacts(
  banks: ReadonlyMap<string, Bank>,
  courses: ReadonlyMap<string, Course>,
  course: string,
  id: string,
): ItemFacts | undefined {
  const item = banks.get(course)?.items.find((one) => one.id === id)
  if (!item) return undefined
  const known = courses.get(course)
  const title = known && objectiveTitle(known, item.objective).zh
  return {
    courseTitle: known?.title.zh ?? course,
    ...{ objective: item.objective, objectiveTitle: title ?? item.objective },
    options: optionsOf(item.exercise),
  }
}

/** Options of a choice and parts of an indicator as the bank writes them, with its names where numbers are drawn. */
function optionsOf(exercise: object): string[] {
  const parts: unknown = 'parts' in exercise ? exercise.parts : undefined
  const options: unknown = 'options' in exercise ? exercise.options : parts
  if (!Array.isArray(options)) return []
  return options.map((option: unknown) => {
    const text: unknown =
      typeof option === 'object' && option !== null && 'text' in option ? option.text : ''
    return typeof text === 'string' || typeof text === 'number' ? String(text) : ''
  })
}
