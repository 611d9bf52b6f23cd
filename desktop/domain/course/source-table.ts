/** A table of a dataset, as far as smaller and nastier copies of it need to know it. */
export interface SourceTable {
  readonly schema: string
  readonly name: string
  /** A Parquet file that the engine may read. */
  readonly file: string
  readonly rows: number
  readonly fields: readonly SourceField[]
}

export interface SourceField {
  readonly name: string
  /** A Table Schema type: `string`, `integer`, `number`, `date`, `datetime`, `boolean` … */
  readonly type: string
  /** Gaps may be made in it without contradicting what its descriptor says. */
  readonly nullable: boolean
  /** Names a row: its values stay unique and are never missing. */
  readonly key: boolean
  /** Takes its values from a list that its descriptor gives; no other may occur. */
  readonly closed: boolean
}

/** How a sample differs from its table. */
export interface Recipe {
  readonly seed: number
  /** At most so many rows, and never more than so large a share of the table. */
  readonly rows: number
  readonly share: number
  /** Of 100 values of a text column, so many occur nowhere. */
  readonly emptied: number
  /** Of 100 values of a text column, so many are called something that nobody has seen. */
  readonly renamed: number
  /** Of 100 values that may be missing, so many are. */
  readonly missing: number
  /** Of 100 rows, so many stand twice: doubles and ties. */
  readonly doubled: number
}
