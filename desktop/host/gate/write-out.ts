import { appendFileSync, closeSync, openSync } from 'node:fs'
import { outcomesOf } from '../../domain/catalogue/importing/outcomes.ts'
import { work } from '../../domain/catalogue/importing/look.ts'
import type { Decision } from '../../domain/catalogue/importing/recipe.ts'
import { columnsOut, csvRow, type OutColumn } from '../../domain/catalogue/importing/rows-out.ts'
import {
  decisionsFor,
  scanFrame,
  type ColumnFinding,
} from '../../domain/catalogue/importing/scan.ts'
import type { FramedRow } from '../../domain/catalogue/importing/frame.ts'
import type { Written } from '../../services/gate/ports.ts'
import { marksOf, tableOf } from './look-through.ts'
import type { GateJob } from './messages.ts'
import { Refused } from './refused.ts'
import type { Source } from './source.ts'

type Task = Extract<GateJob['task'], { kind: 'write' }>

/**
 * Does a recipe to a file and writes what is left, as CSV for the engine. Everything is found anew
 * here: a decision that the findings do not allow is refused, whoever made it.
 */
export function writeOut(
  source: Source,
  name: string,
  { recipe, decisions, out }: Task,
  progress: (part: number) => void,
): Omit<Written, 'sha256' | 'bytes'> {
  if (marksOf(source, name).length > 0) throw new Refused('文件里有密级标志')
  const table = tableOf(source, recipe.table)
  const worked = work(table, recipe)
  const { frame, cleaned } = worked
  const findings = scanFrame(frame, { onPart: (part) => progress(0.5 + part * 0.2) })
  const chosen: Record<string, Decision> = {}
  for (const { name: column, at } of cleaned.columns) {
    chosen[column] = decided(column, findings[at] ?? [], decisions)
  }
  const columns = columnsOut(cleaned, ({ name: column }) => chosen[column] ?? 'drop')
  if (columns.length === 0) throw new Refused('没有留下一列')
  if (cleaned.rows.length === 0) throw new Refused('没有一行数据可以导入')
  writeRows(out, columns, cleaned.rows, (part) => progress(0.7 + part * 0.2))
  const { rowsIn, rows, refused } = cleaned
  return {
    columns: columns.map(({ value: _value, ...column }) => column),
    ...{ rowsIn, rowsKept: rows.length, refused, decisions: chosen },
    steps: outcomesOf(worked).flatMap(({ kind, column, count, on }) =>
      on ? [{ kind, column, count }] : [],
    ),
    found: countsOf(findings.flat()),
  }
}

function decided(
  column: string,
  findings: readonly ColumnFinding[],
  decisions: Task['decisions'],
): Decision {
  const allowed = decisionsFor(findings)
  const wanted = Object.hasOwn(decisions, column) ? decisions[column] : allowed[0]
  if (wanted !== undefined && allowed.includes(wanted)) return wanted
  throw new Refused(`“${column}”里有个人信息，只能遮盖或去掉`)
}

function countsOf(findings: readonly ColumnFinding[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind, count } of findings) counts[kind] = (counts[kind] ?? 0) + count
  return counts
}

/** In pieces of about a megabyte. */
const piece = 2 ** 20

function writeRows(
  out: string,
  columns: readonly OutColumn[],
  rows: readonly FramedRow[],
  onPart: (part: number) => void,
): void {
  const file = openSync(out, 'wx', 0o600)
  try {
    let text = ''
    for (const [at, { cells }] of rows.entries()) {
      text += csvRow(columns, cells)
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
