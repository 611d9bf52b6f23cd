import { chanceOf, mixed } from './draw.ts'
import type { Half } from './record.ts'

/**
 * Puts those of a class who have no half yet into one: at random, and always into the smaller half
 * first, so that the two differ by one at most whoever joins later.
 *
 * @returns the new ones only
 */
export function assignHalves(
  people: readonly string[],
  before: Readonly<Record<string, Half>>,
  seed: number,
): Map<string, Half> {
  const counts = { 1: 0, 2: 0 }
  for (const half of Object.values(before)) counts[half] += 1
  const fresh = people.filter((person) => !Object.hasOwn(before, person))
  const chance = chanceOf(seed, Object.keys(before).length, 'halves')
  const assigned = new Map<string, Half>()
  for (const person of mixed(fresh, chance)) {
    const even = counts[1] === counts[2]
    const half: Half = even ? (chance() < 0.5 ? 1 : 2) : counts[1] < counts[2] ? 1 : 2
    counts[half] += 1
    assigned.set(person, half)
  }
  return assigned
}
