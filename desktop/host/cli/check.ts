import { stringify } from 'yaml'
import { print, printJson } from './output.ts'
import { only, parse, wholeNumber, type Verb } from './verb.ts'
import { withApp } from './with-app.ts'

const usage = 'check [PATH]… [--json] [--draw SEED]'

/** Lints courses, datasets and notebooks, and proves the exercises; exit 1 on any error. */
export const checkVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      json: { type: 'boolean' },
      draw: { type: 'string' },
    })
    if (values.draw !== undefined) return printDrawn(positionals, values.draw)
    const report = await withApp(async (app) => {
      const content = await app.learning.checkContent(positionals)
      const files = await app.checkFiles(positionals)
      return { ...content, errors: [...content.errors, ...files] }
    })
    if (values.json) printJson(report)
    else {
      const { errors, remarks, exercises, scenarios, drills, banks } = report
      for (const { file, line, problem } of errors) print(`${file}:${line} ${problem}`)
      for (const { file, line, problem } of remarks) print(`${file}:${line} （请看一看）${problem}`)
      const kinds = Object.entries(exercises.kinds).map(([kind, { total }]) => `${kind} ${total}`)
      const of = kinds.length > 0 ? `（${kinds.join('，')}）` : ''
      print(`练习：${exercises.total} 道，已证明 ${exercises.proven} 道${of}`)
      print(
        `情景：${scenarios.total} 个，已证明 ${scenarios.proven} 个，共 ${scenarios.states} 个状态`,
      )
      if (drills.messages > 0) {
        const { messages, genuine, schemes } = drills
        print(`演练：${schemes} 种，${messages} 条消息，其中真的 ${genuine} 条`)
      }
      if (banks.items > 0) {
        print(`题库：${banks.items} 道，已证明 ${banks.proven} 道，抽题 ${banks.draws} 次`)
      }
    }
    return report.errors.length === 0 ? 0 : 1
  },
}

/** Prints a course's item bank as it would be drawn with a seed, so that its author can read it. */
async function printDrawn(positionals: readonly string[], draw: string): Promise<number> {
  const path = only(positionals, usage)
  const course = path.replace(/^courses\//, '').replace(/\/.*$/, '')
  const seed = wholeNumber(draw, 'draw')
  const exercises = await withApp((app) => app.learning.drawBank(course, seed))
  for (const exercise of exercises) print(`---\n${stringify(exercise).trimEnd()}`)
  return 0
}
