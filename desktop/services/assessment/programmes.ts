import { ZhizhiError } from '../../contract/errors.ts'
import type { Bank } from '../../domain/assessment/bank.ts'
import { readProgramme, type Programme } from '../../domain/assessment/programme.ts'
import { lacking } from '../../domain/assessment/select.ts'
import type { Problem } from '../../domain/course/problem.ts'
import type { Content } from '../ports.ts'
import type { Banks } from './banks.ts'

const folder = 'courses/programmes'
const ending = '.yaml'

/** The programmes among the content. */
export class Programmes {
  readonly #content: Pick<Content, 'text' | 'list'>
  readonly #banks: Banks

  constructor(content: Pick<Content, 'text' | 'list'>, banks: Banks) {
    this.#content = content
    this.#banks = banks
  }

  /** All that can be read, in the order of their files. */
  async list(): Promise<Programme[]> {
    const readings = await this.#readings()
    return readings.flatMap(({ reading }) => (reading.ok ? [reading.value] : []))
  }

  /** Throws `not_found`. */
  async programme(id: string): Promise<Programme> {
    const found = (await this.list()).find((one) => one.id === id)
    if (!found) throw new ZhizhiError('not_found', { what: `培训 ${id}` })
    return found
  }

  /** The banks of its courses that can be read. */
  async banksOf({ courses }: Programme): Promise<Map<string, Bank>> {
    const each = courses.map(async ({ course }): Promise<[string, Bank][]> => {
      const reading = await this.#banks.read(course)
      return reading?.ok ? [[course, reading.value]] : []
    })
    return new Map((await Promise.all(each)).flat())
  }

  /** What is wrong with programmes, and what their courses' banks lack. */
  async problems(): Promise<Problem[]> {
    const folders = await this.#content.list('courses')
    const each = (await this.#readings()).map(async ({ file, reading }): Promise<Problem[]> => {
      if (!reading.ok) return [...reading.problems]
      const told = (problem: string) => ({ file, line: 1, problem })
      const wrongName = `${folder}/${reading.value.id}${ending}` === file ? [] : ['id 应与文件同名']
      // a certificate names what it is for by this id alone
      const clash = folders.includes(reading.value.id) ? ['id 和一门课相同，证书会分不清'] : []
      const banks = await this.banksOf(reading.value)
      const lacks = reading.value.courses.flatMap(({ course, core }) => {
        const bank = banks.get(course)
        const words = bank ? lacking(core, bank) : ['没有题库 bank.md']
        return words.map((word) => `${course}：${word}`)
      })
      return [...wrongName, ...clash, ...lacks].map(told)
    })
    return (await Promise.all(each)).flat()
  }

  async #readings() {
    const names = (await this.#content.list(folder)).filter((name) => name.endsWith(ending))
    return Promise.all(
      names.toSorted().map(async (name) => {
        const file = `${folder}/${name}`
        return { file, reading: readProgramme(file, (await this.#content.text(file)) ?? '') }
      }),
    )
  }
}
