import { drawing, hashOf } from './drawing.ts'

const attempts = 200

/**
 * The items in an order that follows from the seed and that tells nothing; where no attempt finds
 * such an order, the items backwards.
 */
export function shuffled<T>(
  items: readonly T[],
  seed: string,
  tells: (order: readonly T[]) => boolean,
): T[] {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const draw = drawing(hashOf(`${seed} ${attempt}`))
    const order = items
      .map((item) => ({ item, at: draw() }))
      .sort((one, other) => one.at - other.at)
      .map(({ item }) => item)
    if (!tells(order)) return order
  }
  return items.toReversed()
}
