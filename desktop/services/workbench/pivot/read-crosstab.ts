import { ZhizhiError } from '../../../contract/errors.ts'
import type { Relation } from '../../../contract/table.ts'
import {
  fits,
  isTableOf,
  layOut,
  most,
  type Crosstab,
} from '../../../domain/notebook/pivot/crosstab.ts'
import type { Pivot } from '../../../domain/notebook/pivot/pivot.ts'
import type { Titles } from '../../../domain/notebook/pivot/titles.ts'
import { readResult, type ResultTable } from '../../../domain/notebook/result-table.ts'
import type { Engine } from '../../ports.ts'

const pageRows = 10_000

/** A pivot's table laid out. `export_refused` where it is not that of the pivot, or too large. */
export async function readCrosstab(
  engine: Engine,
  { relation, pivot, titles }: { relation: Relation; pivot: Pivot; titles: Titles },
  signal: AbortSignal,
): Promise<Crosstab> {
  const { columns, rows } = await engine.call('relation.describe', { relation }, { signal })
  if (!isTableOf(pivot, columns)) {
    throw new ZhizhiError('export_refused', { problem: '这张透视表改过，还没有重新运行' })
  }
  if (rows > most.rows * most.columns) throw tooLarge()
  const pages: ResultTable[] = []
  for (let offset = 0; offset < rows; offset += pageRows) {
    const page = { relation, offset, limit: pageRows, sort: [] }
    const { bytes } = await engine.call('relation.page', page, { signal })
    pages.push(readResult(bytes))
  }
  const crosstab = layOut(pivot, pages, titles)
  const size = { rows: crosstab.rows.length, columns: crosstab.columns.length }
  if (!fits(pivot, size)) throw tooLarge()
  return crosstab
}

const tooLarge = () =>
  new ZhizhiError('export_refused', {
    problem: `行或列太多，透视表最多排 ${most.rows} 行、${most.columns} 列，请先筛选或限定列数`,
  })
