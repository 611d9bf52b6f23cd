import { drawsOf } from '../draw.ts'
import type { Sheet } from '../making.ts'
import { byKind } from '../places/buildings.ts'

/** What is drawn for a dwelling; the numbers are part of the data: never reuse one. */
const purposes = { taken: 161, let: 162, plan: 163, order: 164 } as const
const buildingPurposes = { plans: 165 } as const

/** Numbers kept free for each building's dwellings, and for each sheet's. */
const dwellingsInBuilding = 2048
const dwellingsInSheet = 512 * 256 * dwellingsInBuilding

/** Of 100 dwellings of people registered here, and of others, those that are let; assumed. */
const letTo = { registered: 9, others: 64 } as const

/** Of 100 dwellings of a building, those of its first floor plan; the rest have its second. */
const firstPlan = 60

/**
 * Every dwelling of the sheet's buildings: as many are lived in as there are households, one each, and
 * the others stand empty. Needs `buildings` and `households`. Table (dwelling, community_code, grid,
 * building, use, area, shuffle); `area` in m².
 */
export function dwellings(sheet: Sheet, seed: number): string {
  const draws = drawsOf('dwelling', seed, purposes)
  const plans = drawsOf('building', seed, buildingPurposes).uniform('plans')
  const areas = byKind((rule) => `[${rule.areas.join(', ')}]`)
  const count = byKind((rule) => rule.areas.length)
  return `WITH homes AS (
  SELECT building, grid, community_code, kind, ${sheet.index * dwellingsInSheet}
         + building * ${dwellingsInBuilding} + unnest(range(dwellings)) AS dwelling
  FROM buildings
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY grid ORDER BY ${draws.uniform('taken')}, dwelling) AS turn
  FROM homes
), lodged AS (
  SELECT grid, registered_here, row_number() OVER (PARTITION BY grid ORDER BY household) AS turn
  FROM households
)
SELECT dwelling, community_code, grid, building,
       CASE WHEN registered_here IS NULL THEN '空置'
            WHEN ${draws.uniform('let')} * 100 < CASE WHEN registered_here THEN ${letTo.registered}
              ELSE ${letTo.others} END THEN '出租' ELSE '自住' END AS use,
       (${areas})[1 + (CAST(floor(${plans} * ${count}) AS INTEGER)
         + CAST(${draws.uniform('plan')} * 100 >= ${firstPlan} AS INTEGER)) % ${count}] AS area,
       ${draws.uniform('order')} AS shuffle
FROM ranked LEFT JOIN lodged USING (grid, turn)`
}
