import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { tableFromIPC } from '@uwdata/flechette'
import { Ajv, type ValidateFunction } from 'ajv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DataPackage } from '../../desktop/domain/catalogue/data-package.ts'
import type { Field } from '../../desktop/domain/catalogue/field.ts'
import { sqlName } from '../../desktop/domain/catalogue/sql-name.ts'
import { createContent } from '../../desktop/host/content.ts'
import { Attaching } from '../../desktop/services/attaching.ts'
import { createCatalogue, type Catalogue } from '../../desktop/services/catalogue.ts'
import type { Engine } from '../../desktop/services/ports.ts'
import { openFolders, project, shipped, type Folders } from './datasets-support.ts'

const ids = [
  'anlan-elder-digital',
  'anlan-elders',
  'anlan-enterprises',
  'anlan-forms',
  'anlan-grid-events',
  'anlan-housing',
  'anlan-places',
  'anlan-population',
  'anlan-survey',
  'anlan-training',
  'census-2020',
  'cnnic-2020-nonusers',
  'hotline-tickets',
]

const profiles: Record<string, ValidateFunction> = {}
beforeAll(async () => {
  // Formats are the profile's hints for forms; dates and links are checked by our own schema.
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
  for (const name of ['datapackage', 'dataresource', 'tableschema']) {
    const file = join(project, `desktop/host/profiles/${name}.json`)
    profiles[name] = ajv.compile(JSON.parse(await readFile(file, 'utf8')) as object)
  }
})

let folders: Folders
let engine: Engine & { close(): Promise<void> }
let catalogue: Catalogue
beforeAll(async () => {
  folders = await openFolders()
  catalogue = await createCatalogue(createContent(project, folders.data))
  engine = folders.engine('workbench')
  await new Attaching(catalogue, engine).need(ids)
})
afterAll(async () => {
  await engine.close()
  await folders.remove()
})

type Row = Record<string, unknown>

/** All rows of an aggregate query; counts as numbers. */
async function ask(sql: string): Promise<Row[]> {
  const stream = engine.stream('query', { schema: 'main', sql, parameters: {} })
  const rows: Row[] = []
  for await (const { bytes } of stream) rows.push(...(tableFromIPC(bytes).toArray() as Row[]))
  await stream.result
  return rows
}

async function one(sql: string): Promise<Row> {
  return (await ask(sql))[0] ?? {}
}

const duckTypes: Readonly<Record<string, string[]>> = {
  string: ['VARCHAR'],
  integer: ['BIGINT', 'INTEGER'],
  number: ['DOUBLE'],
  boolean: ['BOOLEAN'],
  date: ['DATE'],
  datetime: ['TIMESTAMP'],
}

it('ships its datasets, all of them whole', async () => {
  expect(catalogue.entries().map(({ id, problem }) => [id, problem])).toEqual(
    ids.map((id) => [id, null]),
  )
  const folderNames = await readdir(shipped, { withFileTypes: true })
  const names = folderNames.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  expect(names).toEqual([...ids, 'elements', 'generator'].sort())
})

interface Descriptor {
  resources: { schema: { fields: unknown[] } }[]
}

/** What the profiles of Data Package v2 say against a descriptor, its resources and their schemas. */
function profileErrors(json: Descriptor): unknown[] {
  const subjects = [
    [profiles['datapackage'], json] as const,
    ...json.resources.map((resource) => [profiles['dataresource'], resource] as const),
    ...json.resources.map(({ schema }) => [profiles['tableschema'], schema] as const),
  ]
  return subjects.flatMap(([validate, subject]) => (validate?.(subject) ? [] : validate?.errors))
}

it('knows a descriptor that the official profiles refuse', () => {
  const wrong = { resources: [{ name: 'a', path: 'data/a.parquet', schema: { fields: [{}] } }] }
  expect(profileErrors(wrong)).not.toEqual([])
})

describe.each(ids)('%s', (id) => {
  let dataset: DataPackage
  beforeAll(() => {
    dataset = catalogue.dataset(id).package
  })

  it('validates against the official profiles', async () => {
    const text = await readFile(join(shipped, id, 'datapackage.json'), 'utf8')
    expect(profileErrors(JSON.parse(text) as Descriptor)).toEqual([])
  })

  it('describes its files as they are', async () => {
    const { relations } = catalogue.dataset(id)
    for (const [index, resource] of dataset.resources.entries()) {
      const file = join(shipped, id, resource.path)
      expect((await stat(file)).size).toBe(resource.bytes)
      expect(resource.bytes).toBeLessThan(13_000_000)
      const { columns, rows } = await engine.call('relation.describe', {
        relation: relations[index]!,
      })
      expect(rows).toBe(resource.rows)
      const { fields } = resource.schema
      expect(columns.map(({ name }) => name)).toEqual(fields.map(({ name }) => name))
      for (const [at, { type }] of fields.entries()) {
        expect(duckTypes[type]).toContain(columns[at]?.type)
      }
    }
  })

  it('keeps the constraints that it declares', async () => {
    const { relations } = catalogue.dataset(id)
    for (const [index, resource] of dataset.resources.entries()) {
      const from = sqlName(relations[index]!)
      for (const field of resource.schema.fields) {
        expect([field.name, await breaches(from, field)]).toEqual([field.name, 0])
      }
      const key = [resource.schema.primaryKey ?? []].flat().join(', ')
      const twice = `SELECT count(*)::DOUBLE AS n FROM (SELECT ${key} FROM ${from} GROUP BY ALL HAVING count(*) > 1)`
      expect(await one(twice)).toEqual({ n: 0 })
    }
  })

  it('says of each column with NULL what NULL means there', () => {
    for (const field of dataset.resources.flatMap(({ schema }) => schema.fields)) {
      const labelled = field.missingValues !== undefined
      expect([field.name, labelled]).toEqual([field.name, field.constraints?.required !== true])
    }
  })
})

describe.each(ids)('%s, one part with another', (id) => {
  it('finds every row that a foreign key points to', async () => {
    const { package: dataset, relations } = catalogue.dataset(id)
    for (const [index, { name, schema }] of dataset.resources.entries()) {
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const target = dataset.resources.findIndex(
          (resource) => resource.name === (reference.resource || name),
        )
        const own = [fields].flat()
        const filled = own.map((field) => `a.${field} IS NOT NULL`).join(' AND ')
        const pairs = own.map(
          (field, at) => `a.${field} = b.${[reference.fields].flat()[at] ?? ''}`,
        )
        const { n } =
          await one(`SELECT count(*)::DOUBLE AS n FROM ${sqlName(relations[index]!)} AS a
          WHERE ${filled} AND NOT EXISTS (
            FROM ${sqlName(relations[target]!)} AS b WHERE ${pairs.join(' AND ')})`)
        expect([name, fields, n]).toEqual([name, fields, 0])
      }
    }
  })

  it('lets nobody stand out by quasi-identifiers', async () => {
    const { package: dataset, relations } = catalogue.dataset(id)
    const { personalInformation: personal } = dataset.governance
    expect(personal.kind).not.toBe('unassessed')
    if (personal.kind !== 'deidentified') return
    for (const [resource, fields] of Object.entries(personal.quasiIdentifiers)) {
      const relation = relations[dataset.resources.findIndex(({ name }) => name === resource)]!
      const { smallest } = await one(`SELECT min(n)::DOUBLE AS smallest FROM (
        SELECT count(*) AS n FROM ${sqlName(relation)} GROUP BY ${fields.join(', ')})`)
      expect(smallest).toBeGreaterThanOrEqual(personal.k)
    }
  })
})

/** Rows that break a field's constraints or categories. */
async function breaches(from: string, field: Field): Promise<unknown> {
  const { required, unique, minimum, maximum, pattern } = field.constraints ?? {}
  const { name, categories } = field
  const values = categories?.map((value) => (typeof value === 'object' ? value.value : value))
  const list = values?.map((value) => `'${value}'`).join(', ')
  const broken = [
    required ? `${name} IS NULL` : 'false',
    minimum === undefined ? 'false' : `${name} < ${minimum}`,
    maximum === undefined ? 'false' : `${name} > ${maximum}`,
    pattern === undefined ? 'false' : `NOT regexp_matches(${name}, '${pattern}')`,
    list === undefined ? 'false' : `${name} NOT IN (${list})`,
  ]
  const { n } = await one(`SELECT count(*)::DOUBLE AS n FROM ${from} WHERE ${broken.join(' OR ')}`)
  if (!unique || n !== 0) return n
  return (await one(`SELECT (count(*) - count(DISTINCT ${name}))::DOUBLE AS n FROM ${from}`))['n']
}

describe('census-2020 against its source', () => {
  it('adds up to the published national population', async () => {
    const { total } = await one('SELECT sum(population)::DOUBLE AS total FROM census_2020')
    expect(Number(total) + 2_000_000).toBe(1_411_778_724)
  })

  it('has shares that add up to 100 %, and the provinces that the bulletin counts', async () => {
    const { off, deep, ageing } = await one(`SELECT
      max(abs(share_0_14 + share_15_59 + share_60_plus - 100))::DOUBLE AS off,
      count(*) FILTER (WHERE share_65_plus > 14)::DOUBLE AS deep,
      count(*) FILTER (WHERE share_65_plus > 7)::DOUBLE AS ageing FROM census_2020`)
    expect(off).toBeLessThan(0.015)
    expect({ deep, ageing }).toEqual({ deep: 12, ageing: 30 })
  })
})

describe('hotline-tickets, lifelike', () => {
  const table = 'hotline_tickets'
  const rate = async (what: string, where = 'true') => {
    const row = await one(
      `SELECT avg(CAST(${what} AS INTEGER)) AS rate FROM ${table} WHERE ${where}`,
    )
    return Number(row['rate'])
  }

  it('has three years, 3 districts, 12 streets, 60 communities', async () => {
    const row = await one(`SELECT count(DISTINCT year(created_at))::DOUBLE AS years,
      count(DISTINCT district)::DOUBLE AS districts, count(DISTINCT street)::DOUBLE AS streets,
      count(DISTINCT community_code)::DOUBLE AS communities FROM ${table}`)
    expect(row).toEqual({ years: 3, districts: 3, streets: 12, communities: 60 })
  })

  it('never closes before it opens, and knows nothing of what came after', async () => {
    const row = await one(`SELECT
      count(*) FILTER (WHERE closed_at <= created_at OR due_at <= created_at)::DOUBLE AS backwards,
      count(*) FILTER (WHERE closed_at >= '2026-01-01' OR created_at >= '2026-01-01')::DOUBLE AS later,
      count(*) FILTER (WHERE (status = '已办结') <> (closed_at IS NOT NULL))::DOUBLE AS unclear,
      count(*) FILTER (WHERE satisfied IS NOT NULL AND NOT called_back)::DOUBLE AS unasked,
      count(*) FILTER (WHERE audit_satisfied IS NOT NULL AND closed_at IS NULL)::DOUBLE AS early,
      count(*) FILTER (WHERE days_to_close > date_diff('day', created_at, closed_at))::DOUBLE AS miscounted
      FROM ${table}`)
    expect(row).toEqual({ backwards: 0, later: 0, unclear: 0, unasked: 0, early: 0, miscounted: 0 })
  })

  it('repeats a ticket of the same caller about the same matter, later', async () => {
    const row = await one(`SELECT count(*)::DOUBLE AS repeats,
      count(*) FILTER (WHERE again.caller_id <> first.caller_id
        OR again.subcategory <> first.subcategory OR again.community_code <> first.community_code
        OR again.created_at <= first.created_at OR first.repeat_of IS NOT NULL)::DOUBLE AS wrong
      FROM ${table} AS again JOIN ${table} AS first ON again.repeat_of = first.ticket_id`)
    expect(row).toEqual({ repeats: 24_000, wrong: 0 })
  })

  it('follows the seasons, the week and the hours', async () => {
    const share = (matter: string, months: string) =>
      rate(`month(created_at) IN (${months})`, `subcategory = '${matter}'`)
    expect(await share('供暖', '11, 12, 1, 2, 3')).toBeGreaterThan(0.8)
    expect(await share('道路积水', '5, 6, 7, 8')).toBeGreaterThan(0.6)
    expect(await rate('isodow(created_at) = 1')).toBeGreaterThan(
      1.2 * (await rate('isodow(created_at) = 7')),
    )
    expect(await rate('hour(created_at) BETWEEN 9 AND 11')).toBeGreaterThan(0.2)
    expect(
      await rate('hour(created_at) BETWEEN 20 AND 23', "subcategory = '施工噪声'"),
    ).toBeGreaterThan(0.2)
  })

  it('takes longer for harder matters, and is in time for most', async () => {
    const rows =
      await ask(`SELECT subcategory, median(date_diff('day', created_at, closed_at))::DOUBLE AS days FROM ${table}
      WHERE subcategory IN ('供电', '拖欠工资') GROUP BY ALL ORDER BY days`)
    expect(rows.map(({ subcategory }) => subcategory)).toEqual(['供电', '拖欠工资'])
    const onTime = await rate('coalesce(closed_at <= due_at, false)', "due_at < '2026-01-01'")
    expect(onTime).toBeGreaterThan(0.9)
    expect(onTime).toBeLessThan(0.99)
  })

  it('calls back about half, and more of those who will be content', async () => {
    const calledBack = await rate('called_back', 'closed_at IS NOT NULL')
    expect(calledBack).toBeGreaterThan(0.4)
    expect(calledBack).toBeLessThan(0.6)
    const late = await rate('called_back', 'closed_at > due_at')
    expect(late).toBeLessThan(await rate('called_back', 'closed_at <= due_at'))
    expect(await rate('satisfied', 'closed_at > due_at')).toBeLessThan(0.75)
    expect(await rate('satisfied', 'closed_at <= due_at')).toBeGreaterThan(0.75)
  })

  it('hears many calls from few callers', async () => {
    const { callers, share, most } = await one(`WITH callers AS (
        SELECT count(*) AS n, row_number() OVER (ORDER BY count(*) DESC) AS place,
          count(*) OVER () AS callers FROM ${table} GROUP BY caller_id
      ) SELECT max(callers)::DOUBLE AS callers, sum(n) FILTER (place <= callers / 100) / sum(n) AS share,
          max(n)::DOUBLE AS most FROM callers`)
    expect(callers).toBeGreaterThan(100_000)
    expect(share).toBeGreaterThan(0.05)
    expect(most).toBeLessThan(200)
  })

  it('tells of every call what was said, and of a second call the same again', async () => {
    const row =
      await one(`SELECT count(*) FILTER (WHERE contains(narrative, '{'))::DOUBLE AS unfilled,
      count(*) FILTER (WHERE (repeat_of IS NULL) = contains(narrative, '再次'))::DOUBLE AS unmarked
      FROM ${table}`)
    expect(row).toEqual({ unfilled: 0, unmarked: 0 })
    const { other } = await one(`WITH told AS (
        SELECT ticket_id, repeat_of, request_type, regexp_extract(narrative, '：(.*?)。', 1) AS story FROM ${table}
      ) SELECT count(*) FILTER (again.story <> first.story)::DOUBLE AS other
      FROM told AS again JOIN told AS first ON again.repeat_of = first.ticket_id`)
    expect(other).toBe(0)
  })

  it('holds nothing that looks like a telephone number or a resident id', async () => {
    const fields = catalogue.dataset('hotline-tickets').package.resources[0]!.schema.fields
    const text = fields.filter(({ type }) => type === 'string').map(({ name }) => name)
    const looks = text.map(
      (name) => `regexp_matches(${name}, '1[3-9][0-9]{9}|[0-9]{17}[0-9Xx]|[0-9]{3,4}-[0-9]{7}')`,
    )
    const { n } = await one(
      `SELECT count(*)::DOUBLE AS n FROM ${table} WHERE ${looks.join(' OR ')}`,
    )
    expect(n).toBe(0)
  })
})
