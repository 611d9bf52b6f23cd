import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCities, type Cities } from './truths-support.ts'

let cities: Cities
beforeAll(async () => {
  const places = (name: string) => ({ dataset: 'anlan-places', path: `data/${name}.parquet` })
  cities = await openCities({
    communities: places('communities'),
    grids: places('grids'),
    buildings: places('buildings'),
    residents: { dataset: 'anlan-population', path: 'data/residents.parquet' },
    elders: { dataset: 'anlan-elders', path: 'data/elders.parquet' },
    dwellings: { dataset: 'anlan-housing', path: 'data/dwellings.parquet' },
    enterprises: { dataset: 'anlan-enterprises', path: 'data/enterprises.parquet' },
  })
})
afterAll(() => cities.close())

const one = async (sql: string) => (await cities.ask(sql))[0] ?? {}

describe('the registers of Anlan, one with another', () => {
  it('count the same people and households', async () => {
    const row = await one(`SELECT
      (SELECT sum(residents)::DOUBLE FROM communities) AS residents,
      (SELECT sum(residents)::DOUBLE FROM grids) AS in_grids,
      (SELECT count(DISTINCT person_key)::DOUBLE FROM residents) AS registered,
      (SELECT sum(households)::DOUBLE FROM communities) - (SELECT sum(households)::DOUBLE FROM grids) AS off`)
    expect(row).toEqual({ residents: 744200, in_grids: 744200, registered: 744200, off: 0 })
  })

  it('house every household of a grid in one dwelling, in buildings that hold them all', async () => {
    const { grids, buildings } = await one(`SELECT
      (SELECT count(*)::DOUBLE FROM grids ANTI JOIN (SELECT grid_code, count(*) AS households
        FROM dwellings WHERE use <> '空置' GROUP BY ALL) USING (grid_code, households)) AS grids,
      (SELECT count(*)::DOUBLE FROM (SELECT grid_code, sum(dwellings) AS n FROM buildings GROUP BY ALL)
        ANTI JOIN (SELECT grid_code, count(*) AS n FROM dwellings GROUP BY ALL) USING (grid_code, n)) AS buildings`)
    expect({ grids, buildings }).toEqual({ grids: 0, buildings: 0 })
  })

  it('name only grids and buildings that there are', async () => {
    const { n } = await one(`SELECT count(*)::DOUBLE AS n FROM (
      SELECT grid_code, community_code FROM residents UNION ALL SELECT grid_code, community_code FROM elders
      UNION ALL SELECT grid_code, community_code FROM dwellings
      UNION ALL SELECT b.grid_code, d.community_code FROM dwellings AS d LEFT JOIN buildings AS b USING (building_id)
        WHERE building_id IS NOT NULL)
      ANTI JOIN grids USING (grid_code, community_code) WHERE grid_code IS NOT NULL`)
    expect(n).toBe(0)
  })

  it('list as many elders as the register has persons of 60 and older', async () => {
    const { elders, persons } = await one(`SELECT (SELECT count(*)::DOUBLE FROM elders) AS elders,
      (SELECT count(DISTINCT person_key)::DOUBLE FROM residents WHERE age_band >= '60-64') AS persons`)
    expect(elders).toBe(persons)
  })
})

describe('the people of Anlan', () => {
  it('are as the Seventh Census found the country', async () => {
    const row = await one(`SELECT 100 * avg(CAST(sex = '男' AS INTEGER)) AS male,
      100 * avg(CAST(age_band < '15' AS INTEGER)) AS children,
      100 * avg(CAST(age_band >= '60' AS INTEGER)) AS from_60,
      100 * avg(CAST(age_band >= '65' AS INTEGER)) AS from_65 FROM residents`)
    // Weights are whole numbers, which leaves a few tenths of a point; chance is 0.05.
    const census = { male: 51.24, children: 17.95, from_60: 18.7, from_65: 13.5 }
    for (const [what, share] of Object.entries(census)) {
      expect([what, Math.abs(Number(row[what]) - share) < 0.3]).toEqual([what, true])
    }
    const { size } = await one(
      'SELECT sum(residents)::DOUBLE / sum(households) AS size FROM communities',
    )
    expect(Math.abs(Number(size) - 2.62)).toBeLessThan(0.01)
  })

  it('are older in old quarters and towns than in new ones', async () => {
    const rows = await cities.ask(`SELECT kind, avg(CAST(age_band >= '60' AS INTEGER)) AS aged
      FROM residents JOIN communities USING (community_code) GROUP BY kind ORDER BY aged`)
    expect(rows.map(({ kind }) => kind)).toEqual(['新城区', '乡镇', '老城区'])
  })
})

describe('the enterprises of Anlan', () => {
  it('have names and codes of their own, that nothing takes for a resident id or a telephone', async () => {
    const row = await one(`SELECT (count(*) - count(DISTINCT name))::DOUBLE AS names,
      (count(*) - count(DISTINCT credit_code))::DOUBLE AS codes,
      count(*) FILTER (WHERE regexp_matches(credit_code || name, '[0-9]{17}[0-9X]|1[3-9][0-9]{9}'))::DOUBLE AS persons
      FROM enterprises`)
    expect(row).toEqual({ names: 0, codes: 0, persons: 0 })
  })

  it('have an organisation code whose own check is right, but for mistyped ones', async () => {
    const rows = await cities.ask('SELECT substr(credit_code, 9, 9) AS code FROM enterprises')
    const wrong = rows.filter(({ code }) => !hasRightOrganisationCheck(String(code)))
    expect(wrong.length / rows.length).toBeLessThan(0.007)
  })
})

/** GB 11714-1997: the weighted sum of nine characters, the check's weight being 1, is divisible by 11. */
function hasRightOrganisationCheck(code: string): boolean {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + parseInt(code[at]!, 36) * weight, 0)
  const check = code[8] === 'X' ? 10 : Number(code[8])
  return (sum + check) % 11 === 0
}
