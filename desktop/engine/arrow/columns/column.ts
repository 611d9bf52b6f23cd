import { batchType, Column, type DataType } from '@uwdata/flechette'
import type { DuckDBDataChunk } from '@duckdb/node-api'
import type { Validity } from '../validity.ts'

/** Gathers one column's values, chunk by chunk, into the buffers of an Arrow column. */
export interface ColumnBuilder {
  append(chunk: DuckDBDataChunk, column: number): void
  /** How many bytes the values take so far. */
  readonly size: number
  finish(): Column<unknown>
}

interface Buffers {
  readonly values: ArrayBufferView
  readonly offsets?: Int32Array
}

/** An Arrow column of one batch over finished buffers; nothing is copied or walked. */
export function columnOf(type: DataType, validity: Validity, buffers: Buffers): Column<unknown> {
  const Batch = batchType(type) as new (options: object) => Column<unknown>['data'][number]
  const batch = new Batch({
    ...buffers,
    type,
    length: validity.rows,
    nullCount: validity.nulls,
    validity: validity.bitmap,
  })
  return new Column([batch], type)
}
