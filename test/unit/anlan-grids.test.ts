import { describe, expect, it } from 'vitest'
import { communities, districts } from '../../datasets/generator/anlan/city.ts'
import { grids } from '../../datasets/generator/anlan/grids.ts'
import { reformed } from '../../datasets/generator/anlan/reform.ts'

describe('the grid reform', () => {
  it('takes in half of the communities: of every street three or two, in turn', () => {
    expect(reformed.size).toBe(30)
    const streets = districts.flatMap((district) =>
      district.streets.map(({ code }) => district.code + code),
    )
    const taken = streets.map((code) => [...reformed].filter((one) => one.startsWith(code)).length)
    expect(taken).toEqual([3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2])
    expect(reformed.has('990102001001')).toBe(true)
    expect(reformed.has('990102001002')).toBe(false)
    expect(reformed.has('990102002002')).toBe(true)
  })
})

describe('grids', () => {
  const of = (code: string) => grids.filter(({ community }) => community === code)

  it('number about 400, each with a code and name of its own in its community', () => {
    expect(grids.length).toBeGreaterThan(380)
    expect(grids.length).toBeLessThan(420)
    expect(new Set(grids.map(({ code }) => code)).size).toBe(grids.length)
    for (const { code } of communities) {
      const own = of(code)
      expect(own.every((grid) => new RegExp(`^${code}\\d{3}$`).test(grid.code))).toBe(true)
      expect(new Set(own.map(({ name }) => name)).size).toBe(own.length)
      expect(own[0]?.name).toBe('第一网格')
    }
  })

  it('share out the whole community, and are more where more people live', () => {
    for (const { code } of communities) {
      const shares = of(code).map(({ share }) => share)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100)
      expect(Math.min(...shares)).toBeGreaterThan(0)
    }
    const [fewest, most] = [...communities]
      .sort((a, b) => a.residents - b.residents)
      .map(({ code }) => of(code).length)
      .filter((_, i) => i === 0 || i === 59)
    expect(most).toBeGreaterThan(2 * (fewest ?? Infinity))
  })
})
