import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matters } from '../../datasets/generator/hotline/matters.ts'
import { seasons } from '../../datasets/generator/hotline/rhythms.ts'
import { planted } from '../../datasets/generator/truths.ts'
import { openCities, type Cities } from './truths-support.ts'

const { simpson, callBack, definition, repeats } = planted

/** Enough tickets for the control city's differences to be told from noise, and still made quickly. */
const controlScale = 0.4

let cities: Cities
beforeAll(async () => {
  const file = { dataset: 'hotline-tickets', path: 'data/tickets.parquet' }
  cities = await openCities({ tickets: file }, controlScale)
})
afterAll(() => cities.close())

async function one(sql: string): Promise<Record<string, number>> {
  const [row] = await cities.ask(sql)
  return row as Record<string, number>
}

/** Standard error of a difference between two shares. */
const errorOf = (p: number, n: number, q: number, m: number) =>
  Math.sqrt((p * (1 - p)) / n + (q * (1 - q)) / m)

const hardOnes = matters
  .filter((matter) => Number(matter['satisfied_rate']) < 80)
  .map((matter) => `'${String(matter['subcategory'])}'`)
const isHard = `subcategory IN (${hardOnes.join(', ')})`

/** Satisfied among answered call-backs: street less rival, and the standard error of that. */
async function lead(table: string, where: string) {
  const { p, n, q, m } = await one(`SELECT
    avg(CAST(satisfied AS INTEGER)) FILTER (street = '${simpson.street}') AS p,
    count(satisfied) FILTER (street = '${simpson.street}')::DOUBLE AS n,
    avg(CAST(satisfied AS INTEGER)) FILTER (street = '${simpson.rival}') AS q,
    count(satisfied) FILTER (street = '${simpson.rival}')::DOUBLE AS m FROM ${table} WHERE ${where}`)
  return { points: 100 * (p! - q!), error: 100 * errorOf(p!, n!, q!, m!) }
}

const hardShare = async (table: string, street: string) =>
  (
    await one(
      `SELECT avg(CAST(${isHard} AS INTEGER)) AS s FROM ${table} WHERE street = '${street}'`,
    )
  )['s']!

describe("Simpson's paradox", () => {
  it('shows the street behind over all matters, and ahead in hard and in easy ones', async () => {
    const all = await lead('tickets', 'true')
    expect(all.points).toBeLessThan(-3 * all.error)
    for (const stratum of [isHard, `NOT ${isHard}`]) {
      const { points, error } = await lead('tickets', stratum)
      // About 3,000 to 12,000 answers a side: one standard error is 1.0 (hard) and 0.6 points (easy).
      expect(Math.abs(points - simpson.points)).toBeLessThan(3 * error)
      expect(points).toBeGreaterThan(3 * error)
    }
  })

  it('comes from the calls about hard matters', async () => {
    const ratio =
      (await hardShare('tickets', simpson.street)) / (await hardShare('tickets', simpson.rival))
    // The smaller share, 18 % of 36,000 calls, is known to 1.1 %, so the ratio to 0.05; who is
    // discontented calls again, which moves both shares a little.
    expect(Math.abs(ratio - simpson.pull)).toBeLessThan(0.2)
  })

  it('is not there in the control city', async () => {
    for (const where of ['true', isHard, `NOT ${isHard}`]) {
      const { points, error } = await lead('control_tickets', where)
      expect(Math.abs(points)).toBeLessThan(3 * error)
    }
    const ratio =
      (await hardShare('control_tickets', simpson.street)) /
      (await hardShare('control_tickets', simpson.rival))
    expect(Math.abs(ratio - 1)).toBeLessThan(0.06) // 3 standard errors of two shares of 34 % in 13,000
  })
})

/** What the call-backs show, what the audit shows, and who of the audited had been called back. */
const selection = (table: string) =>
  one(`SELECT avg(CAST(satisfied AS INTEGER)) AS shown, count(satisfied)::DOUBLE AS answers,
    avg(CAST(audit_satisfied AS INTEGER)) AS audit, count(audit_satisfied)::DOUBLE AS audits,
    avg(CAST(called_back AS INTEGER)) FILTER (audit_satisfied AND closed_at <= due_at) AS content,
    count(*) FILTER (audit_satisfied AND closed_at <= due_at)::DOUBLE AS contents,
    avg(CAST(called_back AS INTEGER)) FILTER (NOT audit_satisfied AND closed_at <= due_at) AS rest,
    count(*) FILTER (NOT audit_satisfied AND closed_at <= due_at)::DOUBLE AS rests,
    avg(CAST(called_back AS INTEGER)) FILTER (audit_satisfied) AS a,
    avg(CAST(called_back AS INTEGER)) FILTER (NOT audit_satisfied) AS b,
    count(audit_satisfied) / count(closed_at) AS audited FROM ${table}`)

describe('call-back selection', () => {
  it('calls the content more often, as the audit of 2 % finds', async () => {
    const { content, contents, rest, rests, audited } = await selection('tickets')
    expect(Math.abs(audited! - 0.02)).toBeLessThan(0.001) // 3 standard errors: 0.0008
    // 4,300 content and 1,300 others were audited: one standard error is 1.6 points.
    const error = 100 * errorOf(content!, contents!, rest!, rests!)
    expect(Math.abs(100 * (content! - rest!) - callBack.points)).toBeLessThan(3 * error)
  })

  it('flatters by the gap to the audit, which weighting by the chance to be called back closes', async () => {
    const { shown, answers, audit, audits, a, b } = await selection('tickets')
    const error = errorOf(shown!, answers!, audit!, audits!)
    expect(shown! - audit!).toBeGreaterThan(5 * error)
    const weighted = shown! / a! / (shown! / a! + (1 - shown!) / b!)
    // The audit's own error (0.6 points) and that of a / b, which moves the result by as much again.
    expect(Math.abs(weighted - audit!)).toBeLessThan(4 * error)
  })

  it('does not flatter in the control city', async () => {
    const { shown, answers, audit, audits } = await selection('control_tickets')
    expect(Math.abs(shown! - audit!)).toBeLessThan(3 * errorOf(shown!, answers!, audit!, audits!))
  })
})

/** Of 2025, as the State Council's office announced it: days off, and weekend days to be worked. */
const off2025 = [
  ['01-01', '01-01'],
  ['01-28', '02-04'],
  ['04-04', '04-06'],
  ['05-01', '05-05'],
  ['05-31', '06-02'],
  ['10-01', '10-08'],
]
const worked2025 = ['01-26', '02-08', '04-27', '09-28', '10-11']

const workingDays2025 = `SELECT day FROM (SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS day)
  WHERE day IN (${worked2025.map((day) => `DATE '2025-${day}'`).join(', ')}) OR (isodow(day) < 6 AND NOT (${off2025
    .map(([from, to]) => `day BETWEEN DATE '2025-${from}' AND DATE '2025-${to}'`)
    .join(' OR ')}))`

const span = "date_diff('day', created_at, closed_at)"

describe('the change of definition', () => {
  it('counts calendar days before it and working days after, while nothing became faster', async () => {
    const days = await one(`WITH working AS (${workingDays2025}), upto AS (
      SELECT day, count(*) FILTER (day IN (FROM working)) OVER (ORDER BY day) AS n
      FROM (SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS day)
    ), after AS (
      SELECT days_to_close, b.n - a.n AS recounted FROM tickets
      JOIN upto AS a ON a.day = CAST(created_at AS DATE) JOIN upto AS b ON b.day = CAST(closed_at AS DATE)
    ) SELECT (SELECT count(*) FROM after WHERE days_to_close <> recounted)::DOUBLE AS wrong_after,
      count(*) FILTER (created_at < '${definition.from!}' AND days_to_close <> ${span})::DOUBLE AS wrong_before,
      avg(days_to_close) FILTER (created_at >= '${definition.from!}') / avg(${span}) FILTER (created_at >= '${definition.from!}') AS ratio,
      avg(${span}) FILTER (year(created_at) = 2025) / avg(${span}) FILTER (year(created_at) = 2024) AS faster
      FROM tickets`)
    expect(days).toMatchObject({ wrong_after: 0, wrong_before: 0 })
    // 248 of the 365 days of 2025 are worked; a closing falls on one of them, so it is not quite that.
    expect(Math.abs(days['ratio']! - 248 / 365)).toBeLessThan(0.03)
    // 92,000 tickets a year with a standard deviation of 8 days: 1 % is 1.3 standard errors; what is
    // still open at the end is missing from the last year.
    expect(Math.abs(days['faster']! - 1)).toBeLessThan(0.04)
  })

  it('is not there in the control city', async () => {
    const { other } = await one(
      `SELECT count(*) FILTER (days_to_close <> ${span})::DOUBLE AS other FROM control_tickets`,
    )
    expect(other).toBe(0)
  })
})

/** χ² of the months of first calls about heating against weights; a cold wave's week is left out. */
async function monthsAgainst(table: string, weights: readonly number[]): Promise<number> {
  const usual = "NOT day BETWEEN DATE '2023-12-16' AND DATE '2023-12-22'"
  const growth = Number(matters.find((matter) => matter['subcategory'] === '供暖')?.['growth'])
  const { chi } = await one(`WITH calls AS (
      SELECT month(day) AS m, count(*) AS n FROM (SELECT CAST(created_at AS DATE) AS day FROM ${table}
        WHERE subcategory = '供暖' AND repeat_of IS NULL) WHERE ${usual} GROUP BY 1
    ), model AS (
      SELECT month(day) AS m, sum([${weights.join(', ')}][month(day)] * (1000 + ${growth} * (day - DATE '2023-01-01') / 365)) AS w
      FROM (SELECT CAST(unnest(generate_series(DATE '2023-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS day)
      WHERE ${usual} GROUP BY 1
    ), joined AS (
      SELECT coalesce(n, 0) AS n, w / sum(w) OVER () * sum(n) OVER () AS expected FROM model LEFT JOIN calls USING (m)
    ) SELECT sum((n - expected) ** 2 / expected) AS chi FROM joined`)
  return chi!
}

describe('seasonality', () => {
  /** The 99.9 % quantile of χ² with 11 degrees of freedom. */
  const unlikely = 31.3
  const flat = seasons['heating']!.map(() => 100)

  it('of heating follows its weights by month, and not a flat year', async () => {
    expect(await monthsAgainst('tickets', seasons['heating']!)).toBeLessThan(unlikely)
    expect(await monthsAgainst('tickets', flat)).toBeGreaterThan(100 * unlikely)
  })

  it('is not there in the control city', async () => {
    expect(await monthsAgainst('control_tickets', flat)).toBeLessThan(unlikely)
  })
})

describe('repeated calls', () => {
  it('are exactly so many of all, and none in the control city', async () => {
    const share = (table: string) =>
      one(`SELECT 100 * count(repeat_of) / count(*) AS percent FROM ${table}`)
    expect(await share('tickets')).toEqual({ percent: repeats.percent })
    expect(await share('control_tickets')).toEqual({ percent: 0 })
  })
})
