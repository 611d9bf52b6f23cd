/** A kept version by when it was kept (ms); `pinned` ones were kept for a reason and are not thinned. */
export interface Dated {
  readonly at: number
  readonly pinned: boolean
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** One version is kept of each slot, up to this age. */
const tiers = [
  { age: 60 * MINUTE, slot: MINUTE },
  { age: DAY, slot: 10 * MINUTE },
  { age: 30 * DAY, slot: DAY },
  { age: Infinity, slot: 30 * DAY },
]

const MOST_PINNED = 200

/**
 * The versions that stay, of `versions` from the newest to the oldest: the newest of all; in the last
 * hour one a minute, in the last day one in ten minutes, in the last thirty days one a day, before
 * that one in thirty days; and the newest 200 of those that are pinned.
 */
export function thinned<V extends Dated>(versions: readonly V[], now: number): V[] {
  const slots = new Set<string>()
  let pinned = 0
  return versions.filter((version, index) => {
    if (version.pinned) {
      pinned += 1
      return pinned <= MOST_PINNED
    }
    const slot = slotOf(version.at, now)
    const first = !slots.has(slot)
    slots.add(slot)
    return first || index === 0
  })
}

function slotOf(at: number, now: number): string {
  const tier = tiers.findIndex(({ age }) => now - at <= age)
  const { slot } = tiers[tier] ?? { slot: MINUTE }
  return `${tier}:${Math.floor(at / slot)}`
}
