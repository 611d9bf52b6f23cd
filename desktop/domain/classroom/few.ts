import { levels, type Level } from './levels.ts'

/** In what is handed on, nobody is told apart in a group smaller than this. */
export const smallestGroup = 3

/** Some answers taken together, and how many people gave one of them. */
export interface Part<Answer extends string> {
  readonly answers: readonly Answer[]
  readonly people: number
}

/**
 * Counts as they may be handed on: the finest of the given ways to take answers together in which
 * nobody stands in a group smaller than `smallest`; nothing where there is no such way. The groups of a
 * way are all answers, so that no small group is left over by subtraction.
 */
export function inGroups<Answer extends string>(
  counts: Readonly<Record<Answer, number>>,
  ways: readonly (readonly (readonly Answer[])[])[],
  smallest: number,
): Part<Answer>[] | undefined {
  const taken = ways.map((way) =>
    way.map((answers) => ({
      answers,
      people: answers.reduce((sum, answer) => sum + counts[answer], 0),
    })),
  )
  return taken.find((parts) => parts.every(({ people }) => people === 0 || people >= smallest))
}

/** Ways to take levels together, the finest first: each; with shown and tried as one; done and the rest. */
export const levelWays: readonly (readonly (readonly Level[])[])[] = [
  levels.map((level) => [level]),
  [['alone', 'hinted'], ['shown', 'tried'], ['none']],
  [
    ['alone', 'hinted'],
    ['shown', 'tried', 'none'],
  ],
]
