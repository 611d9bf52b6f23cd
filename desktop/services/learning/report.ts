import type { ReportView } from '../../contract/learner.ts'
import type { Titles } from '../../domain/course/titles.ts'
import type { Outline } from '../../domain/course/outline.ts'
import { lessonKey, scenarioKey, type Progress } from '../../domain/course/record.ts'
import { standings } from '../../domain/course/standing.ts'
import { standingView, testsView } from './course-view.ts'
import type { Library } from './library.ts'

type CourseReport = ReportView['courses'][number]

/** What a learner has done and can do, in the courses that he began. */
export async function learnerReport(
  library: Library,
  outlines: readonly Outline[],
  progress: Progress,
): Promise<ReportView> {
  const begun = outlines.filter(({ course }) => isBegun(course.id, progress))
  const courses = begun.map(async (outline): Promise<CourseReport> => {
    const { course } = outline
    return {
      id: course.id,
      title: course.title,
      lessons: outline.lessons.map(({ id, title }) => {
        const { openedAt = null, doneAt = null } = progress.lessons[lessonKey(course.id, id)] ?? {}
        return { id, title, openedAt, doneAt }
      }),
      objectives: standings(outline, progress).map(standingView),
      tests: testsView(outline, progress),
      practices: await practices(library, course.id, progress),
      drills: (progress.drills[course.id]?.rounds ?? []).map(({ at, followUp, tally }) => {
        return { at, followUp, tally }
      }),
    }
  })
  return { courses: await Promise.all(courses) }
}

const isBegun = (course: string, { lessons, exercises, scenarios, drills }: Progress): boolean =>
  (drills[course]?.rounds.length ?? 0) > 0 ||
  [lessons, exercises, scenarios].some((records) =>
    Object.keys(records).some((key) => key.startsWith(`${course}/`)),
  )

async function practices(library: Library, course: string, progress: Progress) {
  const ids = await library.scenarioIds(course)
  const found = ids.map(async (id): Promise<CourseReport['practices']> => {
    const record = progress.scenarios[scenarioKey(course, id)]
    if (!record) return []
    const { runs, best, lastAt } = record
    return [{ id, title: await titleOf(library, course, id), runs, best, lastAt }]
  })
  return (await Promise.all(found)).flat()
}

async function titleOf(library: Library, course: string, id: string): Promise<Titles> {
  const reading = await library.readScenario(course, id)
  return reading?.ok ? reading.value.title : { zh: id, en: id }
}
