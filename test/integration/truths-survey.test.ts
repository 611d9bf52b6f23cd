import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planted } from '../../datasets/generator/truths.ts'
import { logit, type Group } from './truths-logit.ts'
import { openCities, type Cities } from './truths-support.ts'

let cities: Cities
beforeAll(async () => {
  const files = {
    respondents: { dataset: 'anlan-survey', path: 'data/respondents.parquet' },
    strata: { dataset: 'anlan-survey', path: 'data/strata.parquet' },
    elders: { dataset: 'anlan-elder-digital', path: 'data/elders.parquet' },
    items: { dataset: 'anlan-forms', path: 'data/items.parquet' },
  }
  cities = await openCities(files, 1)
})
afterAll(() => cities.close())

const one = async (sql: string) => (await cities.ask(sql))[0] ?? {}

interface Rate {
  readonly rate: number
  readonly error: number
}

/**
 * Of those in a band, the share that does not say: M / (a + M), with M = 10 × the visited. M's error is
 * that of drawing the visited, 10 √(f (1 − 1/10)), and of who happened to be silent.
 */
async function silentByBand(table: string): Promise<Rate[]> {
  const rows = await cities.ask(`SELECT coalesce(income_band, income_followup) AS band,
    count(income_band)::DOUBLE AS said, count(income_followup)::DOUBLE AS visited FROM ${table}
    WHERE coalesce(income_band, income_followup) IS NOT NULL GROUP BY ALL ORDER BY band`)
  return rows.map(({ said, visited }) => {
    const silent = 10 * Number(visited)
    const all = Number(said) + silent
    const rate = silent / all
    const drawing = ((Number(said) / all ** 2) * 10) ** 2 * Number(visited) * 0.9
    return { rate, error: Math.sqrt(drawing + (rate * (1 - rate)) / all) }
  })
}

/** Points from the lowest band to the highest, by weighted least squares over the five bands. */
function rise(rates: readonly Rate[]): Rate {
  const points = rates.map(({ rate, error }, index) => ({
    x: index / (rates.length - 1),
    rate,
    weight: error ** -2,
  }))
  const total = (of: (point: (typeof points)[number]) => number) =>
    points.reduce((sum, point) => sum + point.weight * of(point), 0)
  const [w, x, y] = [total(() => 1), total((p) => p.x), total((p) => p.rate)]
  const spread = total((p) => (p.x - x / w) ** 2)
  return {
    rate: total((p) => (p.x - x / w) * (p.rate - y / w)) / spread,
    error: spread ** -0.5,
  }
}

describe('values missing not at random', () => {
  const { lowest, highest } = planted.missing

  it('are, band by band, as many as the follow-up says', async () => {
    const rates = await silentByBand('respondents')
    expect(rates).toHaveLength(5)
    for (const [index, { rate, error }] of rates.entries()) {
      const expected = (lowest + ((highest - lowest) * index) / 4) / 100
      // Three standard errors: 4 to 10 points, as but one in ten was visited.
      expect(Math.abs(rate - expected)).toBeLessThan(3 * error)
      expect(error).toBeLessThan(0.035)
    }
  })

  it('rise with income, and do not in the control city', async () => {
    const shipped = rise(await silentByBand('respondents'))
    const flat = rise(await silentByBand('control_respondents'))
    // The standard error of the rise is 3 points, as but one in ten was visited; three of them.
    const tolerance = 0.1
    expect(3 * shipped.error).toBeLessThan(tolerance)
    expect(3 * flat.error).toBeLessThan(tolerance)
    expect(Math.abs(shipped.rate - (highest - lowest) / 100)).toBeLessThan(tolerance)
    expect(Math.abs(flat.rate)).toBeLessThan(tolerance)
  })

  it('are visited again one in ten, and nobody who had said', async () => {
    const row = await one(`SELECT count(*) FILTER (income_band IS NULL)::DOUBLE AS silent,
      count(income_followup)::DOUBLE AS visited,
      count(*) FILTER (income_band IS NOT NULL AND income_followup IS NOT NULL)::DOUBLE AS both
      FROM respondents`)
    expect(row['both']).toBe(0)
    expect(row['visited']).toBe(Math.floor(Number(row['silent']) / 10))
  })
})

describe('the survey’s design', () => {
  it('has weights that make the city of its sample, stratum by stratum', async () => {
    const rows = await cities.ask(`SELECT sum(weight) / any_value(population) AS ratio,
      sum(weight) FILTER (age_band >= '60') / any_value(population_60_plus) AS elder,
      (any_value(clusters_drawn) - count(DISTINCT psu))::DOUBLE AS lost
      FROM respondents JOIN strata USING (stratum) GROUP BY stratum`)
    expect(rows).toHaveLength(12)
    for (const { ratio, elder, lost } of rows) {
      // Grids of a street differ in size by about a third; ten of them give about a tenth.
      expect(Math.abs(Number(ratio) - 1)).toBeLessThan(0.3)
      expect(Math.abs(Number(elder) - 1)).toBeLessThan(0.3)
      expect(lost).toBe(0)
    }
    const { whole } = await one(
      'SELECT sum(weight) / (SELECT sum(population) FROM strata) AS whole FROM respondents',
    )
    // A tenth in each of twelve streets makes 3 % in all; three standard errors.
    expect(Math.abs(Number(whole) - 1)).toBeLessThan(0.09)
  })

  it('answers otherwise with weights than without', async () => {
    const row = await one(`SELECT avg((satisfied >= 4)::INT) AS plain,
      sum(weight * (satisfied >= 4)::INT) / sum(weight) AS weighted,
      avg((last_channel = '手机小程序')::INT) AS plain_online,
      sum(weight * (last_channel = '手机小程序')::INT) / sum(weight) AS weighted_online
      FROM respondents`)
    expect(Number(row['plain']) - Number(row['weighted'])).toBeGreaterThan(0.03)
    expect(Number(row['weighted_online']) - Number(row['plain_online'])).toBeGreaterThan(0.03)
  })
})

/** Log-odds of any hospital or government service online on age, living alone and schooling. */
async function gapIn(table: string) {
  const rows = await cities.ask(`SELECT age, living_alone AS alone, education,
    count(*)::DOUBLE AS people,
    count(*) FILTER (uses_registration OR uses_government)::DOUBLE AS yes FROM ${table}
    WHERE age IS NOT NULL AND living_alone IS NOT NULL AND education IS NOT NULL GROUP BY ALL`)
  const groups = rows.map(({ age, alone, education, people, yes }): Group => {
    const schooling = ['初中', '高中及以上'].map((level) => Number(education === level))
    const x = [1, Number(age) - 70, Number(alone), ...schooling]
    return { x, people: Number(people), yes: Number(yes) }
  })
  const { estimates, errors } = logit(groups)
  return { year: estimates[1]!, alone: estimates[2]!, errors }
}

describe('the elders’ digital gap', () => {
  it.each([
    ['elders', planted.digitalGap],
    ['control_elders', { year: 0, alone: 0 }],
  ])('is of its size in %s', async (table, expected) => {
    const { year, alone, errors } = await gapIn(table)
    // Three standard errors of 40,000 people stay below these tolerances, and are checked to.
    expect(3 * errors[1]!).toBeLessThan(0.01)
    expect(3 * errors[2]!).toBeLessThan(0.1)
    expect(Math.abs(year - expected.year)).toBeLessThan(0.01)
    expect(Math.abs(alone - expected.alone)).toBeLessThan(0.1)
  })

  it('has the obstacles in the proportions that CNNIC published', async () => {
    const published = {
      不会操作: 51.6,
      不识字或不懂拼音: 19.5,
      觉得年纪太大: 14,
      没有手机或上网设备: 13.4,
    }
    const rows = await cities.ask(
      'SELECT main_obstacle AS name, count(*)::DOUBLE AS n FROM elders GROUP BY ALL',
    )
    const found = Object.entries(published).map(([name, percent]) => ({
      percent,
      n: Number(rows.find((row) => row['name'] === name)?.['n']),
    }))
    const people = found.reduce((sum, { n }) => sum + n, 0)
    for (const { percent, n } of found) {
      // Of 18,500 people a share has a standard error of at most 0.37 points; three of them.
      expect(Math.abs((100 * n) / people - percent / 0.985)).toBeLessThan(1.1)
    }
  })
})

describe('the forms’ overlap', () => {
  it.each([
    ['items', planted.overlap.percent],
    ['control_items', 0],
  ])('is exact in %s', async (table, percent) => {
    const row = await one(`SELECT count(*)::DOUBLE AS n,
      count(*) FILTER (already_shared)::DOUBLE AS held,
      count(*) FILTER (already_shared AND element IS NULL)::DOUBLE AS nameless FROM ${table}`)
    expect(Number(row['held']) * 100).toBe(Number(row['n']) * percent)
    expect(row['nameless']).toBe(0)
  })

  it('is a property of the element: what is held once is held wherever it is asked for', async () => {
    const rows = await cities.ask(`SELECT element FROM items WHERE element IS NOT NULL
      GROUP BY element HAVING count(DISTINCT already_shared) > 1`)
    expect(rows).toEqual([])
  })
})
