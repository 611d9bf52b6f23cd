import { createHash } from 'node:crypto'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { encodeResult } from '../../../desktop/engine/arrow/encode.ts'
import { COLUMNS, TABLE } from './questions.ts'

/** The same table in the forms that are read. */
export interface Material {
  readonly rows: number
  readonly parquet: string
  readonly csv: string
  /** Arrow IPC streams of some rows each, in the order of the rows. */
  readonly arrow: readonly string[]
}

const ARROW_ROWS = 250_000

/** A number below 2³² that looks thrown, from a row's own: two multiplicative hashes, mixed in between. */
function thrown(salt: number): string {
  const once = `((i + ${salt}) * 2654435761 % 4294967296)`
  return `(xor(${once}, ${once} >> 15) * 1540483477 % 4294967296)`
}

const list = (items: readonly string[]) => `[${items.map((item) => `'${item}'`).join(', ')}]`
const from = (items: readonly string[], salt: number) =>
  `${list(items)}[1 + ${thrown(salt)} // 65536 % ${items.length}]`

const categories = ['环境卫生', '噪声扰民', '物业管理', '停车秩序', '公共设施', '民生救助', '其他']
const channels = ['热线', '网格', '小程序', '窗口']

/** Made of the rows' numbers only: the same in every run. No two amounts are the same. */
const select = (rows: number) => `
SELECT i AS id, DATE '2024-01-01' + (i * 366 // ${rows})::INTEGER AS day,
  ${from(categories, 1)} AS category, ${from(channels, 2)} AS channel,
  printf('第%02d街道', ${thrown(3)} // 65536 % 40) AS street,
  (${thrown(4)} // 65536 % 2880)::INTEGER AS minutes,
  ${thrown(5)} / 100000 AS amount,
  (${thrown(6)} % ${Math.ceil(rows / 4)})::INTEGER AS reporter
FROM range(${rows}) r(i)`

/** Writes the table of so many rows into a folder, as Parquet and as CSV. */
export async function makeMaterial(folder: string, rows: number): Promise<Material> {
  const parquet = join(folder, 'tickets.parquet')
  const csv = join(folder, 'tickets.csv')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`COPY (${select(rows)}) TO '${parquet}' (FORMAT parquet)`)
  await connection.run(`COPY (FROM '${parquet}') TO '${csv}' (HEADER)`)
  const arrow: string[] = []
  for (let first = 0; first < rows; first += ARROW_ROWS) {
    const slice = `FROM '${parquet}' WHERE id >= ${first} AND id < ${first + ARROW_ROWS}`
    const file = join(folder, `tickets-${arrow.length}.arrow`)
    await writeFile(file, await encodeResult(await connection.run(slice)))
    arrow.push(file)
  }
  connection.closeSync()
  instance.closeSync()
  return { rows, parquet, csv, arrow }
}

const types: Readonly<Record<(typeof COLUMNS)[number], string>> = {
  id: 'integer',
  day: 'date',
  category: 'string',
  channel: 'string',
  street: 'string',
  minutes: 'integer',
  amount: 'number',
  reporter: 'integer',
}

/** The table as a dataset of an installation, beside those that came with it. */
export async function addDataset(root: string, { rows, parquet }: Material): Promise<void> {
  const id = TABLE.replaceAll('_', '-')
  const folder = join(root, 'datasets', id)
  const model = join(root, 'datasets/census-2020/datapackage.json')
  const descriptor = JSON.parse(await readFile(model, 'utf8')) as Record<string, unknown>
  const bytes = await readFile(parquet)
  await mkdir(join(folder, 'data'), { recursive: true })
  await writeFile(join(folder, 'data/tickets.parquet'), bytes)
  const resource = {
    name: 'tickets',
    title: '基准测试工单',
    type: 'table',
    path: 'data/tickets.parquet',
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    bytes: (await stat(parquet)).size,
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    rows,
    schema: { fields: COLUMNS.map((name) => ({ name, title: name, type: types[name] })) },
  }
  const own = { name: id, title: '基准测试工单', synthetic: true, resources: [resource] }
  await writeFile(join(folder, 'datapackage.json'), JSON.stringify({ ...descriptor, ...own }))
}
