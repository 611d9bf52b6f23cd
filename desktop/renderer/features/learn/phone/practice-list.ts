import { ZhizhiError } from '../../../../contract/errors.ts'
import type { CourseSummary, LessonView } from '../../../../contract/learn.ts'
import type { AppClient } from '../../../rpc/connection.ts'
import { scenarioKey } from '../lesson/tasks.ts'

export interface PracticeEntry {
  readonly course: CourseSummary
  /** The lesson that it belongs to. */
  readonly lesson: string
  readonly scenario: string
  readonly title: { readonly zh: string; readonly en: string }
}

/**
 * The phone practices of the elders' courses in teaching order. What cannot be read is left out
 * here; the host tells of it when the app starts.
 */
export async function practiceList(
  client: AppClient,
  signal: AbortSignal,
): Promise<PracticeEntry[]> {
  const courses = await client.call('course.list', {}, { signal })
  const lessons = courses
    .filter(({ track }) => track === 'B')
    .flatMap((course) => course.lessons.map((lesson) => ({ course, lesson: lesson.id })))
  const found = await Promise.all(
    lessons.map(async ({ course, lesson }) => {
      const place = { course: course.id, lesson }
      const view = await readable(client.call('course.lesson', place, { signal }))
      return view ? entriesOf(client, course, view, signal) : []
    }),
  )
  return withoutRepeats(found.flat())
}

/** A practice that several lessons use is listed with the first. */
function withoutRepeats(entries: readonly PracticeEntry[]): PracticeEntry[] {
  const first = new Map<string, PracticeEntry>()
  for (const entry of entries) {
    const key = scenarioKey(entry.course.id, entry.scenario)
    if (!first.has(key)) first.set(key, entry)
  }
  return [...first.values()]
}

async function entriesOf(
  client: AppClient,
  course: CourseSummary,
  { lesson, blocks }: LessonView,
  signal: AbortSignal,
): Promise<PracticeEntry[]> {
  const scenarios = blocks.flatMap((block) => (block.kind === 'scenario' ? [block.scenario] : []))
  const entries = await Promise.all(
    scenarios.map(async (scenario) => {
      const input = { course: course.id, scenario }
      const read = await readable(client.call('course.scenario', input, { signal }))
      return read ? [{ course, lesson, scenario, title: read.title }] : []
    }),
  )
  return entries.flat()
}

/** `undefined` for what its author has to mend; every other failure is passed on. */
async function readable<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof ZhizhiError && mendable.has(error.code)) return undefined
    throw error
  }
}

const mendable: ReadonlySet<string> = new Set(['course_invalid', 'scenario_invalid', 'not_found'])

/** The practice after this one. */
export function practiceAfter(
  list: readonly PracticeEntry[],
  course: string,
  scenario: string,
): PracticeEntry | undefined {
  const at = list.findIndex((each) => each.course.id === course && each.scenario === scenario)
  return at < 0 ? undefined : list[at + 1]
}
