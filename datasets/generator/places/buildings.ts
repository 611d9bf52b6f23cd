import { drawsOf } from '../draw.ts'
import { literal, temporary } from '../sql.ts'
import { buildingRules, estateNames, liftsAdded, walkUpFloors } from './estates.ts'

/** What is drawn for a building; the numbers are part of the data: never reuse one. */
const purposes = { size: 151, year: 152, floors: 153, lift: 154 } as const

/** Numbers kept free for each grid's buildings. */
const buildingsInGrid = 256

type Rule = (typeof buildingRules)['old' | 'new' | 'town']

/** SQL of a value that depends on the kind of place. */
export function byKind(value: (rule: Rule) => string | number): string {
  const { old, new: fresh, town } = buildingRules
  return `CASE kind WHEN 'old' THEN ${value(old)} WHEN 'new' THEN ${value(fresh)} ELSE ${value(town)} END`
}

const words = (text: string) => `[${text.split(' ').map(literal).join(', ')}]`

/** SQL of one item of a list, by a uniform draw. */
const oneOf = (items: readonly number[], uniform: string) =>
  `[${items.join(', ')}][1 + CAST(floor(${uniform} * ${items.length}) AS INTEGER)]`

/**
 * Buildings with room for every household of the sheet and for those that stand empty. How many there
 * are does not depend on the sheet. Needs `grid_list` and `households`. Table `buildings(building,
 * building_id, grid, kind, estate, name, built_year, floors, lift, dwellings)`.
 */
export function buildings(seed: number): string[] {
  const draws = drawsOf('building', seed, purposes)
  const estateDraws = drawsOf('estate_row', seed, purposes)
  return [
    temporary(
      'buildings',
      `WITH housed AS (
  SELECT grid, count(*) AS households FROM households GROUP BY grid
), planned AS (
  SELECT grid_list.*, households + households * ${byKind(({ vacant }) => vacant)} // 100 AS needed,
         greatest(1, usual * 2 // (5 * ${byKind(({ dwellings }) => dwellings)})) AS number
  FROM grid_list JOIN housed USING (grid)
), placed AS (
  SELECT *, unnest(range(number)) AS nth FROM planned
), sized AS (
  SELECT *, grid * ${buildingsInGrid} + nth AS building, nth // ${byKind(({ inEstate }) => inEstate)} AS estate_nth,
         60 + CAST(floor(${draws.uniform('size')} * 80) AS BIGINT) AS weight
  FROM placed
), shared AS (
  SELECT *, grid * ${buildingsInGrid} + estate_nth AS estate_row,
         dense_rank() OVER (PARTITION BY community_code ORDER BY grid, estate_nth) AS estate_no,
         needed * sum(weight) OVER upto // sum(weight) OVER (PARTITION BY grid) AS until,
         needed * (sum(weight) OVER upto - weight) // sum(weight) OVER (PARTITION BY grid) AS since
  FROM sized WINDOW upto AS (PARTITION BY grid ORDER BY nth)
), built AS (
  SELECT *, ${byKind(({ floors }) => oneOf(floors, estateDraws.uniform('floors')))} AS floors,
         ${byKind(({ firstYear }) => firstYear)} + CAST(floor(${estateDraws.uniform('year')}
           * ${byKind(({ firstYear, lastYear }) => lastYear - firstYear + 1)}) AS INTEGER) AS built_year
  FROM shared
)
SELECT building, grid, grid_code, community_code, kind, built_year, floors,
       grid_code || '-' || format('{:02d}', nth + 1) AS building_id,
       ${words(estateNames)}[1 + (place * 11 + estate_no) % ${estateNames.split(' ').length}]
         || ${byKind(({ suffixes }) => words(suffixes))}[1 + (place + estate_no * 3) % 4] AS estate,
       row_number() OVER (PARTITION BY estate_row ORDER BY nth) || ' 号楼' AS name,
       floors > ${walkUpFloors} OR kind = 'old' AND floors >= 5
         AND ${draws.uniform('lift')} < ${liftsAdded} / 100 AS lift,
       CAST(until - since AS BIGINT) AS dwellings
FROM built`,
    ),
  ]
}
