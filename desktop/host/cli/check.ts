import { stringify } from 'yaml'
import type { BankWishes, DrawProgress } from '../../services/assessment/check-bank.ts'
import { drawProgress } from './draw-progress.ts'
import { note, print, printJson } from './output.ts'
import { varietyTable } from './variety-table.ts'
import { only, parse, UsageError, wholeNumber, type Verb } from './verb.ts'
import { withApp } from './with-app.ts'

const usage = 'check [PATH]… [--draws N | --all-draws | --draw SEED] [--json]'

/** What a shell gives a command that Ctrl-C ended: 128 + 2. */
const stoppedCode = 130

/**
 * Lints courses, datasets and notebooks, and proves the exercises; exit 1 on any error.
 *
 * `--draws N` proves N draws of each item of a bank, on data too; `--all-draws` every draw where they
 * are few. Ctrl-C then ends after the draw in hand and tells what was proven: exit 130.
 */
export const checkVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      json: { type: 'boolean' },
      draw: { type: 'string' },
      draws: { type: 'string' },
      'all-draws': { type: 'boolean' },
    })
    const ways = [values.draw, values.draws, values['all-draws']]
    if (ways.filter((way) => way !== undefined).length > 1) {
      throw new UsageError(`--draw、--draws、--all-draws 只能写一个\n用法：zhizhi ${usage}`)
    }
    if (values.draw !== undefined) return printDrawn(positionals, values.draw)
    const wishes = { draws: drawsOf(values.draws), allDraws: values['all-draws'] }
    const isLong = wishes.draws !== undefined || wishes.allDraws === true
    const { report, stopped } = await (isLong ? checkLong : check)(positionals, wishes)
    if (values.json) printJson(isLong ? { ...report, stopped } : report)
    else printReport(report)
    if (stopped) note('停下了：上面只是已经证明的。')
    if (stopped) return stoppedCode
    return report.errors.length === 0 ? 0 : 1
  },
}

function drawsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const draws = wholeNumber(text, 'draws')
  if (draws === 0) throw new UsageError('--draws 至少写 1')
  return draws
}

async function check(paths: readonly string[], wishes: BankWishes) {
  const report = await withApp(async (app) => {
    const content = await app.learning.checkContent(paths, wishes)
    const files = wishes.signal?.aborted ? [] : await app.checkFiles(paths)
    return { ...content, errors: [...content.errors, ...files] }
  })
  return { report, stopped: false }
}

/** With how far it is, and an end that Ctrl-C asks for; a second one ends at once. */
async function checkLong(paths: readonly string[], wishes: BankWishes) {
  const stop = new AbortController()
  const progress = drawProgress()
  const onStop = () => stop.abort()
  process.once('SIGINT', onStop)
  try {
    const long = { ...wishes, signal: stop.signal, onDraw: (at: DrawProgress) => progress.told(at) }
    const { report } = await check(paths, long)
    return { report, stopped: stop.signal.aborted }
  } finally {
    process.removeListener('SIGINT', onStop)
    progress.end()
  }
}

type Report = Awaited<ReturnType<typeof check>>['report']

function printReport({ errors, remarks, exercises, scenarios, drills, banks }: Report): void {
  for (const { file, line, problem } of errors) print(`${file}:${line} ${problem}`)
  for (const { file, line, problem } of remarks) print(`${file}:${line} （请看一看）${problem}`)
  const kinds = Object.entries(exercises.kinds).map(([kind, { total }]) => `${kind} ${total}`)
  const of = kinds.length > 0 ? `（${kinds.join('，')}）` : ''
  print(`练习：${exercises.total} 道，已证明 ${exercises.proven} 道${of}`)
  print(`情景：${scenarios.total} 个，已证明 ${scenarios.proven} 个，共 ${scenarios.states} 个状态`)
  if (drills.messages > 0) {
    const { messages, genuine, schemes } = drills
    print(`演练：${schemes} 种，${messages} 条消息，其中真的 ${genuine} 条`)
  }
  if (banks.items === 0) return
  print(`题库：${banks.items} 道，已证明 ${banks.proven} 道，证明了 ${banks.draws} 次抽题`)
  for (const line of varietyTable(banks.variety)) print(line)
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
