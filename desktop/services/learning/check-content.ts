import type { Exercise } from '../../domain/course/exercise.ts'
import { testLesson, type Course } from '../../domain/course/course.ts'
import type { Lesson, LessonBlock } from '../../domain/course/lesson.ts'
import { lintCourse, lintLesson } from '../../domain/course/lint-objectives.ts'
import type { Problem } from '../../domain/course/problem.ts'
import { lineOf } from '../../domain/course/yaml.ts'
import { proveScenario } from '../../domain/simulation/prove.ts'
import { bankFile } from '../assessment/banks.ts'
import type { Programmes } from '../assessment/programmes.ts'
import { Rubrics } from '../assessment/rubrics.ts'
import type { BankCheck, BankCount, ItemVariety } from '../assessment/check-bank.ts'
import type { Content } from '../ports.ts'
import { checkDrills, type DrillCount } from './check-drills.ts'
import { drillFile, drillFolder, type DrillShelf } from './drill-shelf.ts'
import type { Exercises } from './exercises.ts'
import { courseFile, lessonFile, scenarioFile, type Library } from './library.ts'
import { oneLine } from './one-line.ts'
import { TextLint } from './lint.ts'
import { proofOf } from './proof-of.ts'

interface Count {
  readonly proven: number
  readonly total: number
}

export interface ContentReport {
  readonly errors: readonly Problem[]
  /** Nothing is wrong there, but an author should look: a slip that the data cannot tell apart. */
  readonly remarks: readonly Problem[]
  readonly exercises: Count & { readonly kinds: Readonly<Partial<Record<Exercise['kind'], Count>>> }
  readonly scenarios: { readonly proven: number; readonly total: number; readonly states: number }
  readonly drills: DrillCount
  readonly banks: BankCount
}

interface Parts {
  readonly content: Content
  readonly library: Library
  readonly shelf: DrillShelf
  readonly exercises: Exercises
  readonly banks: BankCheck
  readonly programmes: Programmes
  /** Nothing more is begun once it has come. */
  readonly signal?: AbortSignal | undefined
}

/** Lints courses and proves their exercises and scenarios. */
export class ContentCheck {
  readonly #parts: Parts
  readonly #paths: readonly string[]
  readonly #lint: TextLint
  readonly #errors: Problem[] = []
  readonly #remarks: Problem[] = []
  readonly #kinds: Partial<Record<Exercise['kind'], { proven: number; total: number }>> = {}
  readonly #scenarios = { proven: 0, total: 0, states: 0 }
  readonly #drills = { messages: 0, genuine: 0, schemes: 0 }
  readonly #banks = { items: 0, proven: 0, draws: 0, variety: [] as ItemVariety[] }

  /** @param paths files or folders below the content's root; none: everything */
  constructor(parts: Parts, paths: readonly string[]) {
    this.#parts = parts
    this.#lint = new TextLint(parts.content, parts.library)
    this.#paths = paths.map((path) => path.replace(/^\.\//, '').replace(/\/+$/, ''))
  }

  async run(): Promise<ContentReport> {
    const { library, programmes } = this.#parts
    const rubrics = new Rubrics(this.#parts)
    const broken = [
      ...(await library.problems()),
      ...(await this.#lint.shared()),
      ...(await programmes.problems()),
      ...(await rubrics.problems(await library.courseIds())),
    ]
    this.#errors.push(...broken.filter(({ file }) => this.#asked(file)))
    const read = new Map((await library.courses()).map((entry) => [entry.course.id, entry.course]))
    for (const course of await library.courseIds()) {
      const known = read.get(course)
      if (known) this.#course(known)
      if (await this.#hasTest(course)) await this.#lesson(course, testLesson, known)
      for (const lesson of await library.lessonIds(course))
        await this.#lesson(course, lesson, known)
      for (const scenario of await library.scenarioIds(course)) {
        await this.#scenario(course, scenario)
      }
      await this.#drillsOf(course, known)
      if (known && this.#asked(bankFile(course))) await this.#bank(known)
    }
    return {
      errors: this.#errors,
      remarks: this.#remarks,
      exercises: { ...sum(Object.values(this.#kinds)), kinds: this.#kinds },
      scenarios: this.#scenarios,
      drills: this.#drills,
      banks: this.#banks,
    }
  }

  #asked(file: string): boolean {
    if (this.#parts.signal?.aborted) return false
    if (this.#paths.length === 0) return true
    return this.#paths.some((path) => file === path || file.startsWith(`${path}/`))
  }

  #course(course: Course): void {
    const file = courseFile(course.id)
    if (this.#asked(file)) this.#errors.push(...lintCourse(file, course))
  }

  async #hasTest(course: string): Promise<boolean> {
    return (await this.#parts.library.readLesson(course, testLesson)) !== undefined
  }

  async #lesson(course: string, id: string, known: Course | undefined): Promise<void> {
    const file = lessonFile(course, id)
    if (!this.#asked(file)) return
    const reading = await this.#parts.library.readLesson(course, id)
    if (!reading) this.#errors.push({ file, line: 1, problem: '这一课没有 lesson.md' })
    else if (!reading.ok) this.#errors.push(...reading.problems)
    else {
      if (known) this.#errors.push(...lintLesson(known, id, reading.value))
      const { errors, remarks } = await this.#lint.lesson(reading.value, course)
      this.#errors.push(...errors)
      this.#remarks.push(...remarks)
      for (const block of reading.value.blocks) await this.#block(course, id, reading.value, block)
    }
  }

  async #block(course: string, id: string, lesson: Lesson, block: LessonBlock): Promise<void> {
    const { exercises, library } = this.#parts
    if (!('line' in block)) return
    const { file } = lesson
    const { line } = block
    const told = (problem: string): Problem => ({ file, line, problem })
    if (block.kind === 'scenario') {
      if (await library.readScenario(course, block.scenario)) return
      this.#errors.push(told(`没有 ${scenarioFile(course, block.scenario)} 这个手机练习`))
      return
    }
    if (block.kind === 'drill') {
      this.#errors.push(...(await this.#missingSchemes(course, block.schemes)).map(told))
      return
    }
    if (block.kind === 'exercise') {
      await this.#exercise(course, id, lesson, block.exercise, told)
      return
    }
    try {
      await exercises.demo(lesson, block.sql, undefined)
    } catch (error) {
      this.#errors.push(told(`示例查询运行不了：${oneLine(error)}`))
    }
  }

  async #missingSchemes(course: string, schemes: readonly string[]): Promise<string[]> {
    const known = await this.#parts.shelf.ids(course)
    if (known.length === 0) return [`没有 ${drillFolder(course)} 这个文件夹，演练没有消息可用`]
    const missing = schemes.filter((scheme) => !known.includes(scheme))
    return missing.map((scheme) => `没有 ${drillFile(course, scheme)} 这一种演练`)
  }

  async #drillsOf(course: string, known: Course | undefined): Promise<void> {
    const asked = (file: string) => this.#asked(file)
    const { errors, remarks, ...count } = await checkDrills(
      { ...this.#parts, asked },
      course,
      known,
    )
    this.#errors.push(...errors)
    this.#remarks.push(...remarks)
    this.#drills.messages += count.messages
    this.#drills.genuine += count.genuine
    this.#drills.schemes += count.schemes
  }

  async #bank(course: Course): Promise<void> {
    const { errors, remarks, ...count } = await this.#parts.banks.course(course)
    this.#errors.push(...errors)
    this.#remarks.push(...remarks)
    this.#banks.items += count.items
    this.#banks.proven += count.proven
    this.#banks.draws += count.draws
    this.#banks.variety.push(...count.variety)
  }

  async #exercise(
    course: string,
    id: string,
    lesson: Lesson,
    exercise: Exercise,
    told: (problem: string) => Problem,
  ): Promise<void> {
    const counts = (this.#kinds[exercise.kind] ??= { proven: 0, total: 0 })
    counts.total += 1
    const proof = await proofOf(this.#parts.exercises, course, id, lesson, exercise)
    const name = `练习 ${exercise.id}：`
    this.#errors.push(...proof.faults.map((fault) => told(name + fault)))
    this.#remarks.push(...proof.remarks.map((remark) => told(name + remark)))
    if (proof.faults.length === 0) counts.proven += 1
  }

  async #scenario(course: string, id: string): Promise<void> {
    const file = scenarioFile(course, id)
    if (!this.#asked(file)) return
    this.#scenarios.total += 1
    const reading = await this.#parts.library.readScenario(course, id)
    if (!reading?.ok) {
      this.#errors.push(...(reading?.problems ?? []))
      return
    }
    const { faults, states } = proveScenario(reading.value)
    this.#scenarios.states += states
    if (faults.length === 0) this.#scenarios.proven += 1
    const text = (await this.#parts.content.text(file)) ?? ''
    this.#errors.push(
      ...faults.map(({ path, problem }) => ({
        file,
        line: lineOf({ file, line: 1, text }, path),
        problem,
      })),
    )
  }
}

const sum = (counts: readonly Count[]): Count => ({
  proven: counts.reduce((all, { proven }) => all + proven, 0),
  total: counts.reduce((all, { total }) => all + total, 0),
})
