import { appendFileSync, closeSync, openSync } from 'node:fs'
import { outcomesOf } from '../../domain/catalogue/importing/outcomes.ts'
import type { Cleaned } from '../../domain/catalogue/importing/apply.ts'
import { work } from '../../domain/catalogue/importing/look.ts'
import type { RawTable } from '../../domain/catalogue/importing/raw-table.ts'
import type { Recipe } from '../../domain/catalogue/importing/recipe.ts'
import { columnsOut, csvRow, type OutColumn } from '../../domain/catalogue/importing/rows-out.ts'
import type { ColumnFinding, Listening } from '../../domain/catalogue/importing/scan.ts'
import { Assessing } from '../../domain/privacy/deidentify/assess.ts'
import type { Assessed } from '../../domain/privacy/deidentify/assessed.ts'
import { shortfall, tooEasy } from '../../domain/privacy/deidentify/explain.ts'
import type { Means } from '../../domain/privacy/deidentify/means.ts'
import {
  contributorOf,
  planOf,
  type Plan,
  type Wishes,
} from '../../domain/privacy/deidentify/plan.ts'
import type { Written } from '../../services/gate/ports.ts'
import { besideFor, marksOf, tableOf, type StartBeside } from './look-through.ts'
import type { GateJob } from './messages.ts'
import { Refused } from './refused.ts'
import type { Source } from './source.ts'

type Task<Kind> = Extract<GateJob['task'], { kind: Kind }>

/** A table as a recipe leaves it, with what was found in it and what will be done. */
function prepare(table: RawTable, recipe: Recipe, wishes: Wishes, listening: Listening) {
  const worked = work(table, recipe, listening)
  return { ...worked, plan: planOf(worked.cleaned, worked.findings, wishes) }
}

/** The columns as they will be, by a plan that the policy allows. */
function decided(
  cleaned: Cleaned,
  findings: readonly (readonly ColumnFinding[])[],
  { decisions, person }: Extract<Plan, { ok: true }>,
  means: Means,
): OutColumn[] {
  const decisionOf = ({ name }: { readonly name: string }) => decisions[name] ?? 'drop'
  return columnsOut(cleaned, { decisionOf, findings, means, person })
}

/** What decisions would do to a table, over all its rows; nothing is written. */
export function assess(
  source: Source,
  { recipe, wishes }: Task<'assess'>,
  means: Means,
  startBeside?: StartBeside,
): Assessed {
  const table = tableOf(source, recipe.table)
  const beside = besideFor(table, startBeside)
  const { cleaned, findings, plan } = prepare(table, recipe, wishes, { beside })
  if (!plan.ok) return { kind: 'below', problem: plan.problem }
  const columns = decided(cleaned, findings, plan, means)
  const wanted = new Set([...plan.quasi, ...(plan.sensitive === null ? [] : [plan.sensitive])])
  const looked = columns.filter(({ name }) => wanted.has(name))
  const assessing = new Assessing(plan, cleaned, looked)
  for (const { cells } of cleaned.rows) {
    assessing.take(
      cells,
      looked.map(({ value }) => value(cells)),
    )
  }
  const assessment = assessing.done()
  const problem = plan.level === 'important' ? (tooEasy(assessment) ?? null) : null
  return { kind: 'assessed', assessment, problem, warning: shortfall(assessment) ?? null }
}

interface WritingMeans {
  readonly means: Means
  readonly progress: (part: number) => void
  readonly startBeside: StartBeside
}

/**
 * Does a recipe to a file and writes what is left, as CSV for the engine. Everything is found anew
 * here: a decision that the findings do not allow is refused, whoever made it.
 */
export function writeOut(
  source: Source,
  name: string,
  { recipe, wishes, out }: Task<'write'>,
  { means, progress, startBeside }: WritingMeans,
): Omit<Written, 'sha256' | 'bytes'> {
  if (marksOf(source, name).length > 0) throw new Refused('文件里有密级标志')
  const onPart = (part: number) => progress(0.5 + part * 0.2)
  const table = tableOf(source, recipe.table)
  const beside = besideFor(table, startBeside)
  const prepared = prepare(table, recipe, wishes, { onPart, beside })
  const { cleaned, findings, plan } = prepared
  if (!plan.ok) throw new Refused(plan.problem)
  const columns = decided(cleaned, findings, plan, means)
  if (columns.length === 0) throw new Refused('没有留下一列')
  if (cleaned.rows.length === 0) throw new Refused('没有一行数据可以导入')
  const assessing = new Assessing(plan, cleaned, columns)
  writeRows({ out, columns, assessing, onPart: (part) => progress(0.7 + part * 0.2) }, cleaned)
  const assessment = assessing.done()
  const problem = plan.level === 'important' ? tooEasy(assessment) : undefined
  if (problem !== undefined) throw new Refused(problem)
  progress(0.9)
  const { rowsIn, rows, refused } = cleaned
  return {
    columns: columns.map(({ value: _value, ...column }) => column),
    ...{ rowsIn, rowsKept: rows.length, refused, decisions: plan.decisions },
    ...{ level: plan.level, assessment, contributor: contributorOf(plan) },
    steps: outcomesOf(prepared).flatMap(({ kind, column, count, on }) =>
      on ? [{ kind, column, count }] : [],
    ),
    found: countsOf(findings.flat()),
    findings: plan.facts.flatMap((fact) =>
      fact.findings.map((finding) => ({ column: fact.name, ...finding })),
    ),
  }
}

function countsOf(findings: readonly ColumnFinding[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind, count } of findings) counts[kind] = (counts[kind] ?? 0) + count
  return counts
}

/** In pieces of about a megabyte. */
const piece = 2 ** 20

interface Writing {
  readonly out: string
  readonly columns: readonly OutColumn[]
  readonly assessing: Assessing
  readonly onPart: (part: number) => void
}

function writeRows({ out, columns, assessing, onPart }: Writing, { rows }: Cleaned): void {
  const file = openSync(out, 'wx', 0o600)
  try {
    let text = ''
    for (const [at, { cells }] of rows.entries()) {
      const values = columns.map(({ value }) => value(cells))
      assessing.take(cells, values)
      text += csvRow(values)
      if (text.length < piece) continue
      appendFileSync(file, text)
      onPart(at / rows.length)
      text = ''
    }
    appendFileSync(file, text)
  } finally {
    closeSync(file)
  }
}
