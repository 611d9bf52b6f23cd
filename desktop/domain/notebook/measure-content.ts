import { checkSchema } from './check/check.ts'
import { writeCheck } from './check/write-check.ts'
import type { CellPart, CheckCell, StatCell, TablePart, ValueCell } from './notebook.ts'
import type { Sentence } from './problem.ts'
import { statSchema } from './stat/stat.ts'
import { writeStat } from './stat/write-stat.ts'
import { valueCardSchema } from './value-card/value-card.ts'
import { readYaml } from './yaml-part.ts'

/** A cell, or what is wrong with its settings and where in them. */
type Read<Cell> = Cell | { readonly detail: Sentence; readonly offset: number }

type Part = Omit<CellPart, 'kind'>
type Made = Omit<TablePart, 'kind' | 'sql'>

export function readValueCard(part: Part): Read<ValueCell> {
  const read = readYaml(part.body, valueCardSchema)
  return read.ok ? { kind: 'value', ...part, card: read.value } : read
}

export function readStat(part: Made): Read<StatCell> {
  const read = readYaml(part.body, statSchema)
  if (!read.ok) return read
  return { kind: 'stat', ...part, stat: read.value, sql: writeStat(read.value) }
}

export function readCheck(part: Made): Read<CheckCell> {
  const read = readYaml(part.body, checkSchema)
  if (!read.ok) return read
  return { kind: 'check', ...part, check: read.value, sql: writeCheck(read.value) }
}
