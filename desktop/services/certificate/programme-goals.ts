import { ZhizhiError } from '../../contract/errors.ts'
import { attained } from '../../domain/assessment/attained.ts'
import type { Programme } from '../../domain/assessment/programme.ts'
import { assessmentProjection } from '../../domain/assessment/projection.ts'
import { programmeGoalIds } from '../../domain/assessment/titles.ts'
import type { Titles } from '../../domain/course/titles.ts'
import type { Programmes } from '../assessment/programmes.ts'
import type { Library } from '../learning/library.ts'
import type { Journal } from '../ports.ts'
import type { CourseGoals, Goals } from './ports.ts'

interface Parts {
  readonly programmes: Pick<Programmes, 'list'>
  readonly library: Pick<Library, 'courses'>
  readonly journal: Pick<Journal, 'state'>
  /** Whether the learner's last work of the programme was found good. */
  readonly capstonePassed: (programme: Programme, learner: string) => Promise<boolean>
}

const finalTitle: Titles = { zh: '通过结业测评', en: 'Final assessment passed' }
const capstoneTitle: Titles = { zh: '结业项目合格', en: 'Capstone passed' }

/** No course has such an id: ids have no dots. */

/**
 * A training as what is to be reached: each of its courses in the final, the final itself, and the
 * last work where there is one.
 */
export function programmeGoals(parts: Parts): Goals {
  return {
    async of(id, learner) {
      const programme = (await parts.programmes.list()).find((one) => one.id === id)
      if (!programme) throw new ZhizhiError('not_found', { what: `培训 ${id}` })
      return {
        of: 'training',
        title: programme.title,
        goals: await goalsOf(parts, programme, learner),
      }
    },
  }
}

async function goalsOf(
  { library, journal, capstonePassed }: Parts,
  programme: Programme,
  learner: string | null,
): Promise<CourseGoals['goals']> {
  const all = Object.values(journal.state(assessmentProjection).sittings)
  const own = all.filter((one) => one.learner === learner && one.programme === programme.id)
  const shown = attained(programme, own)
  const titles = new Map((await library.courses()).map(({ course }) => [course.id, course.title]))
  const courses = programme.courses.map(({ course }) => ({
    id: course,
    title: titles.get(course) ?? { zh: course, en: course },
    reached: shown.courses.has(course),
  }))
  const final = { id: programmeGoalIds.final, title: finalTitle, reached: shown.final }
  if (programme.capstone === undefined) return [...courses, final]
  const reached = learner !== null && (await capstonePassed(programme, learner))
  return [...courses, final, { id: programmeGoalIds.capstone, title: capstoneTitle, reached }]
}

/** What is asked of a course or of a training, by its id; `check` sees that no two have one id. */
export const eitherGoals = (trainings: Goals, courses: Goals): Goals => ({
  of: (id, learner) =>
    trainings.of(id, learner).catch((error: unknown) => {
      if (error instanceof ZhizhiError && error.code === 'not_found') return courses.of(id, learner)
      throw error
    }),
})
