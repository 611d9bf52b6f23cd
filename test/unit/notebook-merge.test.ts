import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clashesOf, merge, mergedText } from '../../desktop/domain/notebook/merge.ts'

const lines = (...all: string[]) => all.map((line) => `${line}\n`).join('')
const base = lines('一', '二', '三', '四', '五')

const merged = (mine: string, theirs: string, from = base) => {
  const parts = merge({ base: from, mine, theirs })
  return clashesOf(parts).length === 0 ? mergedText(parts) : 'clash'
}

describe('a merge by lines', () => {
  it.each([
    ['only mine', lines('一', '贰', '三', '四', '五'), base, lines('一', '贰', '三', '四', '五')],
    ['only theirs', base, lines('一', '二', '三', '四'), lines('一', '二', '三', '四')],
    [
      'apart from one another',
      lines('零', '一', '二', '三', '四', '五'),
      lines('一', '二', '三', '四', '伍', '六'),
      lines('零', '一', '二', '三', '四', '伍', '六'),
    ],
    [
      'lines that follow one another',
      lines('一', '贰', '三', '四', '五'),
      lines('一', '二', '叁', '四', '五'),
      lines('一', '贰', '叁', '四', '五'),
    ],
    [
      'the same on both sides',
      lines('一', '贰', '三', '四', '五'),
      lines('一', '贰', '三', '四', '五', '六'),
      lines('一', '贰', '三', '四', '五', '六'),
    ],
    [
      'the same line',
      lines('一', '贰', '三', '四', '五'),
      lines('一', '弍', '三', '四', '五'),
      'clash',
    ],
    ['put in at the same place', `${base}甲\n`, `${base}乙\n`, 'clash'],
    [
      'put in beside what was changed',
      lines('一', '二', '二又', '三', '四', '五'),
      lines('一', '二', '叁', '四', '五'),
      'clash',
    ],
    [
      'taken out and changed',
      lines('一', '三', '四', '五'),
      lines('一', '贰', '三', '四', '五'),
      'clash',
    ],
  ])('%s', (_, mine, theirs, expected) => expect(merged(mine, theirs)).toBe(expected))

  it('settles each clash as it was chosen', () => {
    const mine = lines('我', '二', '三', '四', '我的末')
    const theirs = lines('他', '二', '三', '四', '他的末')
    const parts = merge({ base, mine, theirs })
    expect(clashesOf(parts)).toEqual([
      { kind: 'clash', base: '一\n', mine: '我\n', theirs: '他\n' },
      { kind: 'clash', base: '五\n', mine: '我的末\n', theirs: '他的末\n' },
    ])
    expect(mergedText(parts, ['theirs', 'both'])).toBe(
      lines('他', '二', '三', '四', '我的末', '他的末'),
    )
    expect(mergedText(parts)).toBe(mine)
  })

  it('keeps two last lines without an end apart', () => {
    const parts = merge({ base: '一', mine: '一\n我', theirs: '一\n他' })
    expect(mergedText(parts, ['both'])).toBe('一\n我\n一\n他')
  })

  it('takes a change of the line ends for none', () => {
    const windows = lines('一', '二', '三', '四', '五', '六').replaceAll('\n', '\r\n')
    expect(merged(lines('零', '一', '二', '三', '四', '五'), windows)).toBe(
      lines('零', '一', '二', '三', '四', '五', '六').replaceAll('\n', '\r\n'),
    )
  })

  it('does not hang on long texts that have nothing in common', () => {
    const long = (sign: string) => lines(...Array.from({ length: 20_000 }, (_, n) => `${sign}${n}`))
    expect(merged(long('甲'), long('乙'), long('丙'))).toBe('clash')
  })
})

describe('of any three texts', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', '', '```'), { maxLength: 8 })
    .chain((all) => fc.boolean().map((ended) => all.join('\n') + (ended ? '\n' : '')))

  it('a side that did nothing leaves the other as it is', () => {
    fc.assert(
      fc.property(text, text, (from, other) => {
        expect(merged(other, from, from)).toBe(other)
        expect(merged(from, other, from)).toBe(other)
        expect(merged(other, other, from)).toBe(other)
      }),
    )
  })

  it('the sides may change places', () => {
    fc.assert(
      fc.property(text, text, text, (from, one, other) => {
        expect(merged(one, other, from)).toBe(merged(other, one, from))
      }),
    )
  })

  it('nothing is in the merged text that was in none of them', () => {
    fc.assert(
      fc.property(text, text, text, (from, mine, theirs) => {
        const parts = merge({ base: from, mine, theirs })
        const all = (side: 'mine' | 'theirs') =>
          mergedText(
            parts,
            parts.map(() => side),
          )
        const known = new Set([from, mine, theirs].join('\n').split('\n'))
        expect(
          all('mine')
            .split('\n')
            .every((line) => known.has(line)),
        ).toBe(true)
        expect(
          all('theirs')
            .split('\n')
            .every((line) => known.has(line)),
        ).toBe(true)
      }),
    )
  })

  it('changes on two sides of a line that stays are both there', () => {
    fc.assert(
      fc.property(text, text, text, text, (above, below, mine, theirs) => {
        const end = (part: string) => (part === '' || part.endsWith('\n') ? part : `${part}\n`)
        const fence = '=====\n*****\n'
        const whole = (top: string, bottom: string) => end(top) + fence + end(bottom)
        expect(merged(whole(mine, below), whole(above, theirs), whole(above, below))).toBe(
          whole(mine, theirs),
        )
      }),
    )
  })
})
