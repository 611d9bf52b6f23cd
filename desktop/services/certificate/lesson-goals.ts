import { ZhizhiError } from '../../contract/errors.ts'
import { noProgress, progressProjection } from '../../domain/course/progress.ts'
import type { Library } from '../learning/library.ts'
import type { Journal } from '../ports.ts'
import type { Goals } from './ports.ts'

/** A course's lessons as what is to be reached: each counts once all its tasks were done. */
export function lessonGoals(
  library: Pick<Library, 'courses'>,
  journal: Pick<Journal, 'state'>,
): Goals {
  return {
    async of(id, learner) {
      const found = (await library.courses()).find(({ course }) => course.id === id)
      if (!found) throw new ZhizhiError('not_found', { what: `课程 ${id}` })
      const everybody = journal.state(progressProjection)
      const { lessons } = (learner === null ? undefined : everybody[learner]) ?? noProgress
      const goals = found.lessons.map((lesson) => {
        const reached = (lessons[`${id}/${lesson.id}`]?.doneAt ?? null) !== null
        return { id: lesson.id, title: lesson.title, reached }
      })
      return { of: 'course', title: found.course.title, goals }
    },
  }
}
