import { drawnTables, fisherSimulated } from '../../statistics/fisher-simulated.ts'
import { fisherExact } from '../../statistics/fisher.ts'
import { fisherTable } from '../../statistics/fisher-table.ts'
import type { Sentence } from '../problem.ts'
import type { ResultTable } from '../result-table.ts'
import { writeValue } from '../value.ts'
import { say, type Finding } from './finished.ts'
import type { StatOf } from './stat.ts'
import { pFinding } from './wording.ts'

type Counts = readonly (readonly number[])[]
type Way = StatOf<'independence'>['exact']

/** Fisher's p, or that the table is too large for it; `undefined` where there is none. */
export type Exact = number | 'too-large' | undefined

/** A table is told anew whenever something beside it changes; its p stays. */
const known: Readonly<Record<Way, WeakMap<ResultTable, Exact>>> = {
  auto: new WeakMap(),
  simulate: new WeakMap(),
}

export function exactOf(table: ResultTable, counts: Counts, way: Way): Exact {
  if (known[way].has(table)) return known[way].get(table)
  const found = way === 'simulate' ? fisherSimulated(counts) : plainExact(counts)
  known[way].set(table, found)
  return found
}

function plainExact(counts: Counts): Exact {
  const [[a, b] = [], [c, d] = []] = counts
  const four = counts.length === 2 && counts[0]?.length === 2
  if (!four || a === undefined || b === undefined || c === undefined || d === undefined) {
    return fisherTable(counts)
  }
  return fisherExact([
    [a, b],
    [c, d],
  ])
}

export function exactFindings(exact: Exact, way: Way): Finding[] {
  if (typeof exact !== 'number') return []
  const times = writeValue(drawnTables, '.0')
  const label =
    way === 'simulate'
      ? say(`费希尔 p（模拟 ${times} 次）`, `Fisher’s p (${times} simulated tables)`)
      : say('费希尔精确 p', 'Fisher’s exact p')
  return [{ ...pFinding(exact), name: 'exact_p', label }]
}

/** What is good to know of an exact p, or of its being missing. */
export function exactCautions(exact: Exact, way: Way): Sentence[] {
  if (way === 'simulate' && typeof exact === 'number') return [simulated]
  if (exact !== 'too-large') return []
  return way === 'simulate' ? [farTooLarge] : [tooLarge]
}

const simulated = say(
  '费希尔 p 是模拟出来的估计，种子固定，同样的数每次结果相同。',
  'Fisher’s p is estimated by simulation from a fixed seed: the same counts give the same p.',
)
const tooLarge = say(
  '表太大，费希尔精确检验算不完；需要时在“改设置”里选“模拟”。',
  'The table is too large for Fisher’s exact test; choose simulation in its settings if you need it.',
)
const farTooLarge = say(
  '表太大，费希尔检验连模拟也太慢。行这么多时看卡方的 p 就够了；格子太多时请合并类别。',
  'The table is too large even to simulate Fisher’s test. With so many rows the chi-square will do; with too many cells merge categories.',
)
