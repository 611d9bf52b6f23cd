import { chartSchema } from './chart.ts'
import type { FenceInfo } from './fence-info.ts'
import type { Value } from './input.ts'
import { readInput } from './input-settings.ts'
import type { BrokenCell, Cell } from './notebook.ts'
import { mapSchema } from './map/map.ts'
import { pivotSchema } from './pivot/pivot.ts'
import { writePivot } from './pivot/write-sql.ts'
import type { Fault } from './problem.ts'
import { querySchema } from './query/query.ts'
import { writeQuery } from './query/write-sql.ts'
import { readCheck, readStat, readValueCard } from './measure-content.ts'
import { readYaml } from './yaml-part.ts'

/** What is wrong with a cell, and where in its body (a UTF-16 offset); nowhere means its fence. */
interface Wrong {
  readonly fault: Fault
  readonly offset?: number
}

type Part = Omit<BrokenCell, 'kind' | 'was'>

/** Reads what stands between a cell's fences, and the attributes of its kind. */
export function readContent(
  { was, kind: _, ...part }: BrokenCell,
  info: FenceInfo,
  first: Value | undefined,
): Cell | Wrong {
  if (was === 'input') return inputCell(part, info, first)
  if (was === 'chart') return chartCell(part, info)
  if (was === 'map') return mapCell(part, info)
  if (was === 'value') return valueCell(part, info)
  const { run, ...others } = info.attributes
  const [stray] = Object.keys(others)
  if (stray !== undefined) return { fault: { kind: 'attribute-wrong', attribute: stray } }
  if (run !== undefined && run !== 'manual') {
    return { fault: { kind: 'attribute-wrong', attribute: 'run' } }
  }
  const made = { ...part, manual: run === 'manual' }
  if (was === 'pivot') return pivotCell(made)
  if (was === 'stat' || was === 'check') return measureCell(was, made)
  return was === 'sql' ? { kind: was, ...made, sql: part.body } : queryCell(made)
}

function inputCell(part: Part, info: FenceInfo, first: Value | undefined): Cell | Wrong {
  const { name, body } = part
  const read = readInput(body, info, first)
  if (read.ok) return { kind: 'input', ...part, input: read.value }
  return { fault: { kind: 'input-wrong', name, detail: read.detail }, offset: read.offset }
}

function chartCell(part: Part, info: FenceInfo): Cell | Wrong {
  const { name, body } = part
  const [stray] = Object.keys(info.attributes)
  if (stray !== undefined) return { fault: { kind: 'attribute-wrong', attribute: stray } }
  const read = readYaml(body, chartSchema)
  if (read.ok) return { kind: 'chart', ...part, chart: read.value }
  return { fault: { kind: 'chart-wrong', name, detail: read.detail }, offset: read.offset }
}

function mapCell(part: Part, info: FenceInfo): Cell | Wrong {
  const { name, body } = part
  const [stray] = Object.keys(info.attributes)
  if (stray !== undefined) return { fault: { kind: 'attribute-wrong', attribute: stray } }
  const read = readYaml(body, mapSchema)
  if (read.ok) return { kind: 'map', ...part, map: read.value }
  return { fault: { kind: 'map-wrong', name, detail: read.detail }, offset: read.offset }
}

function queryCell(part: Part & { readonly manual: boolean }): Cell | Wrong {
  const { name, body } = part
  const read = readYaml(body, querySchema)
  if (read.ok) return { kind: 'query', ...part, query: read.value, sql: writeQuery(read.value) }
  return { fault: { kind: 'query-wrong', name, detail: read.detail }, offset: read.offset }
}

function pivotCell(part: Part & { readonly manual: boolean }): Cell | Wrong {
  const { name, body } = part
  const read = readYaml(body, pivotSchema)
  if (read.ok) return { kind: 'pivot', ...part, pivot: read.value, sql: writePivot(read.value) }
  return { fault: { kind: 'pivot-wrong', name, detail: read.detail }, offset: read.offset }
}

function valueCell(part: Part, info: FenceInfo): Cell | Wrong {
  const [stray] = Object.keys(info.attributes)
  if (stray !== undefined) return { fault: { kind: 'attribute-wrong', attribute: stray } }
  const read = readValueCard(part)
  if ('kind' in read) return read
  const { detail, offset } = read
  return { fault: { kind: 'value-wrong', name: part.name, detail }, offset }
}

function measureCell(
  was: 'stat' | 'check',
  part: Part & { readonly manual: boolean },
): Cell | Wrong {
  const read = was === 'stat' ? readStat(part) : readCheck(part)
  if ('kind' in read) return read
  const { detail, offset } = read
  return { fault: { kind: `${was}-wrong`, name: part.name, detail }, offset }
}
