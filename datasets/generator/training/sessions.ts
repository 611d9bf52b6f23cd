import { calendar } from '../anlan/calendar.ts'
import { communities } from '../anlan/city.ts'
import type { Draws } from '../draw.ts'
import { temporary, values } from '../sql.ts'
import { spun, wheel } from '../wheel.ts'

/** What is drawn for a session; the numbers are part of the data: never reuse one. */
export const sessionPurposes = {
  place: 401,
  day: 402,
  volunteer: 403,
  enrolled: 404,
} as const
export type SessionPurpose = keyof typeof sessionPurposes

/** B1 to B9, from the first steps on; a community takes them in turn. */
const courses = 9

/** Fewest learners of a session: a class can then not be told apart by its list. */
export const smallestClass = 6

/** Volunteers of a community. */
const volunteers = 4

/** January to December: quiet around the Spring Festival and in the heat. */
const months = [50, 40, 100, 110, 115, 95, 60, 55, 115, 120, 130, 100]

const seats = [12, 16, 18, 20, 24]

/** Learners of a community: more in a large one, but far from in proportion. */
const placeRows = communities.map(({ code, residents }, place) => ({
  place,
  community_code: code,
  weight: 4_000 + residents,
  seats: seats[(place * 3) % seats.length] ?? 0,
  learners: 30 + Math.floor(residents / 400),
}))

export function sessionTables(): string[] {
  const monthRows = months.map((weight, index) => ({ month: index + 1, weight }))
  const columns = ['place', 'community_code', 'weight', 'seats', 'learners']
  return [
    ...calendar(),
    temporary('places', `FROM ${values('p', columns, placeRows)}`),
    wheel('place_wheel', 'SELECT 0 AS spin, place AS item, weight FROM places'),
    wheel(
      'day_wheel',
      `SELECT 0 AS spin, day AS item,
       weight * CASE WHEN day_off THEN 0 WHEN isodow(day) = 7 THEN 15 WHEN isodow(day) = 6 THEN 40
                     WHEN isodow(day) = 1 THEN 70 ELSE 100 END AS weight
FROM calendar JOIN ${values('m', ['month', 'weight'], monthRows)} ON month = month(day)
WHERE year(day) = 2025`,
    ),
  ]
}

/** Sessions: (session, number, place, held_on, course, volunteer, seats, learners, enrolled). */
export function sessions(
  rows: { readonly first: number; readonly count: number },
  seed: number,
  draws: Draws<SessionPurpose>,
): string {
  return `WITH held AS (
  SELECT session, p.item AS place, d.item AS held_on FROM range(${rows.first}, ${rows.first + rows.count}) AS s(session)
  ${spun('place_wheel', 'p', '0', draws.uniform('place'))}
  ${spun('day_wheel', 'd', '0', draws.uniform('day'))}
)
SELECT session, ${rows.first} + row_number() OVER (ORDER BY held_on, session) AS number,
       place, community_code, held_on, seats, learners,
       'B' || ((row_number() OVER (PARTITION BY place ORDER BY held_on, session) - 1) % ${courses} + 1) AS course,
       'V' || format('{:04d}', ((place * ${volunteers} + CAST(floor(${volunteers} * ${draws.uniform('volunteer')}) AS BIGINT)
         + 1) * 3571 + ${seed}) % 9973) AS volunteer_id,
       ${smallestClass} + CAST(floor(${draws.uniform('enrolled')} * (seats - ${smallestClass - 1})) AS INTEGER) AS enrolled
FROM held JOIN places USING (place)`
}
