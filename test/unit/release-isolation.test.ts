import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isolated, sizeOf, type Atom } from '../../desktop/domain/privacy/release/isolation.ts'

const atom = (contributors: number, ...flags: readonly (0 | 1)[]): Atom => ({
  in: flags.map((flag) => flag === 1),
  contributors,
})

describe('what several counts of one cell tell together', () => {
  it.each<[string, Atom[], number, number[], number | undefined]>([
    ['nothing beside them', [atom(20, 1)], 0, [], undefined],
    ['all, and all but two', [atom(30, 1, 1), atom(2, 1, 0)], 1, [0], 2],
    ['all, and all but nine', [atom(30, 1, 1), atom(9, 1, 0)], 1, [0], undefined],
    [
      'all, a part, and the rest but one',
      [atom(20, 1, 1, 0), atom(15, 1, 0, 1), atom(1, 1, 0, 0)],
      2,
      [0, 1],
      1,
    ],
    [
      'all and two parts that overlap',
      [atom(20, 1, 1, 1), atom(9, 1, 1, 0), atom(9, 1, 0, 1), atom(2, 1, 0, 0)],
      2,
      [0, 1],
      undefined,
    ],
    [
      'two groups of one that always go together',
      [atom(30, 1, 1, 0), atom(1, 1, 0, 0), atom(1, 1, 0, 1)],
      1,
      [0],
      2,
    ],
    ['what was told before', [atom(30, 1, 1), atom(2, 1, 0)], 0, [0, 1], undefined],
  ])('%s', (_, atoms, of, known, expected) => {
    expect(isolated(atoms, { of, known }, 5)).toBe(expected)
  })

  it('finds every single person that is left out of a whole that is known', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 900 }), fc.integer({ min: 1, max: 4 }), (rest, few) => {
        const atoms = [atom(rest, 1, 1), atom(few, 1, 0)]
        expect(isolated(atoms, { of: 1, known: [0] }, 5)).toBe(few)
        expect(sizeOf(atoms, 1)).toBe(rest)
      }),
    )
  })
})
