import { chained } from '../anonymise.ts'
import { making, type GenerateOptions, type Making, type Sheet } from '../making.ts'
import { households } from '../people/households.ts'
import { buildings } from '../places/buildings.ts'
import { temporary } from '../sql.ts'
import { dwellings } from './dwellings.ts'

const quasiIdentifiers = ['community_code', 'grid', 'use', 'building', 'area'] as const

/** The upper edge of each band of floor area, in m², and what it is called. */
const areaBand = `CASE WHEN area < 60 THEN '<60' WHEN area < 90 THEN '60-89' WHEN area < 120 THEN '90-119'
            WHEN area < 144 THEN '120-143' WHEN area IS NOT NULL THEN '144+' END`
const rooms = `CASE WHEN area < 60 THEN 1 WHEN area < 89 THEN 2 WHEN area < 120 THEN 3
            WHEN area IS NOT NULL THEN 4 END`
const builtBand = `CASE WHEN built_year < 1990 THEN '<1990' WHEN built_year < 2000 THEN '1990-1999'
            WHEN built_year < 2010 THEN '2000-2009' WHEN built_year IS NOT NULL THEN '2010+' END`

/** What is known of a building's age goes with the building: hidden where it is. */
function published({ index }: Sheet): string {
  return `SELECT CAST(${index * 1_000_000} + row_number() OVER (
         ORDER BY released.community_code, shuffle, dwelling) AS INTEGER) AS dwelling_id,
       released.community_code, grid_list.grid_code, building_id, use, ${areaBand} AS area_band,
       ${rooms} AS rooms, ${builtBand} AS built_band
FROM released
LEFT JOIN grid_list USING (grid)
LEFT JOIN buildings USING (building)
ORDER BY dwelling_id`
}

/** Every dwelling, k-anonymous by local suppression. */
export function housing(options: GenerateOptions): Making {
  const { seed, truths } = options
  return making('anlan-housing', options, (sheet) => ({
    statements: [
      ...households(sheet, seed, truths),
      ...buildings(seed),
      temporary('homes', dwellings(sheet, seed)),
      ...chained('homes', 'released', quasiIdentifiers),
    ],
    outputs: [{ path: 'data/dwellings.parquet', query: published(sheet), encoding: 'deltas' }],
  }))
}
