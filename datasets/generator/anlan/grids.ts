import { communities, type Community } from './city.ts'

export interface Grid {
  /** The community's 12 digits and three of its own. */
  readonly code: string
  /** The community's code. */
  readonly community: string
  readonly name: string
  /** Of the community's residents, those who live here, in whole %; a community's grids make 100. */
  readonly share: number
}

const numerals = '一二三四五六七八九十'

/** Up to nineteen. */
const numeral = (n: number) => (n > 10 ? `十${numerals[n - 11] ?? ''}` : (numerals[n - 1] ?? ''))

/** A small place has few grids, and those of a large one are larger too. */
const gridsIn = ({ residents }: Community) => Math.round(3 + residents / 3400)

/** Grids are never quite alike: between 80 and 120, by a fixed rule. */
const size = (place: number, index: number) => 80 + ((place * 17 + index * 29) % 41)

function gridsOf(community: Community, place: number): Grid[] {
  const sizes = Array.from({ length: gridsIn(community) }, (_, index) => size(place, index))
  const upTo = (count: number) => sizes.slice(0, count).reduce((sum, each) => sum + each, 0)
  const percentUpTo = (count: number) => Math.round((upTo(count) * 100) / upTo(sizes.length))
  return sizes.map((_, index) => ({
    code: `${community.code}${String(index + 1).padStart(3, '0')}`,
    community: community.code,
    name: `第${numeral(index + 1)}网格`,
    share: percentUpTo(index + 1) - percentUpTo(index),
  }))
}

/** The grids (网格) that the communities are divided into, in the order of their codes. */
export const grids: readonly Grid[] = communities.flatMap(gridsOf)
