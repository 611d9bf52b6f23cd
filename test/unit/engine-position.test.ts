import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanAt, spanFrom, utf16Offset } from '../../desktop/engine/position.ts'
import { markSpaces } from '../../desktop/engine/unicode-spaces.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'é', '居', '，', '😀', ' ', '\n') })

describe('places in a text', () => {
  it('counted in bytes or in code points become UTF-16 offsets', () => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const text = before + after
        expect(utf16Offset(text, Buffer.byteLength(before), 'bytes')).toBe(before.length)
        expect(utf16Offset(text, Array.from(before).length, 'code points')).toBe(before.length)
      }),
    )
  })

  it('beyond the end are the end', () => {
    expect(utf16Offset('居民', 99, 'bytes')).toBe(2)
    expect(spanAt('居民', 99, 'code points')).toEqual({ from: 2, to: 2 })
  })

  it('after full-width spaces count these as one byte, but not those in quotes', () => {
    const text = "SELECT　'　',　x"
    expect(
      spanAt(text, 'SELECT '.length + Buffer.byteLength("'　'") + ', '.length, 'bytes'),
    ).toEqual({
      from: text.indexOf('x'),
      to: text.length,
    })
  })

  it.each([
    ['　', [0]],
    ["'　'", []],
    ['"　"', []],
    ["'it''s　'　", [8]],
    ['-- 　\n　', [5]],
    ['/* 　 */', [3]],
    ['$$　$$　', [5]],
    ['$a$　$$　$a$　', [10]],
    ["'　", []],
    ['a\u00a0b\u200bc\ufeffd\u200de', [1, 3, 5]],
  ])('in %j the replaced spaces are %j', (text, expected) => {
    expect([...markSpaces(text)]).toEqual(expected)
  })

  it.each([
    ['SELECT 居民数, x', 7, '居民数'],
    ["SELECT '东城区'", 7, "'东城区'"],
    ['SELECT "a b" c', 7, '"a b"'],
    ['SELECT ，1', 7, '，'],
    ['SELECT 😀', 7, '😀'],
    ["SELECT 'open", 7, "'open"],
    ['SELECT $word + 1', 7, '$word'],
  ])('in %j the piece at %i is %j', (text, from, piece) => {
    const span = spanFrom(text, from)
    expect(text.slice(span.from, span.to)).toBe(piece)
  })
})
