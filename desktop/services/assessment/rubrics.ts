import { ZhizhiError } from '../../contract/errors.ts'
import type { Programme } from '../../domain/assessment/programme.ts'
import { readRubric, type Rubric } from '../../domain/assessment/rubric.ts'
import type { Problem, Reading } from '../../domain/course/problem.ts'
import type { Content } from '../ports.ts'

/** A programme that ends with a work judged by a rubric. */
export interface WithRubric {
  readonly programme: Programme & { readonly capstone: string }
  readonly rubric: Rubric
}

interface Parts {
  readonly content: Pick<Content, 'text'>
  readonly programmes: { list(): Promise<Programme[]> }
}

export const rubricFile = (course: string): string => `courses/${course}/rubric.yaml`

/** The rubrics by which capstones are judged. */
export class Rubrics {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Programmes whose capstone has a rubric that can be read. */
  async list(): Promise<WithRubric[]> {
    const found = (await this.#parts.programmes.list()).map(async (programme) => {
      const { capstone } = programme
      const reading = capstone === undefined ? undefined : await this.read(capstone)
      if (capstone === undefined || !reading?.ok) return []
      return [{ programme: { ...programme, capstone }, rubric: reading.value }]
    })
    return (await Promise.all(found)).flat()
  }

  /** Throws `not_found`. */
  async of(programme: string): Promise<WithRubric> {
    const found = (await this.list()).find((one) => one.programme.id === programme)
    if (!found) throw new ZhizhiError('not_found', { what: `培训 ${programme} 的结业项目` })
    return found
  }

  /** Undefined where the course has none. */
  async read(course: string): Promise<Reading<Rubric> | undefined> {
    const file = rubricFile(course)
    const text = await this.#parts.content.text(file)
    return text === undefined ? undefined : readRubric(file, text)
  }

  /** What is wrong with the rubrics of these courses, and programmes whose capstone has none. */
  async problems(courses: readonly string[]): Promise<Problem[]> {
    const readings = await Promise.all(courses.map((course) => this.read(course)))
    const wrong = readings.flatMap((reading) =>
      reading && !reading.ok ? [...reading.problems] : [],
    )
    const judgedCourses = courses.filter((_, at) => readings[at] !== undefined)
    const programmes = await this.#parts.programmes.list()
    return [
      ...wrong,
      ...programmes.flatMap(({ id, capstone }) => {
        if (capstone === undefined || judgedCourses.includes(capstone)) return []
        const problem = `结业课 ${capstone} 没有评分表 rubric.yaml`
        return [{ file: `courses/programmes/${id}.yaml`, line: 1, problem }]
      }),
    ]
  }
}
