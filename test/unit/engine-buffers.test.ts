import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Dictionary } from '../../desktop/engine/arrow/dictionary.ts'
import { isValid, Validity } from '../../desktop/engine/arrow/validity.ts'
import { binsBetween } from '../../desktop/engine/summary/bins.ts'

function bitmapOf(flags: readonly boolean[]): Uint8Array {
  // beyond the last row DuckDB leaves anything
  const bytes = new Uint8Array(Math.ceil(flags.length / 64) * 8).fill(0b1010_1010)
  flags.forEach((valid, row) => {
    const bit = 1 << (row & 7)
    bytes[row >> 3] = valid ? bytes[row >> 3]! | bit : bytes[row >> 3]! & ~bit
  })
  return bytes
}

describe('validity', () => {
  it('of joined chunks is that of their rows', () => {
    const chunk = fc.oneof(
      fc.array(fc.boolean(), { maxLength: 200 }),
      fc.nat({ max: 100 }).map((rows) => Array.from({ length: rows }, () => true)),
    )
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 6 }), (chunks) => {
        const validity = new Validity()
        for (const flags of chunks) {
          validity.append(flags.every(Boolean) ? undefined : bitmapOf(flags), flags.length)
        }
        const flags = chunks.flat()
        expect(validity.rows).toBe(flags.length)
        expect(validity.nulls).toBe(flags.filter((valid) => !valid).length)
        const { bitmap } = validity
        expect(
          flags.map((_, row) => isValid(bitmap.length === 0 ? undefined : bitmap, row)),
        ).toEqual(flags)
      }),
    )
  })
})

describe('the dictionary', () => {
  it('gives equal texts equal numbers, in order of appearance', () => {
    const text = fc.oneof(fc.string({ maxLength: 4 }), fc.nat({ max: 3000 }).map(String))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3000 }), (texts) => {
        const dictionary = new Dictionary()
        const codes = texts.map((value) => {
          const bytes = Buffer.from(`..${value}`)
          return dictionary.code(bytes, 2, bytes.length - 2)
        })
        const distinct = [...new Set(texts)]
        expect(dictionary.size).toBe(distinct.length)
        expect(codes).toEqual(texts.map((value) => distinct.indexOf(value)))
        const stored = distinct.map((_, code) =>
          Buffer.from(dictionary.bytes.written)
            .subarray(dictionary.offsets.at(code), dictionary.offsets.at(code + 1))
            .toString(),
        )
        expect(stored).toEqual(distinct)
      }),
      { numRuns: 40 },
    )
  })
})

describe('bins', () => {
  it('are at most twenty, of equal width, and cover the range', () => {
    const whole = fc.bigInt({ min: -(2n ** 126n), max: 2n ** 126n })
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        const bins = binsBetween(String(low), String(high), 'HUGEINT', 'integer')
        expect(bins.count).toBeLessThanOrEqual(20)
        expect(bins.edge(0)).toBe(String(low))
        expect(BigInt(bins.edge(bins.count))).toBeGreaterThan(high)
        const widths = new Set(
          Array.from(
            { length: bins.count },
            (_, n) => BigInt(bins.edge(n + 1)) - BigInt(bins.edge(n)),
          ),
        )
        expect(widths.size).toBe(1)
      }),
    )
  })

  it.each([
    ['0', '6', 'BIGINT', 'integer', 7, '0', '7'],
    ['5', '5', 'BIGINT', 'integer', 1, '5', '6'],
    ['0', '0.5', 'DOUBLE', 'real', 20, '0', '0.5'],
    ['1.5', '1.5', 'DOUBLE', 'real', 1, '1.5', '1.5'],
    ['18262', '18292', 'DATE', 'date', 16, '2020-01-01', '2020-02-02'],
    ['0', '1999999', 'TIMESTAMP', 'moment', 20, '1970-01-01T00:00:00', '1970-01-01T00:00:02'],
  ] as const)(
    'from %s to %s of %s (%s): %i, from %s to %s',
    (low, high, type, measure, count, from, to) => {
      const bins = binsBetween(low, high, type, measure)
      expect([bins.count, bins.edge(0), bins.edge(bins.count)]).toEqual([count, from, to])
    },
  )
})
