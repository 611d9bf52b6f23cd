import { ZhizhiError } from '../../contract/errors.ts'
import { readBank, type Bank } from '../../domain/assessment/bank.ts'
import type { Reading } from '../../domain/course/problem.ts'
import type { Content } from '../ports.ts'

export const bankFile = (course: string): string => `courses/${course}/bank.md`

/** The item banks among the content, one for a course. */
export class Banks {
  readonly #content: Pick<Content, 'text'>

  constructor(content: Pick<Content, 'text'>) {
    this.#content = content
  }

  /** `undefined` where the course has none. */
  async read(course: string): Promise<Reading<Bank> | undefined> {
    const file = bankFile(course)
    const text = await this.#content.text(file)
    return text === undefined ? undefined : readBank(file, text)
  }

  /** Throws `not_found`, or `course_invalid` with the first thing that is wrong. */
  async bank(course: string): Promise<Bank> {
    const reading = await this.read(course)
    if (!reading) throw new ZhizhiError('not_found', { what: `题库 ${course}` })
    if (reading.ok) return reading.value
    const [first] = reading.problems
    const { file = bankFile(course), line = 1, problem = '' } = first ?? {}
    throw new ZhizhiError('course_invalid', { file, line, problem })
  }
}
