import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { ColumnType } from '../../domain/catalogue/importing/column-profile.ts'
import { noValue } from '../../domain/catalogue/importing/rows-out.ts'
import type { ParquetWriter } from '../../services/gate/ports.ts'
import type { Engine } from '../../services/ports.ts'

/** An engine of the role `maker` that is closed after use. */
export type OpenMaker = () => Pick<Engine, 'call'> & { close(): Promise<void> }

const sqlTypes: Readonly<Record<ColumnType, string>> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  date: 'DATE',
  datetime: 'TIMESTAMP',
  yearmonth: 'VARCHAR',
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Nothing is guessed: names, types, quotes and what means no value are all told. */
export function copyStatement(
  csv: string,
  columns: readonly { readonly name: string; readonly type: ColumnType }[],
  out: string,
): string {
  const typed = columns.map(({ name, type }) => `${literal(name)}: ${literal(sqlTypes[type])}`)
  const options = [
    'header = false',
    'auto_detect = false',
    "delim = ','",
    `quote = '"'`,
    `escape = '"'`,
    "new_line = '\\n'",
    `nullstr = ${literal(noValue)}`,
    'allow_quoted_nulls = false',
    'strict_mode = true',
    'max_line_size = 16777216',
    'parallel = false',
    `columns = {${typed.join(', ')}}`,
  ]
  return `COPY (FROM read_csv(${literal(csv)}, ${options.join(', ')})) TO ${literal(out)} (FORMAT parquet, COMPRESSION zstd)`
}

export function createParquetWriter(openMaker: OpenMaker): ParquetWriter {
  // one after the other: makers would share the folder into which they spill
  let last: Promise<unknown> = Promise.resolve()
  const copy = async (statement: string, signal: AbortSignal) => {
    signal.throwIfAborted()
    const maker = openMaker()
    try {
      return await maker.call('maker.run', { statements: [statement] }, { signal })
    } finally {
      await maker.close()
    }
  }
  return {
    async write(csv, columns, out, signal) {
      const mine = last.then(() => copy(copyStatement(csv, columns, out), signal))
      last = mine.catch(() => undefined)
      const { rows } = await mine
      const hash = createHash('sha256')
      await pipeline(createReadStream(out), hash)
      return { rows: rows[0] ?? 0, bytes: (await stat(out)).size, sha256: hash.digest('hex') }
    },
  }
}
