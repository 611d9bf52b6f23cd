import { ZhizhiError } from '../contract/errors.ts'
import { refused } from './accept/refusal.ts'
import { encodeResult } from './arrow/encode.ts'
import { readMosaic } from './accept/mosaic.ts'
import { describe } from './cells.ts'
import { qualified } from './names.ts'
import { dropPreaggregates, thinOut } from './preaggregates.ts'
import type { Workbench } from './workbench.ts'

interface Request {
  readonly schema: string
  readonly sql: string
  readonly type: 'exec' | 'arrow'
}

interface Reply {
  readonly bytes?: Uint8Array<ArrayBuffer>
}

/**
 * Answers what Mosaic's coordinator asks for a session's charts. Its `preagg.schema` must be the
 * session's own schema: there its tables go, and with it they go away.
 */
export async function answerMosaic(
  bench: Workbench,
  { schema, sql, type }: Request,
  signal: AbortSignal,
): Promise<Reply> {
  if (!bench.relations.hasSchema(schema)) throw new ZhizhiError('not_found', { what: '会话' })
  if (type === 'arrow') return { bytes: await select(bench, schema, sql, signal) }
  const statement = readMosaic(sql, schema)
  switch (statement.kind) {
    case 'schema':
      return {}
    case 'drop':
      await dropPreaggregates(bench, schema)
      return {}
    case 'table':
      await preaggregate(bench, schema, statement, signal)
      return {}
    case 'other':
      throw refused({ what: '这条图表语句', instead: '图表只能由声明式的图表单元格产生。' })
  }
}

async function select(bench: Workbench, schema: string, sql: string, signal: AbortSignal) {
  const accepted = await bench.accept(sql, schema, signal)
  return bench.lanes.charts.run(signal, bench.schemasOf(accepted, schema), (connection) =>
    bench.guarded({ text: sql, prefixBytes: 0 }, async () =>
      encodeResult(await connection.run(accepted.text), 'double'),
    ),
  )
}

async function preaggregate(
  bench: Workbench,
  schema: string,
  { name, query }: { readonly name: string; readonly query: string },
  signal: AbortSignal,
): Promise<void> {
  const relation = { schema, name }
  const accepted = await bench.accept(query, schema, signal)
  const made = `CREATE TABLE IF NOT EXISTS ${qualified(relation)} AS `
  const source = { text: query, prefixBytes: Buffer.byteLength(made) }
  const { dataVersion } = bench.relations
  await bench.lanes.control.run(signal, bench.schemasOf(accepted, schema), (connection) =>
    bench.guarded(source, async () => {
      if (bench.relations.get(relation)) return
      const created = await connection.run(made + accepted.text)
      const { columns, rows } = await describe(connection, qualified(relation), created)
      bench.relations.addDerived(relation, columns, rows)
      await thinOut(bench, connection, schema)
    }),
  )
  if (bench.relations.dataVersion === dataVersion) return
  // a cell was made anew meanwhile: what was aggregated may be of before
  await dropPreaggregates(bench, schema)
  throw new ZhizhiError('cancelled')
}
