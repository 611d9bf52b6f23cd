import { ZhizhiError } from '../../contract/errors.ts'
import { readBank, type Bank } from '../../domain/assessment/bank.ts'
import type { Reading } from '../../domain/course/problem.ts'
import type { Content } from '../ports.ts'

export const bankFile = (course: string): string => `courses/${course}/bank.md`

/** The item banks among the content, one for a course. */
export class Banks {
  readonly #content: Pick<Content, 'text'>
  /** Read once as long as the file stays as it is: a sitting asks for it with every answer. */
  readonly #known = new Map<string, { readonly text: string; readonly reading: Reading<Bank> }>()

  constructor(content: Pick<Content, 'text'>) {
    this.#content = content
  }

  /** `undefined` where the course has none. */
  async read(course: string): Promise<Reading<Bank> | undefined> {
    const file = bankFile(course)
    const text = await this.#content.text(file)
    if (text === undefined) return undefined
    const known = this.#known.get(course)
    if (known?.text === text) return known.reading
    const reading = readBank(file, text)
    this.#known.set(course, { text, reading })
    return reading
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
