import type { Query } from './query.ts'

/** The number that a query puts its rows in order by, which is what it was made to show. */
export function mainNumber({ sort, measure, calculate }: Query): string | undefined {
  const first = sort[0]?.replace(/^-/, '')
  const rank = calculate.find(({ as }) => as === first)
  const name = rank && 'rank' in rank ? rank.rank : first
  return [...measure, ...calculate].find(({ as }) => as === name)?.as
}
