import type { Draws } from '../draw.ts'
import type { Sheet } from '../making.ts'
import { spun } from '../wheel.ts'

/** What is drawn for a call; the numbers are part of the data: never reuse one. */
export const purposes = {
  matter: 1,
  day: 2,
  hour: 3,
  second: 4,
  place: 5,
  request: 6,
  channel: 7,
  caller: 8,
  urgent: 9,
  direct: 10,
  minutes: 11,
  rework: 12,
  duration: 13,
  clock: 14,
  hurry: 15,
  extension: 16,
  satisfied: 17,
  callBack: 18,
  answer: 19,
  repeat: 20,
  lag: 21,
  harder: 22,
  secondHour: 23,
  secondSecond: 24,
  audit: 25,
  speaker: 26,
  opening: 27,
  story: 28,
  named: 29,
  spot: 30,
  days: 31,
  months: 32,
  often: 33,
  night: 34,
  daytime: 35,
  money: 36,
  big: 37,
  n: 38,
  ending: 39,
} as const
export type Purpose = keyof typeof purposes

/** Of a community's residents, in %, those who may ever call. */
const callingShare = 35

/** A date and the drawn hour and second of it, as a TIMESTAMP. */
export function moment(day: string, hour: string, second: string): string {
  return `CAST(${day} AS TIMESTAMP) + to_seconds(${hour} * 3600 + CAST(floor(${second} * 3600) AS BIGINT))`
}

/** Of a place, no more people call than this, and of a sheet, no more than of all its places. */
const callersInPlace = 10_000
const callersInSheet = 60 * callersInPlace

/** Scatters the numbers below it one to one. */
const prime = 9_999_991

/**
 * Who calls: the square of the uniform draw gives the community a few people who call often and many
 * who call once. A number is the same person's everywhere; each sheet has its own people.
 */
function caller(sheet: Sheet, seed: number, draws: Draws<Purpose>): string {
  const u = draws.uniform('caller')
  const person = `CAST(floor(residents * ${callingShare} // 100 * ${u} * ${u}) AS BIGINT)`
  const number = `(${sheet.index * callersInSheet} + p.item * ${callersInPlace} + ${person})`
  return `'R' || format('{:07d}', (${number} * 7368787 + ${seed}) % ${prime} + ${number} // ${prime} * 10000000)`
}

/** First calls: (call, matter, place, request_type, channel, caller, created_at, repeat_of_call). */
export function firstCalls(
  sheet: Sheet,
  rows: { readonly first: number; readonly count: number },
  seed: number,
  draws: Draws<Purpose>,
): string {
  return `SELECT call, m.item AS matter, p.item AS place, r.item AS request_type, c.item AS channel,
       ${caller(sheet, seed, draws)} AS caller,
       ${moment('d.item', 'h.item', draws.uniform('second'))} AS created_at,
       CAST(NULL AS BIGINT) AS repeat_of_call
FROM range(${rows.first}, ${rows.first + rows.count}) AS calls(call)
${spun('matter_wheel', 'm', '0', draws.uniform('matter'))}
${spun('day_wheel', 'd', 'm.item', draws.uniform('day'))}
${spun('place_wheel', 'p', 'm.item', draws.uniform('place'))}
${spun('request_wheel', 'r', 'm.item', draws.uniform('request'))}
${spun('channel_wheel', 'c', 'year(d.item)', draws.uniform('channel'))}
JOIN matters ON matters.matter = m.item
JOIN places ON places.place = p.item
${spun('hour_wheel', 'h', 'matters.rhythm', draws.uniform('hour'))}`
}
