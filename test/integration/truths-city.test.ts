import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planted } from '../../datasets/generator/truths.ts'
import { hasRightCheck } from './credit-code.ts'
import { openCities, type Cities } from './truths-support.ts'

let cities: Cities
beforeAll(async () => {
  const files = {
    residents: { dataset: 'anlan-population', path: 'data/residents.parquet' },
    enterprises: { dataset: 'anlan-enterprises', path: 'data/enterprises.parquet' },
    communities: { dataset: 'anlan-places', path: 'data/communities.parquet' },
    tickets: { dataset: 'hotline-tickets', path: 'data/tickets.parquet' },
  }
  cities = await openCities(files, 0.05)
})
afterAll(() => cities.close())

const one = async (sql: string) => (await cities.ask(sql))[0] ?? {}

describe('people who stand in the register twice', () => {
  /** Of 1,000 persons, by their keys alone. */
  const twice = async (table: string) => {
    const { rate } = await one(`SELECT 1000 * avg(CAST(entries > 1 AS INTEGER)) AS rate
      FROM (SELECT count(*) AS entries FROM ${table} GROUP BY person_key)`)
    return Number(rate)
  }

  it('are as many as planted, and none without', async () => {
    // So many are drawn exactly: only the rounding to whole persons is left, 1/744,200.
    expect(Math.abs((await twice('residents')) - planted.duplicates.perMille)).toBeLessThan(0.001)
    expect(await twice('control_residents')).toBe(0)
  })

  it('are the same persons, elsewhere', async () => {
    const row = await one(`SELECT count(*)::DOUBLE AS pairs,
      count(*) FILTER (WHERE a.sex <> b.sex OR a.age_band <> b.age_band)::DOUBLE AS others,
      count(*) FILTER (WHERE a.community_code = b.community_code)::DOUBLE AS here
      FROM residents AS a JOIN residents AS b USING (person_key) WHERE a.record_id < b.record_id`)
    expect(row).toEqual({ pairs: 5954, others: 0, here: 0 })
  })
})

it('hides enough at another scale too: nobody stands out', async () => {
  const { smallest } = await one(`SELECT min(n)::DOUBLE AS smallest FROM (SELECT count(*) AS n
    FROM control_residents GROUP BY community_code, age_band, sex, registered_here, household_size,
      education, grid_code)`)
  expect(smallest).toBeGreaterThanOrEqual(5)
})

describe('mistyped credit codes', () => {
  const wrong = async (table: string) => {
    const rows = await cities.ask(`SELECT credit_code FROM ${table}`)
    return rows.filter(({ credit_code }) => !hasRightCheck(String(credit_code))).length
  }

  it('are told from right ones: the example of the standard is right', () => {
    expect(hasRightCheck('91350100M000100Y43')).toBe(true)
    expect(hasRightCheck('91350100M000100Y4Z')).toBe(false)
  })

  it('are exactly as many as planted: modulus 31 misses no single wrong character', async () => {
    const { all } = await one('SELECT count(*)::DOUBLE AS all FROM enterprises')
    expect(await wrong('enterprises')).toBe((Number(all) * planted.typos.creditCodes) / 1000)
    expect(await wrong('control_enterprises')).toBe(0)
  })
})

describe('the denominator', () => {
  interface Street {
    readonly street: string
    readonly kind: string
    readonly tickets: number
    readonly residents: number
    readonly registered: number
  }

  const streets = async (prefix: string) => {
    const rows = await cities.ask(`SELECT street_code AS street, kind, sum(n)::DOUBLE AS tickets,
        sum(residents)::DOUBLE AS residents, sum(registered)::DOUBLE AS registered
      FROM ${prefix}communities JOIN (SELECT community_code, count(*) AS n FROM ${prefix}tickets
        GROUP BY community_code) USING (community_code) GROUP BY ALL`)
    return rows as unknown as Street[]
  }

  const ranked = (all: readonly Street[], by: 'residents' | 'registered') =>
    [...all].sort((a, b) => b.tickets / b[by] - a.tickets / a[by]).map(({ street }) => street)

  /** How many times as many tickets the new quarters have as the old, for the same denominator. */
  const ratio = (all: readonly Street[], by: 'residents' | 'registered') => {
    const rate = (kind: string) => {
      const own = all.filter((street) => street.kind === kind)
      const sum = (of: (street: Street) => number) =>
        own.reduce((total, each) => total + of(each), 0)
      return sum(({ tickets }) => tickets) / sum((street) => street[by])
    }
    return rate('新城区') / rate('老城区')
  }

  it('makes the new quarters seem to complain most, per registered resident', async () => {
    const all = await streets('')
    const fresh = all.filter(({ kind }) => kind === '新城区').map(({ street }) => street)
    expect(fresh).toHaveLength(5)
    expect(new Set(ranked(all, 'registered').slice(0, 5))).toEqual(new Set(fresh))
    expect(new Set(ranked(all, 'residents').slice(0, 5))).not.toEqual(new Set(fresh))
    // 88 / 38 = 2.3 times what they do per resident; there the two kinds are alike within 10 %, of
    // which chance is 0.6 % (1 / √n of each kind) and the rest what people call about.
    expect(Math.abs(ratio(all, 'residents') - 1)).toBeLessThan(0.1)
    const { old, new: registered } = planted.denominator
    const trap = ratio(all, 'registered') / ratio(all, 'residents')
    expect(Math.abs(trap - old / registered)).toBeLessThan(0.001)
  })

  it('makes no difference where the same share is registered everywhere', async () => {
    const all = await streets('control_')
    expect(ranked(all, 'registered')).toEqual(ranked(all, 'residents'))
  })
})
