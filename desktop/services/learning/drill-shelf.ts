import type { Problem, Reading } from '../../domain/course/problem.ts'
import { readYaml } from '../../domain/course/yaml.ts'
import { drillSchema, type Drill } from '../../domain/simulation/drill.ts'
import type { Content } from '../ports.ts'

/** The fraud drills among the content, a file for each scheme. */
export class DrillShelf {
  readonly #content: Content

  constructor(content: Content) {
    this.#content = content
  }

  /** Schemes of a course, by their files' names. */
  async ids(course: string): Promise<string[]> {
    if (!isName(course)) return []
    const names = await this.#content.list(drillFolder(course))
    return names
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.slice(0, -'.yaml'.length))
      .toSorted()
  }

  async read(course: string, id: string): Promise<Reading<Drill> | undefined> {
    if (!isName(course) || !isName(id)) return undefined
    const file = drillFile(course, id)
    const text = await this.#content.text(file)
    if (text === undefined) return undefined
    const reading = readYaml({ file, line: 1, text }, drillSchema)
    if (!reading.ok || reading.value.id === id) return reading
    const problem = `id 写的是“${reading.value.id}”，应与文件同名：“${id}”`
    return { ok: false, problems: [{ file, line: 1, problem }] }
  }

  /** The drills that can be read; what is broken in one file leaves the others usable. */
  async of(course: string): Promise<Drill[]> {
    const readings = await this.#readings(course)
    return readings.flatMap((reading) => (reading.ok ? [reading.value] : []))
  }

  /** What keeps drills out of that list. */
  async problems(course: string): Promise<Problem[]> {
    const readings = await this.#readings(course)
    return readings.flatMap((reading) => (reading.ok ? [] : reading.problems))
  }

  async #readings(course: string): Promise<Reading<Drill>[]> {
    const ids = await this.ids(course)
    const readings = await Promise.all(ids.map((id) => this.read(course, id)))
    return readings.filter((reading) => reading !== undefined)
  }
}

export const drillFolder = (course: string): string => `courses/${course}/drills`

export const drillFile = (course: string, id: string): string => `${drillFolder(course)}/${id}.yaml`

const isName = (name: string): boolean => /^[a-z0-9][a-z0-9-]*$/.test(name)
