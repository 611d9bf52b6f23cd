import { drawsOf } from '../draw.ts'
import { temporary } from '../sql.ts'
import type { Truths } from '../truths.ts'
import { spun, wheel } from '../wheel.ts'

/** What is drawn for an entry in the register; the numbers are part of the data: never reuse one. */
const purposes = { twice: 121, elsewhere: 122 } as const

/**
 * Who stands in the register: everybody once, and `duplicates.perMille` of them a second time, in a
 * grid of another community, where they count as registered if they do not at home. Needs
 * `persons` and `grid_list`. Table `entries(person, again, grid, community_code, household_size,
 * registered_here, male, age, education)`.
 */
export function entries(seed: number, { duplicates }: Truths): string[] {
  const draws = drawsOf('person', seed, purposes)
  const twice = `SELECT person FROM persons ORDER BY ${draws.uniform('twice')}, person
    LIMIT (SELECT CAST(round(count(*) * ${duplicates.perMille} / 1000) AS BIGINT) FROM persons)`
  return [
    wheel(
      'elsewhere_wheel',
      `SELECT home.place AS spin, away.grid AS item, away.residents AS weight
FROM (SELECT DISTINCT place FROM grid_list) AS home
JOIN grid_list AS away ON away.place <> home.place`,
    ),
    temporary(
      'entries',
      `WITH first_entries AS (
  SELECT persons.*, place, community_code, false AS again FROM persons JOIN grid_list USING (grid)
), moved AS (
  SELECT first_entries.* REPLACE (w.item AS grid, NOT registered_here AS registered_here, true AS again)
  FROM first_entries
  SEMI JOIN (${twice}) AS twice USING (person)
  ${spun('elsewhere_wheel', 'w', 'place', draws.uniform('elsewhere'))}
), second_entries AS (
  SELECT moved.* REPLACE (grid_list.community_code AS community_code)
  FROM moved JOIN grid_list USING (grid)
)
SELECT person, again, grid, community_code, household_size, registered_here, male, age, education
FROM (FROM first_entries UNION ALL BY NAME FROM second_entries)`,
    ),
  ]
}
