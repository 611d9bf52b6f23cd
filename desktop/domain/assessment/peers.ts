import { chanceOf } from './draw.ts'
import type { WorkRecord } from './record.ts'

/** So many peers judge each work, and so many works each author judges, where there are enough. */
export const peersEach = 2

type Work = Pick<WorkRecord, 'learner' | 'peers' | 'ratings'> & { readonly id: string }

/**
 * Who judges whose work, among those who handed one in: they stand in a ring in an order that the
 * seed gives, and each work goes to the next two. So each judges as many as judge him, nobody
 * himself, and somebody who comes or goes changes his neighbours' peers only. A peer who has judged
 * already keeps his place; with fewer people there are fewer peers.
 *
 * @param works one of each author
 * @returns peers by the work's id
 */
export function allotPeers(works: readonly Work[], seed: number): Map<string, readonly string[]> {
  const authors = works.map(({ learner }) => learner)
  const places = new Map(authors.map((one) => [one, chanceOf(seed, one, 'peers')()]))
  const ring = authors.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
  const each = Math.min(peersEach, ring.length - 1)
  return new Map(
    works.map(({ id, learner, peers, ratings }) => {
      const rated = peers.filter((peer) => hasRated(ratings, peer))
      const from = ring.indexOf(learner) + 1
      const next = [...ring.slice(from), ...ring.slice(0, from)].slice(0, each)
      const fresh = next.filter((peer) => !rated.includes(peer))
      return [id, [...rated, ...fresh].slice(0, Math.max(each, rated.length))]
    }),
  )
}

export const hasRated = (ratings: Work['ratings'], peer: string): boolean =>
  ratings.some(({ role, rater }) => role === 'peer' && rater === peer)
