import { readFile } from 'node:fs/promises'
import { print, printJson } from './output.ts'
import { only, parse, UsageError, type Verb } from './verb.ts'
import { withApp } from './with-app.ts'

const usage = 'grade COURSE/LESSON#EXERCISE --answer FILE [--json]'

/** The verdict that the learner would get; exit 0 where the answer is right. */
export const gradeVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      answer: { type: 'string' },
      json: { type: 'boolean' },
    })
    const [, course, lesson, exercise] =
      /^([^/#]+)\/([^/#]+)#([^/#]+)$/.exec(only(positionals, usage)) ?? []
    if (!course || !lesson || !exercise || values.answer === undefined) {
      throw new UsageError(`用法：zhizhi ${usage}`)
    }
    const answer = await readFile(values.answer, 'utf8').catch(() => {
      throw new UsageError(`读不到答案文件 ${String(values.answer)}`)
    })
    const verdict = await withApp((app) => app.learning.grade(course, lesson, exercise, answer))
    if (values.json) printJson(verdict)
    else print([verdict.message, ...verdict.notes].join('\n'))
    return verdict.correct ? 0 : 1
  },
}
