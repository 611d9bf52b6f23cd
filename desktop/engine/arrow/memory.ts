import type { DuckDBDataChunk } from '@duckdb/node-api'
import duckdb from '@duckdb/node-bindings'

/**
 * Reads DuckDB's own memory. What these functions return is good only while the chunk is alive, so
 * callers copy at once. Layouts: https://duckdb.org/docs/stable/clients/c/vector
 */

/** The column's values as they lie in memory: `rows` × the width of its physical type. */
export function valueBytes(chunk: DuckDBDataChunk, column: number, width: number): Uint8Array {
  const vector = duckdb.data_chunk_get_vector(chunk.chunk, column)
  return duckdb.vector_get_data(vector, chunk.rowCount * width)
}

/** One bit per row, least significant first, 1 = not null; nothing where no row is null. */
export function validityBytes(chunk: DuckDBDataChunk, column: number): Uint8Array | undefined {
  const vector = duckdb.data_chunk_get_vector(chunk.chunk, column)
  // the binding returns null where DuckDB has no bitmap, though its types do not say so
  const bytes = duckdb.vector_get_validity(
    vector,
    Math.ceil(chunk.rowCount / 64) * 8,
  ) as Uint8Array | null
  return bytes ?? undefined
}

const pointer = new BigUint64Array(1)

/** The bytes at an address that DuckDB gave us. */
export function bytesAt(address: number, length: number): Uint8Array {
  pointer[0] = BigInt(address)
  return duckdb.get_data_from_pointer(pointer.buffer, 0, length)
}
