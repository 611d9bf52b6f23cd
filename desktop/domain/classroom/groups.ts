import { shuffled } from '../course/kinds/shuffle.ts'
import type { Group } from './events.ts'
import type { Standing } from './standing.ts'

/** How a class is parted: into so many groups, or into groups of about so many people. */
export interface GroupWish {
  readonly by: 'count' | 'size'
  readonly number: number
  /** The same seed makes the same groups. */
  readonly seed: string
  /** What each can do; who knows much and who knows little then sit together. */
  readonly standings?: Readonly<Record<string, Standing>>
}

/** The most groups that a class is parted into. */
export const groupLimit = 60

/** How many groups a wish makes of so many people. */
export function groupCount(people: number, { by, number }: Omit<GroupWish, 'seed'>): number {
  const wished = by === 'count' ? number : Math.ceil(people / Math.max(1, number))
  return Math.max(0, Math.min(wished, people, groupLimit))
}

const strengths: readonly Standing[] = ['alone', 'hinted', 'shown', 'unknown']

/** Everyone in one group, the groups' sizes at most one apart; `title` names a group by its number. */
export function makeGroups(
  people: readonly string[],
  wish: GroupWish,
  title: (number: number) => string,
): Group[] {
  const count = groupCount(people.length, wish)
  const mixed = shuffled([...new Set(people)], wish.seed, () => false)
  const { standings } = wish
  // dealt out one by one, those of one strength come into different groups
  const order = standings
    ? strengths.flatMap((one) => mixed.filter((id) => (standings[id] ?? 'unknown') === one))
    : mixed
  return Array.from({ length: count }, (_, at) => ({
    id: `g${at + 1}`,
    title: title(at + 1),
    people: order.filter((_id, place) => place % count === at),
  }))
}

/** The groups with this person in one of them; in none where there is no such group. */
export function withMoved(groups: readonly Group[], person: string, to: string | null): Group[] {
  return groups.map((group) => {
    const others = group.people.filter((id) => id !== person)
    if (group.id !== to) return { ...group, people: others }
    return group.people.includes(person) ? group : { ...group, people: [...others, person] }
  })
}

/** Who of the class is in no group: those who came after the groups were made. */
export function ungrouped(people: readonly string[], groups: readonly Group[]): string[] {
  return people.filter((id) => groups.every((group) => !group.people.includes(id)))
}
