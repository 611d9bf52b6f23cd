import type { GenerateOptions, MadeFile } from './generate.ts'
import { copyTo } from './parquet.ts'
import { literal } from './sql.ts'

/** A published table, kept as CSV beside its dataset. */
interface PublicTable {
  readonly dataset: string
  readonly source: string
  readonly name: string
  readonly rows: number
  readonly columns: Readonly<Record<string, string>>
  readonly orderBy: string
}

const tables: readonly PublicTable[] = [
  {
    dataset: 'census-2020',
    source: 'provinces.csv',
    name: 'provinces',
    rows: 31,
    columns: {
      province_code: 'VARCHAR',
      province: 'VARCHAR',
      population: 'BIGINT',
      share_0_14: 'DOUBLE',
      share_15_59: 'DOUBLE',
      share_60_plus: 'DOUBLE',
      share_65_plus: 'DOUBLE',
    },
    orderBy: 'province_code',
  },
  {
    dataset: 'cnnic-2020-nonusers',
    source: 'nonusers.csv',
    name: 'nonusers',
    rows: 7,
    columns: { item_type: 'VARCHAR', item: 'VARCHAR', share_percent: 'DOUBLE' },
    orderBy: 'item_type DESC, share_percent DESC',
  },
]

/** The published tables do not depend on seed or scale: they are what they are. */
export function publicTables({ sourceDir, outDir }: GenerateOptions): MadeFile[] {
  return tables.map((table) => {
    const path = `data/${table.name}.parquet`
    const file = `${outDir}/${table.dataset}/${path}`
    const from = literal(`${sourceDir}/${table.dataset}/source/${table.source}`)
    const columns = Object.entries(table.columns).map(([name, type]) => `'${name}': '${type}'`)
    const query = `FROM read_csv(${from}, header = true, columns = {${columns.join(', ')}})
ORDER BY ${table.orderBy}`
    return {
      dataset: table.dataset,
      path,
      file,
      rows: table.rows,
      statements: [copyTo(query, file)],
    }
  })
}
