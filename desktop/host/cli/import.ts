import { createReadStream } from 'node:fs'
import { basename, resolve } from 'node:path'
import { chunkBytes } from '../../contract/gate.ts'
import { explainStep } from '../../domain/catalogue/importing/explain-step.ts'
import { explainFit } from '../../domain/catalogue/importing/replay.ts'
import type { Choices, Decision } from '../../domain/catalogue/importing/recipe.ts'
import { shortfall } from '../../domain/privacy/deidentify/explain.ts'
import type { Wishes } from '../../domain/privacy/deidentify/plan.ts'
import { decisionLine } from '../../domain/privacy/deidentify/words.ts'
import type { FileLook, GateCall } from '../../services/gate/ports.ts'
import type { Gate, Imported } from '../../services/gate/gate.ts'
import type { LookedLike } from '../../services/gate/replay.ts'
import { defaultWorkspace } from '../workspace-folder.ts'
import { wishesOf, wishOptions } from './import-wishes.ts'
import { note, print, printJson } from './output.ts'
import { fileSize, verdictOf } from './scan.ts'
import { only, parse, UsageError, type Verb } from './verb.ts'
import { withApp } from './with-app.ts'

const usage =
  'import FILE [--id ID] [--title T] [--sheet S] [--encoding E] [--like ID] [--action mask|refuse] [--decide 列=动作]… [--level general|important] [--quasi 列,列] [--sensitive 列] [--workspace DIR] [--json]'

interface Wanted {
  readonly id: string | undefined
  readonly title: string | undefined
  readonly choices: Choices
  /** An imported dataset whose way is followed. */
  readonly like: string | undefined
  readonly action: 'mask' | 'refuse'
  readonly decided: Wishes
}

/** Brings a file through the gate into the workspace's catalogue, as it is proposed. */
export const importVerb: Verb = {
  usage,
  async run(args) {
    const { values, positionals } = parse(args, usage, {
      id: { type: 'string' },
      title: { type: 'string' },
      sheet: { type: 'string' },
      encoding: { type: 'string' },
      like: { type: 'string' },
      action: { type: 'string', default: 'mask' },
      ...wishOptions,
      workspace: { type: 'string' },
      json: { type: 'boolean' },
    })
    const file = resolve(only(positionals, usage))
    const { action, id, title, sheet, encoding, like } = values
    if (action !== 'mask' && action !== 'refuse') {
      throw new UsageError('--action 只能是 mask 或 refuse')
    }
    const decided = wishesOf(values)
    const size = await fileSize(file)
    const choices = { ...(sheet && { table: sheet }), ...(encoding && { encoding }) }
    const work = ({ gate }: { readonly gate: Gate }) =>
      throughGate(gate, file, size, { id, title, choices, like, action, decided })
    const done = await withApp(work, values.workspace ?? defaultWorkspace())
    if (values.json) printJson(done.json)
    else print(done.text)
    for (const line of done.notes) note(line)
    return done.code
  },
}

interface Done {
  readonly json: Readonly<Record<string, unknown>>
  readonly text: string
  readonly notes: readonly string[]
  readonly code: number
}

async function throughGate(gate: Gate, file: string, size: number, wishes: Wanted): Promise<Done> {
  const { signal } = new AbortController()
  const call: GateCall = { signal, onProgress: () => undefined }
  const token = await gate.begin(basename(file), size)
  try {
    const pieces = createReadStream(file, { highWaterMark: chunkBytes })
    for await (const piece of pieces) await gate.append(token, piece as Buffer)
    const replayed =
      wishes.like === undefined
        ? undefined
        : await gate.lookLike(token, wishes.like, wishes.choices, call)
    const look = replayed?.file ?? (await gate.look(token, wishes.choices, false, call))
    const found = look.look?.columns.flatMap(({ findings }) => findings) ?? []
    const verdict = verdictOf(look.secrecy.length, found)
    if (!look.look || verdict === 'refuse') return refusedFor(look, verdict)
    if (verdict === 'mask' && wishes.action === 'refuse') return refusedFor(look, 'refuse')
    const { encoding, delimiter, table } = look
    const order = {
      recipe: { ...look.look.recipe, encoding, delimiter, table },
      ...wishes.decided,
      decisions: { ...decisionsLike(replayed, look), ...wishes.decided.decisions },
      id: wishes.id ?? gate.propose(token),
      title: wishes.title ?? (look.look.title || gate.nameOf(token).replace(/\.[^.]*$/, '')),
    }
    const imported = await gate.import(token, order, call)
    return doneWith(look, imported, verdict, replayed)
  } finally {
    await gate.discard(token)
  }
}

function refusedFor({ secrecy, encoding, look }: FileLook, verdict: string): Done {
  const nothing = { dataset: null, rows_kept: 0, rows_refused: [], repairs: [] }
  const findings = countsOf(look?.columns.flatMap((column) => column.findings) ?? [])
  const text =
    secrecy.length > 0
      ? secrecy.map(({ mark, where }) => `密级标志“${mark}”：${where}`).join('\n')
      : '文件里有个人信息，按 --action refuse 没有导入'
  const rows_in = look?.rowsIn ?? 0
  const json = { ...nothing, rows_in, encoding, findings, secrecy, verdict }
  return { json, text: `没有导入。${text}`, notes: [], code: 1 }
}

/** What was decided the last time, where it may be decided again. */
function decisionsLike(
  replayed: LookedLike | undefined,
  { look }: FileLook,
): Record<string, Decision> {
  const before = replayed?.past.imported.decisions ?? {}
  return Object.fromEntries(
    (look?.columns ?? []).flatMap(({ name, decisions }) => {
      const wanted = Object.hasOwn(before, name) ? before[name] : undefined
      return wanted !== undefined && decisions.includes(wanted) ? [[name, wanted]] : []
    }),
  )
}

function doneWith(
  look: FileLook,
  { written, ...result }: Imported,
  verdict: string,
  replayed: LookedLike | undefined,
): Done {
  const misfits = replayed ? explainFit(replayed.fit) : []
  const others = look.tables.filter(({ name, rows }) => name !== look.table && rows > 0)
  const json = {
    dataset: result.dataset,
    rows_in: written.rowsIn,
    rows_kept: written.rowsKept,
    rows_refused: written.refused,
    encoding: look.encoding,
    repairs: written.steps.map((step) => ({ ...step, text: explainStep(step.kind, step) })),
    findings: written.found,
    columns: written.columns.map(({ name, type }) => ({ name, type })),
    decisions: written.decisions,
    ...(replayed ? { like: replayed.past.id, misfits } : {}),
    level: written.level,
    risk: written.assessment,
    tables_left: others.map(({ name }) => name),
    verdict,
  }
  const text = [
    `导入好了：${result.dataset}（${result.title}）`,
    `文件里 ${written.rowsIn} 行 = 导入 ${written.rowsKept} 行 + 没有导入 ${written.refused.length} 行`,
    ...written.refused.slice(0, 20).map(({ line, reason }) => `  第 ${line} 行：${reason}`),
    ...written.steps
      .filter(({ count }) => count > 0)
      .map((step) => `  ${explainStep(step.kind, step)}`),
    ...decisionText(written),
  ].join('\n')
  const left = others.map(({ name, rows }) => `没有导入另一张表：${name}（${rows} 行）`)
  const names =
    '姓名、住址靠上下文判断，会有漏的，也会有认错的；请您自己再看一遍。数据按“一般数据”登记，请核对。'
  const short = shortfall(written.assessment)
  const remarks = [...(look.look?.remarks ?? []), ...left, ...(short === undefined ? [] : [short])]
  return { json, text, notes: [...misfits, ...look.notes, ...remarks, names], code: 0 }
}

/** What was done to columns, and how easily rows are told apart before and after. */
function decisionText({ decisions, assessment }: Imported['written']): string[] {
  const { before, after, quasi } = assessment
  const lines = Object.entries(decisions).flatMap(([column, decision]) =>
    decision === 'keep' ? [] : [`  ${decisionLine[decision](column)}`],
  )
  if (!before || !after) return lines
  return [...lines, `  按${quasi.join('、')}看，k 由 ${before.k} 到 ${after.k}`]
}

function countsOf(findings: readonly { readonly kind: string; readonly count: number }[]) {
  const counts: Record<string, number> = {}
  for (const { kind, count } of findings) counts[kind] = (counts[kind] ?? 0) + count
  return counts
}
