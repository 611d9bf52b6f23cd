import { ZhizhiError } from '../../contract/errors.ts'
import type { CourseView, StandingView, TestsView } from '../../contract/learner.ts'
import { competence } from '../../domain/course/competences.ts'
import { testItems, type Outline } from '../../domain/course/outline.ts'
import { lessonKey, type Progress } from '../../domain/course/record.ts'
import {
  mayBeSkipped,
  standings,
  testOutcome,
  type ObjectiveStanding,
} from '../../domain/course/standing.ts'
import type { Library } from './library.ts'
import { findOutline } from './outlines.ts'

/** A course's own page: what it teaches, and where the learner stands; its drills apart. */
export async function courseView(
  library: Library,
  id: string,
  progress: Progress,
): Promise<Omit<CourseView, 'drill'>> {
  const outline = await findOutline(library, id)
  if (!outline) throw new ZhizhiError('not_found', { what: `课程 ${id}` })
  const { course } = outline
  const all = standings(outline, progress)
  const installed = new Map((await library.courses()).map((one) => [one.course.id, one.course]))
  return {
    ...{ id, track: course.track, title: course.title, summary: course.summary },
    minutes: course.minutes,
    prerequisites: course.prerequisites.map((before) => {
      return { id: before, title: installed.get(before)?.title ?? null }
    }),
    competences: course.competences.map((code) => {
      return { code, name: competence(code)?.name ?? null }
    }),
    sources: course.sources.map((source) => ({ ...source })),
    objectives: all.map(standingView),
    lessons: outline.lessons.map(({ objectives, ...lesson }) => ({
      ...lesson,
      objectives: [...objectives],
      skippable: mayBeSkipped({ objectives }, all),
      aside: progress.aside[lessonKey(id, lesson.id)] !== undefined,
    })),
    tests: testsView(outline, progress),
    progress,
  }
}

export const standingView = (standing: ObjectiveStanding): StandingView => ({ ...standing })

export function testsView(outline: Outline, progress: Progress): TestsView {
  if (testItems(outline).length === 0) return null
  const told = (form: 'A' | 'B') => {
    const { decisions, ...rest } = testOutcome(outline, progress, form)
    return { ...rest, decisions: [...decisions] }
  }
  return { before: told('A'), after: told('B') }
}
