import type { PhonePractice } from '../../../contract/lan-wire.ts'
import type { Titles } from '../../../domain/course/titles.ts'
import type { Scenario } from '../../../domain/simulation/scenario.ts'
import type { SessionRecord } from '../../../domain/classroom/record.ts'
import type { Library } from '../../learning/library.ts'

/** What is practised in a class: read once when it opens, so that nobody's run changes midway. */
export interface Programme {
  readonly lesson: Titles | null
  readonly practices: PhonePractice[]
  scenario(course: string, id: string): Scenario | undefined
}

/**
 * The practices of the session's lesson first, then the others of its course; without a course, those
 * of all courses for elders. A practice that cannot be read is left out.
 */
export async function readProgramme(
  library: Library,
  { course, lesson }: Pick<SessionRecord, 'course' | 'lesson'>,
): Promise<Programme> {
  const courses = course === null ? await elderCourses(library) : [course]
  const scenarios = new Map<string, Scenario>()
  const practices: PhonePractice[] = []
  for (const id of courses) {
    for (const scenario of await scenarioIds(library, id, lesson)) {
      const reading = await library.readScenario(id, scenario)
      if (!reading?.ok) continue
      scenarios.set(`${id}/${scenario}`, reading.value)
      practices.push({ course: id, scenario, title: reading.value.title })
    }
  }
  return {
    lesson: course === null || lesson === null ? null : await lessonTitle(library, course, lesson),
    practices,
    scenario: (of, id) => scenarios.get(`${of}/${id}`),
  }
}

async function elderCourses(library: Library): Promise<string[]> {
  const courses = await library.courses()
  return courses.filter(({ course }) => course.track === 'B').map(({ course }) => course.id)
}

async function scenarioIds(
  library: Library,
  course: string,
  lesson: string | null,
): Promise<ReadonlySet<string>> {
  const reading = lesson === null ? undefined : await library.readLesson(course, lesson)
  const blocks = reading?.ok ? reading.value.blocks : []
  const own = blocks.flatMap((block) => (block.kind === 'scenario' ? [block.scenario] : []))
  return new Set([...own, ...(await library.scenarioIds(course))])
}

async function lessonTitle(
  library: Library,
  course: string,
  lesson: string,
): Promise<Titles | null> {
  const reading = await library.readLesson(course, lesson)
  return reading?.ok ? reading.value.title : null
}
