import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { ColumnType } from '../../domain/catalogue/importing/column-profile.ts'
import { noValue } from '../../domain/catalogue/importing/rows-out.ts'
import type { ParquetWriter } from '../../services/gate/ports.ts'
import { onEnginesDisk } from './disk.ts'
import { literal, type RunInMaker } from './maker.ts'

const sqlTypes: Readonly<Record<ColumnType, string>> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  date: 'DATE',
  datetime: 'TIMESTAMP',
  yearmonth: 'VARCHAR',
}

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

export function createParquetWriter(run: RunInMaker): ParquetWriter {
  return {
    async write(csv, columns, out, signal) {
      const statement = copyStatement(csv, columns, out)
      const rows = await onEnginesDisk(out, (await stat(csv)).size, () => run(statement, signal))
      const hash = createHash('sha256')
      await pipeline(createReadStream(out), hash)
      return { rows, bytes: (await stat(out)).size, sha256: hash.digest('hex') }
    },
  }
}
