import { drawsOf } from '../draw.ts'
import { making, rowsOf, type GenerateOptions, type Making } from '../making.ts'
import { temporary } from '../sql.ts'
import { callBack } from './callback.ts'
import { firstCalls, purposes } from './calls.ts'
import { repeatedCalls } from './repeats.ts'
import { recordedUntil, settle } from './settle.ts'
import { referenceTables } from './tables.ts'
import { wheels } from './wheels.ts'

/** Tickets of three years at scale 1. */
const usualRows = 120_000

/** Tickets are numbered by day, in the order in which they came in. */
const numbered = `SELECT *, 'AL' || strftime(created_at, '%Y%m%d') || '-' || format('{:05d}',
       row_number() OVER (PARTITION BY CAST(created_at AS DATE) ORDER BY created_at, call)) AS ticket_id
FROM (FROM first_tickets UNION ALL BY NAME FROM repeated_tickets)`

const published = `SELECT t.ticket_id, t.created_at, t.due_at, t.closed_at,
       CASE WHEN t.closed_at IS NOT NULL THEN '已办结'
            WHEN t.due_at < ${recordedUntil} THEN '超期未办结' ELSE '办理中' END AS status,
       CAST(t.days_to_close AS INTEGER) AS days_to_close,
       district, street, community, code AS community_code,
       t.channel, t.request_type, category, subcategory, department,
       t.urgent, t.extended, t.reworked, t.called_back, t.satisfied,
       t.caller AS caller_id, earlier.ticket_id AS repeat_of
FROM numbered AS t
JOIN matters USING (matter)
JOIN places USING (place)
LEFT JOIN numbered AS earlier ON earlier.call = t.repeat_of_call
ORDER BY t.ticket_id`

export function hotlineTickets(options: GenerateOptions): Making {
  const { seed, truths } = options
  const draws = drawsOf('call', seed, purposes)
  return making('hotline-tickets', options, (sheet) => {
    const { first, count } = rowsOf(sheet, usualRows)
    const repeated = Math.round((count * truths.repeats.percent) / 100)
    return {
      statements: [
        ...referenceTables(),
        ...wheels(),
        temporary('first_calls', firstCalls({ first, count: count - repeated }, seed, draws)),
        temporary('first_tickets', callBack(settle('first_calls', draws), draws)),
        temporary('repeated_calls', repeatedCalls('first_tickets', repeated, draws)),
        temporary('repeated_tickets', callBack(settle('repeated_calls', draws), draws)),
        temporary('numbered', numbered),
      ],
      outputs: [{ path: 'data/tickets.parquet', query: published }],
    }
  })
}
