import { drawing, hashOf } from './drawing.ts'

interface Options {
  readonly id: string
  readonly options: readonly string[]
  readonly ordered: boolean
}

/** Who looks at paper or at a wall: one order for everybody, so that the answers fit the questions. */
export const forEverybody = ''

/**
 * Where the options of a choice stand: their places in the file, in the order shown. It follows from
 * the seed and the exercise, so that a reload changes nothing; authors put the right one second more
 * often than chance would. An answer still names places in the file.
 *
 * @param seed the learner, or {@link forEverybody}
 */
export function optionOrder({ id, options, ordered }: Options, seed: string): number[] {
  const places = options.map((_, place) => place)
  if (ordered) return places
  const draw = drawing(hashOf([seed, id, ...options].join('\n')))
  return places
    .map((place) => ({ place, at: draw() }))
    .sort((one, other) => one.at - other.at)
    .map(({ place }) => place)
}

/** The options as they stand on paper and on the wall. */
export function optionsForEverybody<Option extends { readonly text: string }>(exercise: {
  readonly id: string
  readonly options: readonly Option[]
  readonly ordered: boolean
}): Option[] {
  const { id, options, ordered } = exercise
  const texts = options.map(({ text }) => text)
  return optionOrder({ id, options: texts, ordered }, forEverybody).flatMap(
    (place) => options[place] ?? [],
  )
}
