/** A column of rows for a model: numbers, NaN where there is none, or categories by code. */
export type ModelColumn =
  | { readonly kind: 'numbers'; readonly values: Float64Array }
  | {
      readonly kind: 'texts'
      readonly levels: readonly string[]
      /** −1 where there is no value. */
      readonly codes: Int32Array
    }

export interface ModelData {
  readonly rows: number
  readonly columns: ReadonlyMap<string, ModelColumn>
}

/** Whether a row has a usable value there: a finite number or a text. */
export function has(column: ModelColumn, row: number): boolean {
  return column.kind === 'numbers'
    ? Number.isFinite(column.values[row])
    : (column.codes[row] ?? -1) >= 0
}

/** Chosen rows of a table, in the order they are given. */
export function rowsOf(data: ModelData, rows: Int32Array): ModelData {
  const columns = new Map<string, ModelColumn>()
  for (const [name, column] of data.columns) {
    if (column.kind === 'numbers') {
      const values = new Float64Array(rows.length)
      for (const [at, row] of rows.entries()) values[at] = column.values[row] ?? Number.NaN
      columns.set(name, { kind: 'numbers', values })
    } else {
      const codes = new Int32Array(rows.length)
      for (const [at, row] of rows.entries()) codes[at] = column.codes[row] ?? -1
      columns.set(name, { kind: 'texts', levels: column.levels, codes })
    }
  }
  return { rows: rows.length, columns }
}

export interface Categories {
  readonly levels: readonly string[]
  readonly codes: Int32Array
}

/** A column as categories: those that occur, numbers by size, texts by code points. */
export function categoriesOf(column: ModelColumn): Categories {
  if (column.kind === 'numbers') {
    const values = [...new Set(column.values)]
      .filter((value) => !Number.isNaN(value))
      .sort((a, b) => a - b)
    const codeOf = new Map(values.map((value, code) => [value, code]))
    const codes = Int32Array.from(column.values, (value) => codeOf.get(value) ?? -1)
    return { levels: values.map(String), codes }
  }
  const seen = new Set(column.codes)
  const order = column.levels
    .map((level, code) => ({ level, code }))
    .filter(({ code }) => seen.has(code))
    .sort((a, b) => (a.level < b.level ? -1 : 1))
  const codeOf = new Map(order.map(({ code }, at) => [code, at]))
  const codes = column.codes.map((code) => codeOf.get(code) ?? -1)
  return { levels: order.map(({ level }) => level), codes }
}

/** Numbers of a column; `undefined` where it is text. */
export function numbersOf(column: ModelColumn | undefined): Float64Array | undefined {
  return column?.kind === 'numbers' ? column.values : undefined
}
