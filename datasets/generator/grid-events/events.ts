import { drawsOf, type Draws } from '../draw.ts'
import { moment } from '../hotline/calls.ts'
import { oneBy } from '../one-of.ts'
import { inStrength } from '../hotline/rhythms.ts'
import { recordedUntil } from '../hotline/settle.ts'
import { making, rowsOf, type GenerateOptions, type Making } from '../making.ts'
import { numberedByDay } from '../numbering.ts'
import { temporary } from '../sql.ts'
import type { Truths } from '../truths.ts'
import { spun } from '../wheel.ts'
import { slowMonths, urgentSaves } from './kinds.ts'
import { spotsOf } from './places.ts'
import { eventTables } from './tables.ts'

/** Events of three years at scale 1. */
const usualRows = 200_000

/** What is drawn for an event; the numbers are part of the data: never reuse one. */
const purposes = {
  kind: 101,
  day: 102,
  hour: 103,
  second: 104,
  place: 105,
  grid: 106,
  source: 107,
  severity: 108,
  duration: 109,
  spot: 110,
  typo: 111,
  slip: 112,
} as const
type Purpose = keyof typeof purposes

/** Nothing takes more than this many times the mean tail. */
const longestTail = 6

/** What came up where, when and how it was found: one row for each event. */
function found(rows: { first: number; count: number }, draws: Draws<Purpose>): string {
  const severity = draws.uniform('severity')
  const minute = `date_trunc('minute', ${moment('d.item', 'h.item', draws.uniform('second'))})`
  return `SELECT event, kinds.*, places.* EXCLUDE (kind), g.item AS grid_code, s.item AS source,
       ${minute} AS reported_at,
       CASE WHEN ${severity} * 100 < urgent THEN '紧急'
            WHEN ${severity} * 100 < urgent + serious THEN '较重' ELSE '一般' END AS severity
FROM range(${rows.first}, ${rows.first + rows.count}) AS events(event)
${spun('kind_wheel', 'k', '0', draws.uniform('kind'))}
JOIN kinds ON kinds.number = k.item
${spun('day_wheel', 'd', 'k.item', draws.uniform('day'))}
${spun('place_wheel', 'p', 'k.item', draws.uniform('place'))}
JOIN places ON places.place = p.item
${spun('grid_wheel', 'g', 'places.code', draws.uniform('grid'))}
${spun('source_wheel', 's', 'kinds.found', draws.uniform('source'))}
${spun('hour_wheel', 'h', 'kinds.rhythm', draws.uniform('hour'))}`
}

/**
 * Days from report to resolution: what the kind takes at the least, what the community and the month
 * add, an exponential tail; less what the reform saves.
 */
function days({ gridReform, seasons }: Truths, draws: Draws<Purpose>): string {
  const months = slowMonths.map((days) => inStrength(100 + days, seasons.strength) - 100)
  const tail = `least(-ln(1 - ${draws.uniform('duration')}), ${longestTail})`
  return `(base + level + [${months.join(', ')}][month(reported_at)]
         - CASE severity WHEN '紧急' THEN ${urgentSaves} ELSE 0 END + tail * ${tail}) / 100
       - CASE WHEN reform AND reported_at >= DATE '${gridReform.from}' THEN ${gridReform.days} ELSE 0 END`
}

/** Where, as the worker typed it: 社区 left out, a character that sounds alike, or one typed twice. */
function placeText({ typos }: Truths, draws: Draws<Purpose>): string {
  const slip = draws.uniform('slip')
  return `CASE WHEN ${draws.uniform('typo')} * 1000 >= ${typos.placeNames} THEN community
            WHEN ${slip} < 0.4 THEN stem
            WHEN ${slip} < 0.8 THEN sounded
            ELSE substr(community, 1, 2) || substr(community, 2) END
       || ${oneBy('spot', spotsOf, draws.uniform('spot'))}`
}

const published = `SELECT event_id, reported_at,
       CASE WHEN done_at < ${recordedUntil} THEN done_at END AS closed_at,
       CASE WHEN done_at < ${recordedUntil} THEN '已结案' ELSE '办理中' END AS status,
       grid_code, code AS community_code, street, district,
       category, kind, severity, source, handler, place_text
FROM dealt_with ORDER BY event_id`

export function gridEvents(options: GenerateOptions): Making {
  const { seed, truths } = options
  const draws = drawsOf('event', seed, purposes)
  return making('anlan-grid-events', options, (sheet) => {
    const dealtWith = `SELECT *, ${numberedByDay('GE', 'reported_at', 'event', sheet)} AS event_id,
       date_trunc('minute', reported_at + to_seconds(CAST(round(86400 * (${days(truths, draws)})) AS BIGINT))) AS done_at,
       ${placeText(truths, draws)} AS place_text
FROM found`
    return {
      statements: [
        ...eventTables(truths),
        temporary('found', found(rowsOf(sheet, usualRows), draws)),
        temporary('dealt_with', dealtWith),
      ],
      outputs: [{ path: 'data/events.parquet', query: published }],
    }
  })
}
