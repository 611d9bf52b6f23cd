import type { Titles } from '../../domain/course/titles.ts'
import type { Exercise } from '../../domain/course/exercise.ts'
import { objectiveTitle, type Outline } from '../../domain/course/outline.ts'
import { exerciseKey, scenarioKey } from '../../domain/course/record.ts'
import type { Practice } from '../../domain/classroom/levels.ts'
import type { LessonFacts } from '../../domain/classroom/report.ts'
import type { Library } from '../learning/library.ts'
import { findOutline } from '../learning/outlines.ts'

export const noFacts: LessonFacts = { objectives: [], practices: [] }

/** A lesson with its course, as far as a report asks. */
export interface LessonOf {
  readonly outline: Outline
  readonly title: Titles
  readonly facts: LessonFacts
}

/** Nothing where no lesson was named, or it is no longer among the content. */
export async function lessonOf(
  library: Library,
  course: string | null,
  lesson: string | null,
): Promise<LessonOf | undefined> {
  if (course === null || lesson === null) return undefined
  const outline = await findOutline(library, course)
  const entry = outline?.lessons.find(({ id }) => id === lesson)
  if (!outline || !entry) return undefined
  const found = [
    ...(await scenariosOf(library, outline, lesson)),
    ...(await exercisesOf(library, outline, lesson)),
  ]
  const practices = found.map((one) => ({ ...one, objective: one.objective ?? one.key }))
  const alone = found.filter(({ objective }) => objective === null)
  const ids = [...entry.objectives, ...practices.map(({ objective }) => objective)]
  const objectives = [...new Set(ids)].map((id) => {
    // what practises several things at once stands for itself
    const practice = alone.find(({ key }) => key === id)
    return { id, title: practice ? named(practice) : objectiveTitle(outline.course, id) }
  })
  return { outline, title: entry.title, facts: { objectives, practices } }
}

const named = ({ title: { zh, en } }: Practice): Titles => {
  return { zh: `练习“${zh}”`, en: `Practice “${en}”` }
}

async function exercisesOf(
  library: Library,
  { course, items }: Outline,
  lesson: string,
): Promise<Practice[]> {
  const own = items.filter((item) => item.lesson === lesson && item.form === null)
  const exercises = await exercisesIn(library, course.id, lesson)
  return own.map(({ id, objective, shows }) => {
    const asked = exercises.find((one) => one.id === id)?.ask ?? id
    const title = { zh: shortAsk(asked), en: shortAsk(asked) }
    return { kind: 'exercise', key: exerciseKey(course.id, lesson, id), title, objective, shows }
  })
}

async function scenariosOf(
  library: Library,
  { course, lessons, scenarios }: Outline,
  lesson: string,
): Promise<Practice[]> {
  const own = scenarios.filter((one) => one.lesson === lesson)
  const [only, ...others] = lessons.find(({ id }) => id === lesson)?.objectives ?? []
  const fallback = others.length === 0 ? (only ?? null) : null
  const read = own.map(async ({ id }): Promise<Practice[]> => {
    const reading = await library.readScenario(course.id, id)
    if (!reading?.ok) return []
    const { title, objective = fallback } = reading.value
    return [{ kind: 'scenario', key: scenarioKey(course.id, id), title, objective, shows: 'alone' }]
  })
  return (await Promise.all(read)).flat()
}

/** None where the lesson cannot be read. */
export async function exercisesIn(
  library: Library,
  course: string,
  lesson: string,
): Promise<Exercise[]> {
  const reading = await library.readLesson(course, lesson)
  if (!reading?.ok) return []
  return reading.value.blocks.flatMap((block) =>
    block.kind === 'exercise' ? [block.exercise] : [],
  )
}

const longest = 24

/** The beginning of what an exercise asks, without the signs of Markdown. */
export function shortAsk(ask: string): string {
  const plain = ask
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#>|]/g, '')
    .replace(/“/g, '‘')
    .replace(/”/g, '’')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.length > longest ? `${plain.slice(0, longest)}……` : plain
}
