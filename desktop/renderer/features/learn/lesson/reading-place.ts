/** Where a reader stopped: the part's number, and how it begins. */
export interface ReadingPlace {
  readonly part: number
  readonly text: string
}

/** How a part begins, to know it again after the lesson was changed. */
export const beginning = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 40)

/**
 * The part to go on with, of parts that begin so: the nearest that begins as it did then, else the
 * one that stands in its place. `undefined` where that is the beginning, or there is none.
 */
export function partToResume(
  place: ReadingPlace | null | undefined,
  beginnings: readonly string[],
): number | undefined {
  if (!place || beginnings.length === 0) return undefined
  const alike = beginnings
    .flatMap((text, part) => (text !== '' && text === place.text ? [part] : []))
    .toSorted((a, b) => Math.abs(a - place.part) - Math.abs(b - place.part))
  const part = alike[0] ?? Math.min(place.part, beginnings.length - 1)
  return part > 0 ? part : undefined
}
