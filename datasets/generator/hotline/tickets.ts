import { drawsOf } from '../draw.ts'
import { making, rowsOf, type GenerateOptions, type Making, type Sheet } from '../making.ts'
import { numberedByDay } from '../numbering.ts'
import { temporary } from '../sql.ts'
import { callBack } from './callback.ts'
import { firstCalls, purposes } from './calls.ts'
import { narrative, storyKind } from './narrative.ts'
import { repeatedCalls } from './repeats.ts'
import { recordedUntil, settle } from './settle.ts'
import { referenceTables } from './tables.ts'
import { wheels } from './wheels.ts'

/** Tickets of three years at scale 1. */
const usualRows = 300_000

const numbered = (
  sheet: Sheet,
) => `SELECT *, ${numberedByDay('AL', 'created_at', 'call', sheet)} AS ticket_id
FROM (FROM first_tickets UNION ALL BY NAME FROM repeated_tickets)`

/** The change of definition: calendar days, then working days. */
const daysToClose = (from: string | undefined) =>
  from === undefined
    ? 't.calendar_days'
    : `CASE WHEN t.created_at < DATE '${from}' THEN t.calendar_days ELSE ended.work_no - opened.work_no END`

const published = ({
  seed,
  truths,
}: GenerateOptions) => `SELECT t.ticket_id, t.created_at, t.due_at, t.closed_at,
       CASE WHEN t.closed_at IS NOT NULL THEN '已办结'
            WHEN t.due_at < ${recordedUntil} THEN '超期未办结' ELSE '办理中' END AS status,
       CAST(${daysToClose(truths.definition.from)} AS INTEGER) AS days_to_close,
       district, places.street, community, code AS community_code,
       t.channel, t.request_type, category, subcategory, department,
       ${narrative(seed)} AS narrative,
       t.urgent, t.extended, t.reworked, t.called_back, t.satisfied, t.audit_satisfied,
       t.caller AS caller_id, earlier.ticket_id AS repeat_of
FROM numbered AS t
JOIN matters USING (matter)
JOIN places USING (place)
JOIN stories ON stories.matter = t.matter AND stories.kind = ${storyKind}
JOIN calendar AS opened ON opened.day = CAST(t.created_at AS DATE)
LEFT JOIN calendar AS ended ON ended.day = CAST(t.closed_at AS DATE)
LEFT JOIN numbered AS earlier ON earlier.call = t.repeat_of_call
ORDER BY t.ticket_id`

export function hotlineTickets(options: GenerateOptions): Making {
  const { seed, truths } = options
  const draws = drawsOf('call', seed, purposes)
  return making('hotline-tickets', options, (sheet) => {
    const { first, count } = rowsOf(sheet, usualRows)
    const repeated = Math.round((count * truths.repeats.percent) / 100)
    const firsts = { first, count: count - repeated }
    const seconds = { first: first + firsts.count, count: repeated }
    const settled = (calls: string) => callBack(settle(calls, draws), truths, draws)
    return {
      statements: [
        ...referenceTables(truths),
        ...wheels(),
        temporary('first_calls', firstCalls(sheet, firsts, seed, draws)),
        temporary('first_tickets', settled('first_calls')),
        temporary('repeated_calls', repeatedCalls('first_tickets', seconds, draws)),
        temporary('repeated_tickets', settled('repeated_calls')),
        temporary('numbered', numbered(sheet)),
      ],
      outputs: [{ path: 'data/tickets.parquet', query: published(options) }],
    }
  })
}
