import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCities, type Cities } from './truths-support.ts'

let cities: Cities
const files = {
  respondents: { dataset: 'anlan-survey', path: 'data/respondents.parquet' },
  elders: { dataset: 'anlan-elder-digital', path: 'data/elders.parquet' },
  sessions: { dataset: 'anlan-training', path: 'data/sessions.parquet' },
  attendances: { dataset: 'anlan-training', path: 'data/attendances.parquet' },
  forms: { dataset: 'anlan-forms', path: 'data/forms.parquet' },
  items: { dataset: 'anlan-forms', path: 'data/items.parquet' },
  submissions: { dataset: 'anlan-forms', path: 'data/submissions.parquet' },
}
beforeAll(async () => {
  cities = await openCities(files)
})
afterAll(() => cities.close())

const one = async (sql: string) => (await cities.ask(sql))[0] ?? {}

describe('the survey, lifelike', () => {
  it('finds neighbours a little alike: the spread of grids is more than that of chance', async () => {
    const { between, within, size } = await one(`SELECT var_samp(mean) AS between,
      avg(spread) AS within, avg(n) AS size FROM (SELECT psu, any_value(stratum) AS stratum,
      avg(satisfied) AS mean, var_samp(satisfied) AS spread, count(*)::DOUBLE AS n
      FROM respondents GROUP BY psu)`)
    expect(Number(between)).toBeGreaterThan((2 * Number(within)) / Number(size))
  })

  it('asks after the last matter of those only who had one', async () => {
    const { wrong } = await one(`SELECT count(*) FILTER (
      (last_matter IS NULL) <> (last_channel = '没有反映过'))::DOUBLE AS wrong FROM respondents`)
    expect(wrong).toBe(0)
  })
})

describe('the elders, lifelike', () => {
  it('use nothing without a device, and have an obstacle only where they use no service', async () => {
    const row = await one(`SELECT
      count(*) FILTER (NOT has_smartphone AND (uses_payment OR uses_registration OR uses_transport
        OR uses_government OR uses_video_call))::DOUBLE AS bare,
      count(*) FILTER ((main_obstacle IS NULL) <> (uses_registration OR uses_government))::DOUBLE AS odd,
      count(*) FILTER (has_smartphone AND main_obstacle = '没有手机或上网设备')::DOUBLE AS denied
      FROM elders`)
    expect(row).toEqual({ bare: 0, odd: 0, denied: 0 })
  })

  it('hide the community wherever they hide its street', async () => {
    const { told } = await one(`SELECT count(*) FILTER (
      street IS NULL AND community_code IS NOT NULL)::DOUBLE AS told FROM elders`)
    expect(told).toBe(0)
  })

  it('are as old as the census has them, and keep every column that a model needs', async () => {
    const row = await one(`SELECT
      (count(*) FILTER (age < 64) + count(*) FILTER (age = 64) / 2) / count(*) AS below_65,
      count(*) FILTER (age IS NULL OR living_alone IS NULL OR education IS NULL)::DOUBLE AS hidden,
      avg((community_code IS NULL)::INT) AS no_place FROM elders`)
    // (18.70 − 13.50) / 18.70 = 27.8 % of those of 60 and more; standard error 0.22 points.
    expect(Math.abs(Number(row['below_65']) - 0.278)).toBeLessThan(0.007)
    expect(row['hidden']).toBe(0)
    expect(row['no_place']).toBeLessThan(0.3)
  })
})

describe('the training, lifelike', () => {
  it('is held on days that are not off, and lists no more than there are seats', async () => {
    const row = await one(`SELECT
      count(*) FILTER (held_on BETWEEN '2025-01-28' AND '2025-02-04'
        OR held_on BETWEEN '2025-10-01' AND '2025-10-08')::DOUBLE AS festive,
      count(*) FILTER (listed > seats)::DOUBLE AS crowded FROM sessions JOIN (
        SELECT session_id, count(*) AS listed FROM attendances GROUP BY session_id) USING (session_id)`)
    expect(row).toEqual({ festive: 0, crowded: 0 })
  })

  it('knows of who was not there nothing more', async () => {
    const { wrong } = await one(`SELECT count(*) FILTER (
      (help_level IS NOT NULL) <> attended OR (face IS NOT NULL) <> attended)::DOUBLE AS wrong
      FROM attendances`)
    expect(wrong).toBe(0)
  })

  it('makes people more able with each session', async () => {
    const rows = await cities.ask(`SELECT nth >= 5 AS later, avg((help_level = '独立')::INT) AS able
      FROM (SELECT help_level, row_number() OVER (PARTITION BY learner_id ORDER BY session_id) AS nth
            FROM attendances WHERE attended) WHERE nth = 1 OR nth >= 5 GROUP BY ALL ORDER BY later`)
    expect(Number(rows[1]!['able']) - Number(rows[0]!['able'])).toBeGreaterThan(0.1)
  })
})

describe('the forms, lifelike', () => {
  it('have as many items as they say', async () => {
    const rows = await cities.ask(`SELECT form_id FROM forms LEFT JOIN items USING (form_id)
      GROUP BY form_id, items HAVING count(item) <> items`)
    expect(rows).toEqual([])
  })

  it('are due as often as their frequency says, on working days, and burden in the known order', async () => {
    const rows = await cities.ask(`SELECT frequency, min(n)::DOUBLE AS least, max(n)::DOUBLE AS most
      FROM (SELECT form_id, community_code, count(*) AS n FROM submissions GROUP BY ALL)
      JOIN forms USING (form_id) GROUP BY ALL ORDER BY least`)
    expect(rows.map(({ frequency, least, most }) => [frequency, least, most])).toEqual([
      ['年报', 1, 1],
      ['半年报', 2, 2],
      ['季报', 4, 4],
      ['月报', 12, 12],
      ['周报', 52, 52],
    ])
    const row = await one(`SELECT
      count(*) FILTER (due BETWEEN '2025-10-01' AND '2025-10-08')::DOUBLE AS festive,
      (count(*) / count(DISTINCT community_code))::DOUBLE AS burden FROM submissions`)
    expect(row['festive']).toBe(0)
    // One town filed 1,377 in a year (永川).
    expect(row['burden']).toBeGreaterThan(500)
    expect(row['burden']).toBeLessThan(1500)
  })
})

it('holds nothing that looks like a telephone number or a resident id', async () => {
  for (const table of Object.keys(files)) {
    const columns = await cities.ask(`SELECT column_name AS name FROM (DESCRIBE ${table})
      WHERE column_type = 'VARCHAR'`)
    const looks = columns.map(
      ({ name }) => `regexp_matches(${String(name)}, '^1[3-9][0-9]{9}$|[0-9]{17}[0-9Xx]')`,
    )
    const { n } = await one(
      `SELECT count(*)::DOUBLE AS n FROM ${table} WHERE ${looks.join(' OR ')}`,
    )
    expect([table, n]).toEqual([table, 0])
  }
})
