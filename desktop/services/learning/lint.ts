import type { Course } from '../../domain/course/course.ts'
import type { Lesson } from '../../domain/course/lesson.ts'
import {
  lintLesson,
  titleProblems,
  type Lint,
  type LinkTargets,
} from '../../domain/course/lint-text.ts'
import type { Problem } from '../../domain/course/problem.ts'
import { glossaryFile, readGlossary } from '../../domain/course/term.ts'
import type { Content } from '../ports.ts'
import { kept } from '../kept.ts'
import type { Library } from './library.ts'

/** Lints the text of lessons against all that they may lead to, which is gathered once. */
export class TextLint {
  readonly #content: Content
  readonly #library: Library

  constructor(content: Content, library: Library) {
    this.#content = content
    this.#library = library
  }

  async lesson(lesson: Lesson, course: string): Promise<Lint> {
    const source = (await this.#content.text(lesson.file)) ?? ''
    const track = (await this.#courses()).find(({ id }) => id === course)?.track
    return lintLesson(source, lesson, track, await this.#targets())
  }

  /** What is wrong with the glossary and with the courses' own titles. */
  async shared(): Promise<Problem[]> {
    const text = await this.#content.text(glossaryFile)
    const reading = text === undefined ? undefined : readGlossary(text)
    const courses = (await this.#courses()).flatMap(({ id, title }) =>
      titleProblems(title).map((problem) => ({
        file: `courses/${id}/course.yaml`,
        line: 3,
        problem,
      })),
    )
    return [...(reading?.ok === false ? reading.problems : []), ...courses]
  }

  readonly #courses = kept(async (): Promise<Course[]> =>
    (await this.#library.courses()).map(({ course }) => course),
  )

  readonly #targets = kept(async (): Promise<LinkTargets> => {
    const ids = await this.#library.courseIds()
    const inAll = async (list: (course: string) => Promise<string[]>) => {
      const each = ids.map(async (id) => (await list(id)).map((part) => `${id}/${part}`))
      return new Set((await Promise.all(each)).flat())
    }
    const text = await this.#content.text(glossaryFile)
    const glossary = text === undefined ? undefined : readGlossary(text)
    const notebooks = await this.#content.list('notebooks')
    return {
      terms: new Set(glossary?.ok ? glossary.value.map(({ id }) => id) : []),
      lessons: await inAll((id) => this.#library.lessonIds(id)),
      scenarios: await inAll((id) => this.#library.scenarioIds(id)),
      datasets: new Set(await this.#content.list('datasets')),
      notebooks: new Set(notebooks.map((name) => name.replace(/\.md$/, ''))),
    }
  })
}
