import { testLesson } from '../../domain/course/course.ts'
import type { Lesson } from '../../domain/course/lesson.ts'
import { itemsOf, type Outline, type OutlineLesson } from '../../domain/course/outline.ts'
import type { CourseEntry, Library } from './library.ts'

/** All courses with what their lessons are there for; a broken lesson has no exercises. */
export async function readOutlines(library: Library): Promise<Outline[]> {
  const entries = await library.courses()
  return Promise.all(entries.map((entry) => readOutline(library, entry)))
}

/** One course's; `undefined` where it is not installed or cannot be read. */
export async function findOutline(library: Library, id: string): Promise<Outline | undefined> {
  const entries = await library.courses()
  const entry = entries.find(({ course }) => course.id === id)
  return entry && readOutline(library, entry)
}

async function readOutline(library: Library, { course, lessons }: CourseEntry): Promise<Outline> {
  const ids = [...lessons.map(({ id }) => id), testLesson]
  const read = await Promise.all(
    ids.map(async (id): Promise<[string, Lesson][]> => {
      const reading = await library.readLesson(course.id, id)
      return reading?.ok ? [[id, reading.value]] : []
    }),
  )
  const texts = new Map(read.flat())
  return {
    course,
    lessons: lessons.map(({ id, title, minutes }): OutlineLesson => {
      return { id, title, minutes, objectives: texts.get(id)?.objectives ?? [] }
    }),
    items: [...texts].flatMap(([id, lesson]) => itemsOf(id, lesson)),
    scenarios: [...texts].flatMap(([lesson, { blocks }]) =>
      blocks.flatMap((block) =>
        block.kind === 'scenario' ? [{ id: block.scenario, lesson }] : [],
      ),
    ),
  }
}
