import { communities } from '../anlan/city.ts'
import { drawsOf } from '../draw.ts'
import { temporary, values } from '../sql.ts'

/** The year that the ledger is of. */
const year = 2025

/** The day on which a form is nominally due. The yearly ones are spread over the months. */
const nominal = `CASE frequency
    WHEN '周报' THEN isodow(day) = 5
    WHEN '月报' THEN day(day) = 25
    WHEN '季报' THEN month(day) % 3 = 0 AND day(day) = 20
    WHEN '半年报' THEN day(day) = 10 AND month(day) IN (6, 12)
    ELSE day(day) = 15 AND month(day) = 1 + form * 5 % 12 END`

/** Filing is quicker where the desk is well staffed: minutes in % of the usual. */
const placeRows = communities.map(({ code, kind }, place) => ({
  place,
  community_code: code,
  town: kind === 'town',
  pace: 80 + ((place * 31) % 41),
}))

export function placeTable(): string {
  const columns = ['place', 'community_code', 'town', 'pace']
  return temporary('places', `FROM ${values('p', columns, placeRows)}`)
}

/**
 * (form, community_code, due, submitted, minutes, returned). Due on a day off is due on the next
 * working day. One in fifty is never filed; of the rest one in sixteen is late. What is asked for in
 * many items takes longer and comes back more often.
 */
export function submissions(seed: number): string {
  const row = `(form * 100 + place) * 1000 + dayofyear(day)`
  const draws = drawsOf(row, seed, { filed: 511, lag: 512, minutes: 513, returned: 514 })
  return `WITH nominal AS (
  SELECT form, items, place, community_code, pace, c.day, work_no + CASE WHEN working THEN 0 ELSE 1 END AS due_no
  FROM forms
  JOIN places ON scope = 'all' OR town = (scope = 'town')
  JOIN calendar AS c ON year(c.day) = ${year} AND ${nominal}
), drawn AS (
  SELECT *, ${draws.uniform('filed')} AS filed, ${draws.uniform('lag')} AS lag,
         ${draws.uniform('minutes')} AS effort, ${draws.uniform('returned')} < 0.03 + 0.003 * items AS sent_back
  FROM nominal
), timed AS (
  SELECT *, CASE WHEN filed < 0.02 THEN NULL
                 WHEN filed < 0.08 THEN due_no + 1 + CAST(floor(5 * lag * lag) AS INTEGER)
                 ELSE due_no - CAST(floor(4 * lag * lag) AS INTEGER) END AS filed_no
  FROM drawn
)
SELECT form, community_code, due.day AS due, sent.day AS submitted,
       CASE WHEN sent.day IS NOT NULL THEN CAST(round((12 + items * (1.6 + 3.2 * effort)) * pace / 100
         * CASE WHEN sent_back THEN 1.5 ELSE 1 END) AS INTEGER) END AS minutes,
       sent.day IS NOT NULL AND sent_back AS returned
FROM timed
JOIN workdays AS due ON due.work_no = due_no
LEFT JOIN workdays AS sent ON sent.work_no = filed_no`
}
