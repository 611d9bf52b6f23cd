import type {
  DuckDBDataChunk,
  DuckDBMaterializedResult,
  DuckDBResult,
  DuckDBType,
} from '@duckdb/node-api'
import { tableFromColumns, tableToIPC } from '@uwdata/flechette'
import type { Column } from '../../contract/table.ts'
import { builderFor, type Numbers } from './builders.ts'

interface Shape {
  readonly name: string
  readonly type: DuckDBType
}

/** Columns of a result by name and type; a name that occurs again gets a suffix, as in a table. */
export function shapeOf(result: DuckDBResult): readonly Shape[] {
  const names = result.columnNames()
  const taken = new Set(names)
  const seen = new Set<string>()
  return names.map((name, index) => {
    let unique = name
    for (let n = 1; seen.has(unique); n += 1) {
      if (!taken.has(`${name}_${n}`)) unique = `${name}_${n}`
    }
    seen.add(unique)
    taken.add(unique)
    return { name: unique, type: result.columnType(index) }
  })
}

export function columnsOf(shape: readonly Shape[]): Column[] {
  return shape.map(({ name, type }) => ({ name, type: type.toString() }))
}

/** Gathers chunks of a result into one Arrow record batch. */
export class ArrowBatch {
  readonly #names: readonly string[]
  readonly #builders
  #rows = 0

  constructor(shape: readonly Shape[], numbers: Numbers = 'exact') {
    this.#names = shape.map(({ name }) => name)
    this.#builders = shape.map(({ type }) => builderFor(type, numbers))
  }

  get rows(): number {
    return this.#rows
  }

  get size(): number {
    return this.#builders.reduce((sum, { size }) => sum + size, 0)
  }

  append(chunk: DuckDBDataChunk): void {
    this.#rows += chunk.rowCount
    for (const [column, builder] of this.#builders.entries()) builder.append(chunk, column)
  }

  /** An Arrow IPC stream: schema, dictionaries, one record batch. */
  finish(): Uint8Array<ArrayBuffer> {
    const columns = this.#builders.map((builder) => builder.finish())
    const named = columns.map((column, index): [string, typeof column] => [
      this.#names[index] ?? '',
      column,
    ])
    const bytes = tableToIPC(tableFromColumns(named), { format: 'stream' })
    if (!bytes) throw new Error('the memory sink gives bytes')
    return bytes as Uint8Array<ArrayBuffer>
  }
}

/**
 * A whole result as one Arrow IPC stream. It has to be materialised: a streamed one that fails or is
 * interrupted midway just ends (node-api 1.5.6), and nothing tells that rows are missing.
 */
export async function encodeResult(
  result: DuckDBMaterializedResult,
  numbers: Numbers = 'exact',
): Promise<Uint8Array<ArrayBuffer>> {
  const batch = new ArrowBatch(shapeOf(result), numbers)
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    batch.append(chunk)
  }
  return batch.finish()
}
