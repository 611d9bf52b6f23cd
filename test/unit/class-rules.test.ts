import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  groupCount,
  type GroupWish,
  makeGroups,
  ungrouped,
  withMoved,
} from '../../desktop/domain/classroom/groups.ts'
import type { PersonWork } from '../../desktop/domain/classroom/record.ts'
import { finds } from '../../desktop/domain/classroom/sounds.ts'
import { standings, standingsOf } from '../../desktop/domain/classroom/standing.ts'
import { decodeList } from '../../desktop/renderer/features/teach/class/decode.ts'

const title = (number: number) => `第 ${number} 组`
const people = (size: number) => Array.from({ length: size }, (_, at) => `p${at}`)

describe('groups', () => {
  const wishes = fc.record({
    by: fc.constantFrom('count', 'size'),
    number: fc.integer({ min: 1, max: 80 }),
    seed: fc.string(),
    strengths: fc.array(fc.constantFrom(...standings), { minLength: 1, maxLength: 8 }),
  })

  it('hold everyone exactly once, their sizes at most one apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), wishes, (size, { strengths, ...wish }) => {
        const all = people(size)
        const of = Object.fromEntries(
          all.map((id, at) => [id, strengths[at % strengths.length] ?? 'unknown']),
        )
        for (const standing of [undefined, of]) {
          const groups = makeGroups(
            all,
            { ...wish, ...(standing && { standings: standing }) },
            title,
          )
          expect(groups.flatMap((group) => group.people).sort()).toEqual(all.toSorted())
          const sizes = groups.map((group) => group.people.length)
          expect(Math.max(0, ...sizes) - Math.min(...(size ? sizes : [0]))).toBeLessThanOrEqual(1)
          expect(groups).toHaveLength(groupCount(size, wish))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('part those of one strength as evenly as can be', () => {
    const all = people(24)
    const of = Object.fromEntries(all.map((id, at) => [id, standings[at % 4] ?? 'unknown']))
    const wish: GroupWish = { by: 'size', number: 4, seed: '7', standings: of }
    for (const group of makeGroups(all, wish, title)) {
      expect(group.people.map((id) => of[id]).sort()).toEqual([...standings].sort())
    }
  })

  it('are the same for one seed, others for another', () => {
    const wish = { by: 'size', number: 3, seed: 'a' } as const
    expect(makeGroups(people(12), wish, title)).toEqual(makeGroups(people(12), wish, title))
    expect(makeGroups(people(12), wish, title)).not.toEqual(
      makeGroups(people(12), { ...wish, seed: 'b' }, title),
    )
  })

  it('let one person move, and know who is in none', () => {
    const groups = makeGroups(people(6), { by: 'count', number: 2, seed: '' }, title)
    const [first, second] = groups
    const who = first?.people[0] ?? ''
    const moved = withMoved(groups, who, second?.id ?? '')
    expect(moved[1]?.people).toEqual([...(second?.people ?? []), who])
    expect(ungrouped(people(7), moved)).toEqual(['p6'])
    expect(ungrouped(people(6), withMoved(groups, who, null))).toEqual([who])
    expect(ungrouped(people(6), withMoved(groups, who, 'nowhere'))).toEqual([who])
  })
})

const work = (more: Partial<PersonWork>): PersonWork => ({
  ...{ exercises: {}, scenarios: {}, last: null, lastAt: '' },
  ...more,
})
const run = (help: 'alone' | 'hinted' | 'shown' | null) => ({ runs: 1, help, mistakes: {} })
const tried = (firstRight: boolean, right: boolean, hints: number) => {
  return { attempts: 1, firstRight, right, hints }
}

describe('what somebody can do', () => {
  it.each([
    ['unknown', {}],
    ['alone', { scenarios: { a: run('alone'), b: run('shown'), c: run('alone') } }],
    ['hinted', { scenarios: { a: run('alone'), b: run('hinted'), c: run(null) } }],
    ['shown', { scenarios: { a: run(null) } }],
    ['alone', { exercises: { a: tried(true, true, 0) } }],
    ['hinted', { exercises: { a: tried(false, true, 1) } }],
    ['shown', { exercises: { a: tried(false, true, 4), b: tried(false, false, 0) } }],
  ] as const)('is %s by the middle of the work', (standing, done) => {
    expect(standingsOf(['w'], [{ w: work(done) }, { other: work({}) }])).toEqual({ w: standing })
  })
})

describe('what is typed finds a name', () => {
  it.each([
    ['wxl', '王秀兰', true],
    ['xl', '王秀兰', true],
    ["w'x'l", '王秀兰', true],
    ['WX', '王秀兰', true],
    ['秀', '王秀兰', true],
    ['wl', '王秀兰', false],
    ['z', '曾国强', true],
    ['c', '曾国强', true],
    ['s', '单田芳', true],
    ['ll', '刘兰', true],
    ['mm', '马明', true],
    ['oy', '欧阳兰', true],
    ['aygl', '阿依古丽·买买提', true],
    ['mary', 'Mary Smith', true],
    ['hh', '荷花', true],
    ['', '王秀兰', true],
    ['12', '王秀兰', false],
    ['<b>', '王秀兰', false],
  ])('%s: %s %s', (typed, name, found) => {
    expect(finds(typed, name)).toBe(found)
  })
})

describe('a list in a file', () => {
  // 姓名 / 王秀兰 in GBK
  const gbk = [0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0xcd, 0xf5, 0xd0, 0xe3, 0xc0, 0xbc]
  const text = '姓名\n王秀兰'
  const wide = (little: boolean) =>
    Array.from(text).flatMap((sign) => {
      const [high, low] = [sign.charCodeAt(0) >> 8, sign.charCodeAt(0) & 255]
      return little ? [low, high] : [high, low]
    })
  it.each([
    ['UTF-8', [...new TextEncoder().encode(text)]],
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)]],
    ['GBK', gbk],
    ['UTF-16, little end first', [0xff, 0xfe, ...wide(true)]],
    ['UTF-16, big end first', [0xfe, 0xff, ...wide(false)]],
    ['UTF-16 without a mark', wide(true)],
  ])('is read in %s', (_, bytes) => {
    expect(decodeList(Uint8Array.from(bytes))).toBe(text)
  })

  it('is refused where it is none', () => {
    for (const bytes of [
      [0x50, 0x4b, 3, 4, 0, 0, 0, 8, 0, 0],
      [0xff, 0x30, 0xff],
      [0xfe, 0xff, 1],
    ])
      expect(decodeList(Uint8Array.from(bytes))).toBeUndefined()
  })
})
