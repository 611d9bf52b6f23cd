import { making, type GenerateOptions, type Making } from './making.ts'
import { literal } from './sql.ts'

/** A published table, kept as CSV beside its dataset. */
interface PublicTable {
  readonly dataset: string
  readonly source: string
  readonly name: string
  readonly columns: Readonly<Record<string, string>>
  readonly orderBy: string
}

const tables: readonly PublicTable[] = [
  {
    dataset: 'census-2020',
    source: 'provinces.csv',
    name: 'provinces',
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
    columns: { item_type: 'VARCHAR', item: 'VARCHAR', share_percent: 'DOUBLE' },
    orderBy: 'item_type DESC, share_percent DESC',
  },
]

/** The published tables do not depend on seed or scale: they are what they are. */
export function publicTables(options: GenerateOptions): Making[] {
  return tables.map((table) => {
    const from = literal(`${options.sourceDir}/${table.dataset}/source/${table.source}`)
    const columns = Object.entries(table.columns).map(([name, type]) => `'${name}': '${type}'`)
    const query = `FROM read_csv(${from}, header = true, columns = {${columns.join(', ')}})
ORDER BY ${table.orderBy}`
    const outputs = [{ path: `data/${table.name}.parquet`, query }]
    return making(table.dataset, { ...options, scale: 1 }, () => ({ statements: [], outputs }))
  })
}
