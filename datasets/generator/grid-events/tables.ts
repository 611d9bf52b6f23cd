import { calendar, firstDay, lastDay } from '../anlan/calendar.ts'
import { communities } from '../anlan/city.ts'
import { grids } from '../anlan/grids.ts'
import { reformed } from '../anlan/reform.ts'
import { rhythmTables } from '../hotline/rhythm-tables.ts'
import { temporary, values } from '../sql.ts'
import type { Truths } from '../truths.ts'
import { wheel } from '../wheel.ts'
import { kindColumns, kinds, sources } from './kinds.ts'
import { misheard } from './places.ts'

/** Communities take their time each in its own way: 0 to 0.8 days more, in 1/100, by a fixed rule. */
const levelOf = (place: number) => ((place * 37) % 17) * 5

const stemOf = (community: string) => community.replace(/社区$|村$/, '')

const placeColumns = ['place', 'code', 'community', 'street', 'district', 'kind', 'residents']

function places(): string {
  const rows = communities.map((each, place) => {
    const stem = stemOf(each.community)
    const reform = reformed.has(each.code)
    const sounded = each.community.replace(stem, misheard.get(stem) ?? stem)
    return { place, ...each, stem, sounded, reform, level: levelOf(place) }
  })
  const columns = [...placeColumns, 'stem', 'sounded', 'reform', 'level']
  return temporary('places', `FROM ${values('p', columns, rows)}`)
}

/** Season × weekday × growth, each in its own whole-number scale. */
const dayWeights = `SELECT number AS spin, day AS item,
       season.weight * CASE WHEN day_off THEN week.weight * off.weight // 100 ELSE week.weight END
       * (1000 + growth * (day - DATE '${firstDay}') // 365) AS weight
FROM kinds
CROSS JOIN calendar
JOIN seasons AS season ON season.name = season AND season.place = month(day)
JOIN weeks AS week ON week.name = rhythm AND week.place = isodow(day)
JOIN weeks AS off ON off.name = rhythm AND off.place = 8
WHERE day <= DATE '${lastDay}'`

const placeWeights = `SELECT number AS spin, place AS item,
       residents * CASE places.kind WHEN 'old' THEN old WHEN 'new' THEN "new" ELSE town END AS weight
FROM kinds CROSS JOIN places`

/** What an event is drawn from. */
export function eventTables(truths: Truths): string[] {
  const numbered = kinds.map((each, number) => ({ number, ...each }))
  const found = Object.entries(sources).flatMap(([spin, weights]) =>
    Object.entries(weights).map(([item, weight]) => ({ spin, item, weight })),
  )
  const shares = grids.map(({ community, code, share }) => ({ spin: community, item: code, share }))
  return [
    ...calendar(),
    ...rhythmTables(truths.seasons.strength),
    temporary('kinds', `FROM ${values('k', ['number', ...kindColumns], numbered)}`),
    places(),
    wheel('kind_wheel', 'SELECT 0 AS spin, number AS item, weight FROM kinds'),
    wheel('day_wheel', dayWeights),
    wheel('hour_wheel', 'SELECT name AS spin, place AS item, weight FROM hours'),
    wheel('place_wheel', placeWeights),
    wheel(
      'grid_wheel',
      `SELECT spin, item, share AS weight FROM ${values('g', ['spin', 'item', 'share'], shares)}`,
    ),
    wheel('source_wheel', `FROM ${values('s', ['spin', 'item', 'weight'], found)}`),
  ]
}
