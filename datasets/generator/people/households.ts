import { communities } from '../anlan/city.ts'
import { grids } from '../anlan/grids.ts'
import { drawsOf } from '../draw.ts'
import { temporary, values, type Row } from '../sql.ts'
import type { Sheet } from '../making.ts'
import type { Truths } from '../truths.ts'
import { spun, wheel } from '../wheel.ts'
import { families } from './families.ts'

/** What is drawn for a household; the numbers are part of the data: never reuse one. */
const purposes = { family: 101, registered: 102 } as const

/** Numbers kept free for each grid's households, and grids for each sheet. */
const householdsInGrid = 4096
const gridsInSheet = 512

/** Nowhere are all residents registered, though more may be registered than live there. */
const mostRegistered = 96

/** How many people live in each grid: whole numbers that add up to the community's residents. */
function gridRows(scale: number): Row[] {
  return communities.flatMap((community, place) => {
    const own = grids.filter((grid) => grid.community === community.code)
    const upTo = (count: number) => {
      const percent = own.slice(0, count).reduce((sum, { share }) => sum + share, 0)
      return Math.round((community.residents * scale * percent) / 100)
    }
    return own.map(({ code, share }, index) => ({
      grid_code: code,
      community_code: community.code,
      place,
      kind: community.kind,
      usual: Math.round((community.residents * share) / 100),
      residents: upTo(index + 1) - upTo(index),
    }))
  })
}

const gridColumns = ['grid', 'grid_code', 'community_code', 'place', 'kind', 'usual', 'residents']

/**
 * `grid_list(grid, grid_code, community_code, place, kind, usual, residents)`: `residents` at this scale,
 * `usual` about as many as at scale 1.
 */
export function gridList(scale: number): string {
  const rows = gridRows(scale).map((row, grid) => ({ grid, ...row }))
  return temporary('grid_list', `FROM ${values('g', gridColumns, rows)}`)
}

const familyWeights = families.flatMap((family, item) =>
  (['old', 'new', 'town'] as const).map((spin) => ({ spin, item, weight: family[spin] })),
)
const familySizes = families.map(({ members }, family) => ({ family, size: members.length }))

function registeredShare({ denominator }: Truths): string {
  const share = (kind: 'old' | 'new' | 'town') => Math.min(denominator[kind], mostRegistered)
  return `CASE kind WHEN 'old' THEN ${share('old')} WHEN 'new' THEN ${share('new')} ELSE ${share('town')} END`
}

/**
 * Households one after another until a grid's residents are housed; the last may lack members. Needs
 * `grid_list`. Table `households(household, grid, family, members, registered_here)`.
 */
export function households(sheet: Sheet, seed: number, truths: Truths): string[] {
  const draws = drawsOf('household', seed, purposes)
  const first = `(${sheet.index * gridsInSheet} + grid) * ${householdsInGrid}`
  return [
    gridList(sheet.scale),
    wheel('family_wheel', `FROM ${values('f', ['spin', 'item', 'weight'], familyWeights)}`),
    temporary(
      'households',
      `WITH candidates AS (
  SELECT grid, kind, residents, ${first} + unnest(range(residents * 5 // 8 + 60)) AS household
  FROM grid_list
), founded AS (
  SELECT candidates.*, f.item AS family, size
  FROM candidates
  ${spun('family_wheel', 'f', 'kind', draws.uniform('family'))}
  JOIN ${values('s', ['family', 'size'], familySizes)} ON s.family = f.item
), housed AS (
  SELECT *, residents + size - sum(size) OVER (PARTITION BY grid ORDER BY household) AS room
  FROM founded
)
SELECT household, grid, family, CAST(least(size, room) AS INTEGER) AS members,
       ${draws.uniform('registered')} < ${registeredShare(truths)} / 100 AS registered_here
FROM housed WHERE room > 0`,
    ),
  ]
}
