import type { CourseSummary, Progress } from '../../../../contract/learn.ts'
import { title } from '../../../app/i18n.svelte.ts'
import { href } from '../../../app/paths.ts'
import { scenarioKey } from '../lesson/tasks.ts'
import type { PracticeEntry } from '../phone/practice-list.ts'
import { t as phone } from '../phone/messages.ts'
import type { ElderChoice } from './choice.ts'
import { t } from './messages.ts'

/** What elder mode offers to practise, as choices. */

const bestOf = ({ course, scenario }: PracticeEntry, { scenarios }: Progress) =>
  scenarios[scenarioKey(course.id, scenario)]?.best

export const practiceChoice = (entry: PracticeEntry, progress: Progress): ElderChoice => {
  const best = bestOf(entry, progress)
  return {
    href: href('scenario', { course: entry.course.id, scenario: entry.scenario }),
    label: title(entry.title),
    note: best ? phone.best[best] : undefined,
  }
}

/** The first that was never brought to its end; everything done, the first of all. */
export const nextPractice = (
  entries: readonly PracticeEntry[],
  progress: Progress,
): PracticeEntry | undefined => entries.find((entry) => !bestOf(entry, progress)) ?? entries[0]

/** Courses that have practices, each with how many of them were brought to their end. */
export function courseChoices(
  entries: readonly PracticeEntry[],
  progress: Progress,
): ElderChoice[] {
  const courses = new Map<string, CourseSummary>(entries.map(({ course }) => [course.id, course]))
  return [...courses.values()].map((course) => {
    const own = entries.filter((entry) => entry.course.id === course.id)
    const done = own.filter((entry) => bestOf(entry, progress)).length
    return {
      href: `${href('practice')}?course=${course.id}`,
      label: title(course.title),
      note: t.practised(done, own.length),
    }
  })
}
