import type { Relation } from '../contract/table.ts'
import { literal } from './names.ts'
import type { Workbench } from './workbench.ts'

/** Writes a table's rows, in their order, as a Parquet file; `file` lies in a folder that the engine may use. */
export async function writeParquet(
  bench: Workbench,
  { relation, file }: { readonly relation: Relation; readonly file: string },
  signal: AbortSignal,
): Promise<void> {
  const known = bench.known(relation)
  await bench.lanes.pages.run(signal, 'main', (connection) =>
    connection.run(
      `COPY (FROM ${known.source}) TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd)`,
    ),
  )
}
