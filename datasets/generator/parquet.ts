import { literal } from './sql.ts'

/** Small enough that several threads can share a file, and the same on every machine. */
const rowGroupSize = 30_720

const tight = `FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 9, ROW_GROUP_SIZE ${rowGroupSize}`

/**
 * `plain` or `deltas`: whole numbers as differences (Parquet 2's DELTA_BINARY_PACKED), so that a number
 * that rises from row to row takes next to nothing.
 */
export type Encoding = 'plain' | 'deltas'

/**
 * Writes a query as one Parquet file. The query must order its rows by a unique key: then the same
 * data give the same bytes, and the file's SHA-256 can stand in the descriptor.
 */
export function copyTo(query: string, file: string, encoding: Encoding): string {
  const options = encoding === 'deltas' ? `${tight}, PARQUET_VERSION v2` : tight
  return `COPY (\n${query}\n) TO ${literal(file)}\n(${options})`
}

/** Writes a part of a file that is put together later; quickly rather than small. */
export function draftTo(query: string, file: string): string {
  return `COPY (\n${query}\n) TO ${literal(file)} (FORMAT parquet, ROW_GROUP_SIZE ${rowGroupSize})`
}

/** Puts parts together in their order; the rows stream through. */
export function mergeTo(files: readonly string[], file: string, encoding: Encoding): string {
  return copyTo(`FROM read_parquet([${files.map(literal).join(', ')}])`, file, encoding)
}
