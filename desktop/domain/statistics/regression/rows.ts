import type { Sentence } from '../../notebook/problem.ts'
import { categoriesOf, has, rowsOf, type Categories, type ModelData } from './data.ts'
import { ModelError } from './design.ts'
import { parseFormula, type Formula } from './formula.ts'

/** The rows that a model can use, and how many it cannot. */
export interface Complete {
  readonly data: ModelData
  /** Where each stood among all rows, from 0. */
  readonly places: Int32Array
  readonly missing: number
  readonly weightless: number
  readonly weights: Float64Array | undefined
}

/** Leaves out rows that lack a finite value in a named column, and rows of weight 0. */
export function completeRows(
  all: ModelData,
  names: readonly string[],
  weights: string | undefined,
): Complete {
  const needed = [...new Set(weights === undefined ? names : [...names, weights])]
  const columns = needed.map((name) => {
    const column = all.columns.get(name)
    if (!column) throw noColumn(name)
    return column
  })
  const heavy = weights === undefined ? undefined : weightsOf(all, weights)
  const places: number[] = []
  let weightless = 0
  for (let row = 0; row < all.rows; row++) {
    if (!columns.every((column) => has(column, row))) continue
    if (heavy?.[row] === 0) weightless++
    else places.push(row)
  }
  const kept = Int32Array.from(places)
  const data = kept.length === all.rows ? all : rowsOf(all, kept)
  const missing = all.rows - kept.length - weightless
  const used = weights === undefined ? undefined : weightsOf(data, weights)
  return { data, places: kept, missing, weightless, weights: used }
}

export const noColumn = (name: string) =>
  new ModelError(`数据里没有“${name}”这一列。`, `The data have no column “${name}”.`)

function weightsOf(data: ModelData, name: string): Float64Array {
  const column = data.columns.get(name)
  if (column?.kind !== 'numbers') {
    throw new ModelError(`权重“${name}”不是数。`, `The weights “${name}” are not numbers.`)
  }
  if (column.values.some((value) => value < 0)) {
    throw new ModelError(`权重“${name}”里有负数。`, `The weights “${name}” have negative numbers.`)
  }
  return column.values
}

export function formulaOf(spec: {
  readonly formula: string
  readonly intercept: boolean
}): Formula {
  const parsed = parseFormula(spec.formula)
  if (!parsed.ok) throw refused(parsed.why)
  return spec.intercept ? parsed.formula : { ...parsed.formula, intercept: false }
}

const refused = ({ zh, en }: Sentence) => new ModelError(zh, en)

/** The clusters of rows; fewer than two say nothing of how clusters differ. */
export function clustersOf(data: ModelData, name: string | undefined): Categories {
  if (name === undefined) {
    throw new ModelError(
      '聚类稳健标准误要说明按哪一列分群（cluster）。',
      'Cluster-robust errors need to know the column of the clusters.',
    )
  }
  const column = data.columns.get(name)
  if (!column) throw noColumn(name)
  const clusters = categoriesOf(column)
  if (clusters.levels.length >= 2) return clusters
  throw new ModelError(
    `“${name}”只有一个群，算不出聚类稳健标准误。至少要两个群，最好三四十个以上。`,
    `“${name}” has one cluster only, so cluster-robust errors do not exist. Two are needed, thirty or forty are better.`,
  )
}

export function enoughRows(rows: number, terms: number): void {
  if (terms === 0) throw new ModelError('模型里没有可用的项。', 'The model has no term to fit.')
  if (rows > terms) return
  throw new ModelError(
    `可用的行只有 ${rows} 行，模型有 ${terms} 项；行要比项多。`,
    `Only ${rows} rows can be used and the model has ${terms} terms; it needs more rows than terms.`,
  )
}
