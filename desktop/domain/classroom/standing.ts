import type { PersonWork } from './record.ts'

/** With how much help somebody mostly gets through: alone, after hints, after being shown. */
export const standings = ['alone', 'hinted', 'shown', 'unknown'] as const
export type Standing = (typeof standings)[number]

type Works = Readonly<Record<string, PersonWork>>

/** What each of a class can do, by their work in these sessions; `unknown` where they did nothing. */
export function standingsOf(
  people: readonly string[],
  sessions: readonly Works[],
): Readonly<Record<string, Standing>> {
  const own = (person: string) => sessions.flatMap((works) => works[person] ?? [])
  return Object.fromEntries(people.map((person) => [person, standingOf(own(person))]))
}

/** The middle of all that somebody did: one bad day does not make a beginner. */
function standingOf(works: readonly PersonWork[]): Standing {
  const marks = works.flatMap(({ exercises, scenarios }) => [
    ...Object.values(scenarios).map(({ help }) => (help === null ? 2 : order.indexOf(help))),
    ...Object.values(exercises).map(({ right, firstRight, hints }) => {
      if (!right || hints >= 4) return 2
      return firstRight && hints === 0 ? 0 : 1
    }),
  ])
  if (marks.length === 0) return 'unknown'
  const middle = marks.toSorted((one, other) => one - other)[Math.floor((marks.length - 1) / 2)]
  return order[middle ?? 2] ?? 'shown'
}

const order = ['alone', 'hinted', 'shown'] as const
