import type { Reading } from '../course/problem.ts'
import { readYaml } from '../course/yaml.ts'
import { rubricSchema, type Rubric } from './rubric-schema.ts'

const checkedSchema = rubricSchema.superRefine(({ pass, criteria }, context) => {
  const ids = criteria.map((criterion) => criterion.id)
  for (const [at, one] of ids.entries()) {
    if (ids.indexOf(one) === at) continue
    const message = `标准的 id “${one}” 用了两次，换一个`
    context.addIssue({ code: 'custom', path: ['criteria', at, 'id'], message })
  }
  const lowest = Math.min(...criteria.map(({ levels }) => levels.length))
  if (pass.each > lowest) {
    const message = `有一条标准最高只有 ${lowest} 分，谁也过不了`
    context.addIssue({ code: 'custom', path: ['pass', 'each'], message })
  }
  const most = highestTotal(criteria)
  if (pass.total > most) {
    const message = `满分是 ${most} 分，谁也过不了`
    context.addIssue({ code: 'custom', path: ['pass', 'total'], message })
  }
})

export type { Rubric }
export type Criterion = Rubric['criteria'][number]
export type Levels = Readonly<Record<string, number>>

export function readRubric(file: string, text: string): Reading<Rubric> {
  return readYaml({ file, line: 1, text }, checkedSchema)
}

/** The sum of the best levels. */
export const highestTotal = (criteria: readonly Pick<Criterion, 'levels'>[]): number =>
  criteria.reduce((all, { levels }) => all + levels.length, 0)

/** A rating held against a rubric that may have changed since it was given. */
export interface Judged {
  /** Of the rubric's own criteria, within their levels. */
  readonly levels: Levels
  /** Whether every criterion has a level. */
  readonly complete: boolean
  /** Criteria that the rubric no longer has, or levels that it no longer has. */
  readonly ignored: readonly string[]
  /** Of the levels that count. */
  readonly total: number
}

export function judged({ criteria }: Pick<Rubric, 'criteria'>, given: Levels): Judged {
  const known = criteria.flatMap((criterion): [string, number][] => {
    const level = Object.hasOwn(given, criterion.id) ? given[criterion.id] : undefined
    return level !== undefined && isLevel(criterion, level) ? [[criterion.id, level]] : []
  })
  const levels = Object.fromEntries(known)
  return {
    levels,
    complete: known.length === criteria.length,
    ignored: Object.keys(given).filter((one) => !Object.hasOwn(levels, one)),
    total: known.reduce((all, [, level]) => all + level, 0),
  }
}

const isLevel = ({ levels }: Criterion, level: number): boolean =>
  Number.isInteger(level) && level >= 1 && level <= levels.length
