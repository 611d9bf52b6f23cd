import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../desktop/journal/canonical.ts'

const json = fc.jsonValue()

describe('canonical JSON', () => {
  it('says the same as the value it was made from', () => {
    fc.assert(
      fc.property(json, (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(plain)
      }),
    )
  })

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(record))
      }),
    )
  })

  it('reads back to the same text', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })

  it.each([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    // By UTF-16 code units: the surrogate pair comes before U+FB33.
    [{ '\ufb33': 1, '\u{1f600}': 2, 天: 3 }, '{"天":3,"\u{1f600}":2,"\ufb33":1}'],
    [{ a: undefined, b: null }, '{"b":null}'],
    [[1, -0, 1e21, 0.1], '[1,0,1e+21,0.1]'],
    ['a"\\\n\u0007é', '"a\\"\\\\\\n\\u0007é"'],
  ])('writes %j as %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  const circle: { self?: unknown } = {}
  circle.self = circle
  it.each([
    ['undefined', undefined],
    ['NaN', NaN],
    ['an infinity', [Infinity]],
    ['a bigint', { a: 1n }],
    ['a function', { a: () => 1 }],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a hole', [undefined]],
    ['a circle', circle],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })
})
