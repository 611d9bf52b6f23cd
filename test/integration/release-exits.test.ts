import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZhizhiError } from '../../desktop/contract/errors.ts'
import { readResult } from '../../desktop/domain/notebook/result-table.ts'
import { writeCell } from '../../desktop/domain/notebook/value.ts'
import { Attaching } from '../../desktop/services/attaching.ts'
import type { Remembered, ReleaseMemory } from '../../desktop/services/disclosure/memory.ts'
import { Releases, type Release } from '../../desktop/services/disclosure/releases.ts'
import { openBench, type Bench } from './workbench-support.ts'

let bench: Bench
let kept: Remembered[]
let releases: Releases
const { signal } = new AbortController()

const memory: ReleaseMemory = {
  earlier: (base) => kept.filter((one) => one.base === base),
  remember: (tables) => {
    kept.push(...tables)
    return Promise.resolve()
  },
}

beforeAll(async () => {
  bench = await openBench()
  await new Attaching(bench.catalogue, bench.engine).need(['anlan-elders', 'census-2020', 'anlan-places'])
  const { engine, catalogue } = bench
  releases = new Releases({ engine, catalogue, memory, roundingKey: () => Promise.resolve('k') })
})
afterAll(() => bench.close())

const terms = { recipient: 'government', method: 'suppress' } as const

async function ask(sql: string, more: Partial<Parameters<Releases['release']>[0]> = {}) {
  return releases.release({ sql, values: {}, terms, signal, flags: true, ...more })
}

/** The released lines as text; the engine runs what is put in the query's place. */
async function lines(release: Release): Promise<string[]> {
  if (release.kind !== 'table') return [release.kind]
  const input = { schema: 'main', sql: release.sql, parameters: {} }
  const found: string[] = []
  for await (const { bytes } of bench.engine.stream('query', input)) {
    const table = readResult(bytes)
    for (let row = 0; row < table.rows; row += 1)
      found.push(table.columns.map((column) => writeCell(column.at(row))).join(' '))
  }
  return found
}

const refusal = async (sql: string) => {
  const error: unknown = await ask(sql).catch((thrown: unknown) => thrown)
  return error instanceof ZhizhiError ? error.params['kind'] : error
}

describe('a result that leaves', () => {
  it('dbg', async () => {
    kept = []
    for (const sql of [
      'SELECT care_level, count(*) n, avg(living_alone::INT) a, avg(care_level IS NULL) FROM anlan_elders GROUP BY ALL',
      'SELECT care_level, count(*) n, round(100.0 * count(*) FILTER (living_alone) / count(*), 1) AS p FROM anlan_elders GROUP BY ROLLUP (care_level) ORDER BY n DESC',
      'SELECT community_code, care_level, count(*) FROM anlan_elders GROUP BY 1, 2 ORDER BY 3 LIMIT 5',
      'SELECT count(*), sum(eligible::INT), sum(on_allowance) FROM anlan_elders',
      'SELECT min(n) FROM (SELECT grid_code, count(*) n FROM anlan_elders GROUP BY 1)',
      'FROM anlan_elders', 'SELECT * FROM census_2020',
    ]) {
      const t0 = Date.now()
      const r = await ask(sql).catch((e: unknown) => e)
      if (r instanceof Error) console.log(sql, r)
      else {
        const release = r as Release
        console.log(sql, '\n', JSON.stringify(release).slice(0, 600), '\n', (await lines(release)).slice(0, 12), Date.now() - t0)
      }
    }
  })
})
