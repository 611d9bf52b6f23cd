import { readFileSync } from 'node:fs'
import { parseCsv } from '../../desktop/domain/catalogue/importing/csv.ts'
import type { ModelData } from '../../desktop/domain/statistics/regression/data.ts'
import { fitModel, type Fitted } from '../../desktop/domain/statistics/regression/fit-model.ts'
import { cellFromText, readColumn } from '../../desktop/domain/statistics/regression/read-column.ts'
import { modelSchema } from '../../desktop/domain/statistics/regression/spec.ts'

/** What R says of a model. */
export interface Expected {
  readonly model: string
  readonly spec: Record<string, unknown>
  readonly term: string[]
  readonly estimate: number[]
  readonly se: number[]
  readonly p: number[]
  readonly more: Record<string, number | number[]>
  readonly since?: number[]
  readonly events?: number[]
  readonly eventSe?: number[]
  readonly pre?: number
  readonly preP?: number
  readonly without?: number[]
}

export const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')

/** Rows of a CSV text, some of them left out by their 1-based number. */
export function dataOf(text: string, without: readonly number[] = []): ModelData {
  const [head, ...body] = parseCsv(text, ',').rows
  const kept = body.filter((_, at) => !without.includes(at + 1))
  const columns = new Map(
    (head?.cells ?? []).map((name, at) => {
      const cell = (row: number) => cellFromText(kept[row]?.cells[at])
      return [name, readColumn({ rows: kept.length, at: cell })] as const
    }),
  )
  return { rows: kept.length, columns }
}

export function fit<M extends Fitted['test']>(
  test: M,
  spec: Readonly<Record<string, unknown>>,
  data: ModelData | string,
): Extract<Fitted, { test: M }> | (Fitted & { test: M }) {
  const made = fitModel(
    modelSchema.parse({ ...spec, test }),
    typeof data === 'string' ? dataOf(data) : data,
  )
  return made as Fitted & { test: M }
}
