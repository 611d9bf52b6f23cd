import { grids } from '../anlan/grids.ts'
import { making, type GenerateOptions, type Making, type Output } from '../making.ts'
import { households } from '../people/households.ts'
import { literal, values } from '../sql.ts'
import type { Truths } from '../truths.ts'
import { buildings } from './buildings.ts'
import {
  communityColumns,
  communityRows,
  districtColumns,
  districtRows,
  streetColumns,
  streetRows,
} from './divisions.ts'

const km2 = 'hectares / 100 AS area_km2'

const housed = `(SELECT grid_code, community_code, count(*) AS households
  FROM households JOIN grid_list USING (grid) GROUP BY ALL)`

function districtsQuery(truths: Truths): string {
  return `SELECT district_code, name, ${km2}, streets, communities, residents, registered
FROM ${values('d', districtColumns, districtRows(truths))} ORDER BY district_code`
}

function streetsQuery(truths: Truths): string {
  return `SELECT street_code, district_code, name, kind, ${km2}, communities, residents, registered
FROM ${values('s', streetColumns, streetRows(truths))} ORDER BY street_code`
}

function communitiesQuery(truths: Truths): string {
  return `SELECT c.community_code, district_code, street_code, c.name, kind, ${km2}, residents, registered,
       CAST(sum(households) AS INTEGER) AS households, reform, CAST(reform_from AS DATE) AS reform_from
FROM ${values('c', communityColumns, communityRows(truths))}
JOIN ${housed} AS housed USING (community_code)
GROUP BY ALL ORDER BY community_code`
}

const gridNames = grids.map(({ code, name }) => `(${literal(code)}, ${literal(name)})`)

const gridsQuery = `SELECT grid_code, community_code, name, CAST(residents AS INTEGER) AS residents,
       CAST(households AS INTEGER) AS households
FROM grid_list
JOIN (VALUES ${gridNames.join(', ')}) AS names(grid_code, name) USING (grid_code)
JOIN ${housed} AS housed USING (grid_code, community_code)
ORDER BY grid_code`

const buildingsQuery = `SELECT building_id, grid_code, community_code, estate, name,
       CAST(built_year AS INTEGER) AS built_year, floors, lift, CAST(dwellings AS INTEGER) AS dwellings
FROM buildings ORDER BY building_id`

function outputs(truths: Truths): Output[] {
  return [
    { path: 'data/districts.parquet', query: districtsQuery(truths) },
    { path: 'data/streets.parquet', query: streetsQuery(truths) },
    { path: 'data/communities.parquet', query: communitiesQuery(truths) },
    { path: 'data/grids.parquet', query: gridsQuery },
    { path: 'data/buildings.parquet', query: buildingsQuery, encoding: 'deltas' },
  ]
}

/** The city's divisions and what stands in them: the same at every scale. */
export function places(options: GenerateOptions): Making {
  const { seed, truths } = options
  return making('anlan-places', { ...options, scale: 1 }, (sheet) => ({
    statements: [...households(sheet, seed, truths), ...buildings(seed)],
    outputs: outputs(truths),
  }))
}
