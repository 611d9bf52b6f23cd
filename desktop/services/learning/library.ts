import { ZhizhiError } from '../../contract/errors.ts'
import { isLessonFolder, readCourse, testLesson, type Course } from '../../domain/course/course.ts'
import { type Titles } from '../../domain/course/titles.ts'
import { readHead, readLesson, type Lesson } from '../../domain/course/lesson.ts'
import type { Problem, Reading } from '../../domain/course/problem.ts'
import { tableFiles, withTables } from '../../domain/course/repair/in-lesson.ts'
import { readYaml } from '../../domain/course/yaml.ts'
import { scenarioSchema, type Scenario } from '../../domain/simulation/scenario.ts'
import type { Content } from '../ports.ts'

const byNumber = new Intl.Collator('en', { numeric: true })

/** A lesson as its course lists it, before its blocks are read. */
export interface LessonEntry {
  readonly id: string
  readonly title: Titles
  readonly minutes: number
  readonly datasets: string[]
}

export interface CourseEntry {
  readonly course: Course
  readonly lessons: readonly LessonEntry[]
}

/** The courses among the content. What is broken in one lesson leaves the others usable. */
export class Library {
  readonly #content: Content

  constructor(content: Content) {
    this.#content = content
  }

  /** All courses that can be read, in the order of their ids. */
  async courses(): Promise<CourseEntry[]> {
    const readings = await this.#readings()
    const courses = readings.flatMap((reading) => (reading.ok ? [reading.value] : []))
    return Promise.all(
      courses.map(async (course) => ({ course, lessons: await this.#lessonsOf(course.id) })),
    )
  }

  /** What keeps courses out of that list. */
  async problems(): Promise<Problem[]> {
    const readings = await this.#readings()
    return readings.flatMap((reading) => (reading.ok ? [] : reading.problems))
  }

  /** Throws `not_found`, or `course_invalid` with the first thing that is wrong. */
  async lesson(course: string, lesson: string): Promise<Lesson> {
    const reading = await this.readLesson(course, lesson)
    if (!reading) throw new ZhizhiError('not_found', { what: `课 ${course}/${lesson}` })
    if (!reading.ok) throw invalidCourse(reading.problems)
    return reading.value
  }

  /** Throws `not_found`, or `scenario_invalid` with the first thing that is wrong. */
  async scenario(course: string, id: string): Promise<Scenario> {
    const reading = await this.readScenario(course, id)
    if (!reading) throw new ZhizhiError('not_found', { what: `手机练习 ${course}/${id}` })
    if (reading.ok) return reading.value
    const [first] = reading.problems
    const problem = `第 ${first?.line ?? 1} 行，${first?.problem ?? ''}`
    throw new ZhizhiError('scenario_invalid', { file: first?.file ?? id, problem })
  }

  async readLesson(course: string, lesson: string): Promise<Reading<Lesson> | undefined> {
    if (!isName(course) || !(isLessonFolder(lesson) || lesson === testLesson)) return undefined
    const file = lessonFile(course, lesson)
    const text = await this.#content.text(file)
    if (text === undefined) return undefined
    const reading = readLesson(file, text)
    return reading.ok ? this.#withTables(`courses/${course}/${lesson}`, reading.value) : reading
  }

  async #withTables(folder: string, lesson: Lesson): Promise<Reading<Lesson>> {
    const files = new Map<string, string>()
    for (const name of tableFiles(lesson)) {
      const text = await this.#content.text(`${folder}/${name}`)
      if (text !== undefined) files.set(name, text)
    }
    return withTables(lesson, files)
  }

  async readScenario(course: string, id: string): Promise<Reading<Scenario> | undefined> {
    if (!isName(course) || !isName(id)) return undefined
    const file = scenarioFile(course, id)
    const text = await this.#content.text(file)
    if (text === undefined) return undefined
    const reading = readYaml({ file, line: 1, text }, scenarioSchema)
    if (!reading.ok || reading.value.id === id) return reading
    const problem = `id 写的是“${reading.value.id}”，应与文件同名：“${id}”`
    return { ok: false, problems: [{ file, line: 1, problem }] }
  }

  async lessonIds(course: string): Promise<string[]> {
    const names = await this.#content.list(`courses/${course}`)
    return names.filter(isLessonFolder).toSorted()
  }

  async scenarioIds(course: string): Promise<string[]> {
    const names = await this.#content.list(`courses/${course}/scenarios`)
    return names
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.slice(0, -'.yaml'.length))
      .toSorted()
  }

  /** In the order in which they are taken: a10 comes after a9. */
  async courseIds(): Promise<string[]> {
    return (await this.#content.list('courses')).filter(isName).toSorted(byNumber.compare)
  }

  async #readings(): Promise<Reading<Course>[]> {
    const ids = await this.courseIds()
    const readings = await Promise.all(ids.map((id) => this.#readCourse(id)))
    return readings.filter((reading) => reading !== undefined)
  }

  async #readCourse(id: string): Promise<Reading<Course> | undefined> {
    const file = courseFile(id)
    const text = await this.#content.text(file)
    if (text === undefined) return undefined
    const reading = readCourse(file, text)
    if (!reading.ok || reading.value.id === id) return reading
    const problem = `id 写的是“${reading.value.id}”，应与文件夹同名：“${id}”`
    return { ok: false, problems: [{ file, line: 1, problem }] }
  }

  async #lessonsOf(course: string): Promise<LessonEntry[]> {
    const ids = await this.lessonIds(course)
    const entries = ids.map(async (id) => {
      const file = lessonFile(course, id)
      const head = readHead(file, (await this.#content.text(file)) ?? '')
      // A lesson that cannot be read is listed by its folder: opening it says what is wrong.
      if (!head.ok) return { id, title: { zh: id, en: id }, minutes: 0, datasets: [] }
      const { title, minutes, datasets } = head.value
      return { id, title, minutes, datasets: [...datasets] }
    })
    return Promise.all(entries)
  }
}

export const courseFile = (course: string): string => `courses/${course}/course.yaml`

export const lessonFile = (course: string, lesson: string): string =>
  lesson === testLesson ? `courses/${course}/test.md` : `courses/${course}/${lesson}/lesson.md`

export const scenarioFile = (course: string, id: string): string =>
  `courses/${course}/scenarios/${id}.yaml`

const isName = (name: string): boolean => /^[a-z0-9][a-z0-9-]*$/.test(name)

function invalidCourse(problems: readonly Problem[]): ZhizhiError {
  const [first, ...others] = problems
  const rest = others.length > 0 ? `（另有 ${others.length} 处）` : ''
  return new ZhizhiError('course_invalid', {
    file: first?.file ?? '',
    line: first?.line ?? 1,
    problem: `${first?.problem ?? ''}${rest}`,
  })
}
