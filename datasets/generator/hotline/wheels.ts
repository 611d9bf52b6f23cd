import { firstDay, lastDay } from '../anlan/calendar.ts'
import { values } from '../sql.ts'
import { wheel } from '../wheel.ts'
import { channels } from './rhythms.ts'
import { hardBelow } from './simpson.ts'

/** The eighth weight of a week is what a public holiday leaves of a working day. */
const holiday = 8

/** Day: season × weekday or holiday × growth × events, each in its own whole-number scale. */
const dayWeights = `SELECT matter AS spin, day AS item,
       season.weight
       * CASE WHEN day_off THEN week.weight * off.weight // 100 ELSE week.weight END
       * (1000 + growth * (day - DATE '${firstDay}') // 365)
       * coalesce(percent, 100) AS weight
FROM matters
CROSS JOIN calendar
JOIN seasons AS season ON season.name = season AND season.place = month(day)
JOIN weeks AS week ON week.name = rhythm AND week.place = isodow(day)
JOIN weeks AS off ON off.name = rhythm AND off.place = ${holiday}
LEFT JOIN events ON events.subcategory = matters.subcategory
                AND day BETWEEN CAST(first AS DATE) AND CAST(last AS DATE)
WHERE day <= DATE '${lastDay}'`

/** The streets that `pulls` names call about the same matters, hard ones and easy ones in its shares. */
const placeWeights = `SELECT matter AS spin, place AS item,
       CAST(residents AS BIGINT) * CASE WHEN per_mille IS NOT NULL THEN (old + "new") // 2 * per_mille
                        WHEN kind = 'old' THEN old * 1000 WHEN kind = 'new' THEN "new" * 1000
                        ELSE town * 1000 END AS weight
FROM matters CROSS JOIN places
LEFT JOIN pulls ON pulls.street = places.street AND pulls.hard = (satisfied_rate < ${hardBelow})`

const requestWeights = `UNPIVOT (
  SELECT matter AS spin, ask AS 咨询, help AS 求助, complain AS 投诉, report AS 举报, suggest AS 建议
  FROM matters
) ON COLUMNS(* EXCLUDE spin) INTO NAME item VALUE weight`

const channelRows = channels.flatMap(({ channel, weights }) =>
  Object.entries(weights).map(([year, weight]) => ({ spin: Number(year), item: channel, weight })),
)

export function wheels(): string[] {
  return [
    wheel('matter_wheel', 'SELECT 0 AS spin, matter AS item, weight FROM matters'),
    wheel('day_wheel', dayWeights),
    wheel('hour_wheel', 'SELECT name AS spin, place AS item, weight FROM hours'),
    wheel('place_wheel', placeWeights),
    wheel('request_wheel', requestWeights),
    wheel('channel_wheel', `FROM ${values('c', ['spin', 'item', 'weight'], channelRows)}`),
  ]
}
