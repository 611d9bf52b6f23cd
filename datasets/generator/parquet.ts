import { literal } from './sql.ts'

/** Small enough that several threads can share a file, and the same on every machine. */
const rowGroupSize = 30_720

const tight = `(FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 9, ROW_GROUP_SIZE ${rowGroupSize})`

/**
 * Writes a query as one Parquet file. The query must order its rows by a unique key: then the same
 * data give the same bytes, and the file's SHA-256 can stand in the descriptor.
 */
export function copyTo(query: string, file: string): string {
  return `COPY (\n${query}\n) TO ${literal(file)}\n${tight}`
}

/** Writes a part of a file that is put together later; quickly rather than small. */
export function draftTo(query: string, file: string): string {
  return `COPY (\n${query}\n) TO ${literal(file)} (FORMAT parquet, ROW_GROUP_SIZE ${rowGroupSize})`
}

/** Puts parts together in their order; the rows stream through. */
export function mergeTo(files: readonly string[], file: string): string {
  return copyTo(`FROM read_parquet([${files.map(literal).join(', ')}])`, file)
}
