import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { communities } from '../../datasets/generator/anlan/city.ts'
import { reformed } from '../../datasets/generator/anlan/reform.ts'
import { planted } from '../../datasets/generator/truths.ts'
import { openCities, type Cities } from './truths-support.ts'

const { gridReform, typos } = planted

let cities: Cities
beforeAll(async () => {
  const file = { dataset: 'anlan-grid-events', path: 'data/events.parquet' }
  cities = await openCities({ events: file }, 0.3)
})
afterAll(() => cities.close())

async function one(sql: string): Promise<Record<string, number>> {
  const [row] = await cities.ask(sql)
  return row as Record<string, number>
}

/** All that was reported until then was closed before the records end. */
const wholeUntil = '2025-12-01'

const days = 'epoch(closed_at - reported_at) / 86400'
const treated = `community_code IN (${[...reformed].map((code) => `'${code}'`).join(', ')})`

/**
 * Difference in differences of community means: `effect` in days, of the communities with the reform
 * against the others, after `from` against before; `error` from the spread over 30 and 30 communities.
 */
const effect = (table: string, from: string, until: string) =>
  one(`WITH changes AS (
      SELECT community_code, ${treated} AS treated,
        avg(${days}) FILTER (reported_at >= '${from}') - avg(${days}) FILTER (reported_at < '${from}') AS change
      FROM ${table} WHERE reported_at < '${until}' GROUP BY ALL
    ) SELECT avg(change) FILTER (treated) - avg(change) FILTER (NOT treated) AS effect,
        sqrt(var_samp(change) FILTER (treated) / 30 + var_samp(change) FILTER (NOT treated) / 30) AS error,
        count(*) FILTER (treated)::DOUBLE AS treated FROM changes`)

describe('the grid reform', () => {
  it('saves its days, by differences in differences', async () => {
    const open = await one(
      `SELECT count(*)::DOUBLE AS n FROM events WHERE closed_at IS NULL AND reported_at < '${wholeUntil}'`,
    )
    expect(open).toEqual({ n: 0 })
    const found = await effect('events', gridReform.from, wholeUntil)
    expect(found['treated']).toBe(30)
    // The standard error over communities is 0.03 day; 0.15 is five of them.
    expect(found['error']).toBeLessThan(0.05)
    expect(Math.abs(found['effect']! + gridReform.days)).toBeLessThan(0.15)
  })

  it('finds the two halves in parallel before, with a placebo in the middle of that time', async () => {
    const placebo = await effect('events', '2024-01-01', gridReform.from)
    expect(Math.abs(placebo['effect']!)).toBeLessThan(0.15)
    expect(Math.abs(placebo['effect']!)).toBeLessThan(3 * placebo['error']!)
  })

  it('is not there in the control city', async () => {
    // A third of the events: the standard error is about 0.05 day.
    const none = await effect('control_events', gridReform.from, wholeUntil)
    expect(Math.abs(none['effect']!)).toBeLessThan(0.15)
  })

  it('leaves to every event more than a quarter of a day', async () => {
    const { least } = await one(`SELECT min(${days}) AS least FROM events`)
    expect(least).toBeGreaterThan(0.25)
  })
})

describe('typos in places', () => {
  const names = communities.map(({ code, community }) => `('${code}', '${community}')`).join(', ')
  /** Of 1,000 places, those that do not begin with the community's name as it is written. */
  const mistyped = async (table: string) =>
    (
      await one(`SELECT 1000 * avg(CAST(NOT starts_with(place_text, community) AS INTEGER)) AS rate
        FROM ${table} JOIN (VALUES ${names}) AS c(code, community) ON code = community_code`)
    )['rate']!

  it('are so many of 1,000, and none in the control city', async () => {
    // Of 200,000 places: one standard error is 0.31.
    expect(Math.abs((await mistyped('events')) - typos.placeNames)).toBeLessThan(0.94)
    expect(await mistyped('control_events')).toBe(0)
  })

  it('never hide which community it was from who knows them all', async () => {
    const { astray } = await one(`SELECT count(*)::DOUBLE AS astray FROM events
      JOIN (VALUES ${names}) AS c(code, community) ON code <> community_code AND starts_with(place_text, community)`)
    expect(astray).toBe(0)
  })
})
