import type { SessionRecord } from './record.ts'

/** An exercise first answered wrong, or a mistake made in a phone practice, by how many people. */
export interface OftenWrong {
  readonly kind: 'exercise' | 'scenario'
  readonly key: string
  /** The mistake's key in its scenario; null of an exercise. */
  readonly mistake: string | null
  readonly people: number
  /** Of so many who did it at all. */
  readonly of: number
}

/** What is one person's own is not what all get wrong. */
const fewest = 2

/** What several of the people got wrong, what most got wrong first. Counts people, never tries. */
export function oftenWrong(
  { work }: Pick<SessionRecord, 'work'>,
  people: readonly string[],
): OftenWrong[] {
  const works = people.flatMap((person) => work[person] ?? [])
  const exercises = works.flatMap((one) => Object.entries(one.exercises))
  const scenarios = works.flatMap((one) => Object.entries(one.scenarios))
  const wrong = exercises.filter(([, { firstRight }]) => !firstRight).map(([key]) => key)
  const made = scenarios.flatMap(([key, { mistakes }]) =>
    Object.keys(mistakes).map((mistake) => ({ key, mistake })),
  )
  const found: OftenWrong[] = [
    ...counted(wrong).map(([key, times]) => {
      const of = exercises.filter(([other]) => other === key).length
      return { kind: 'exercise' as const, key, mistake: null, people: times, of }
    }),
    ...counted(made.map(({ key, mistake }) => JSON.stringify([key, mistake]))).map(
      ([pair, times]) => {
        const [key = '', mistake = ''] = JSON.parse(pair) as string[]
        const of = scenarios.filter(([other]) => other === key).length
        return { kind: 'scenario' as const, key, mistake, people: times, of }
      },
    ),
  ]
  return found
    .filter((one) => one.people >= fewest)
    .toSorted((a, b) => b.people - a.people || b.people / b.of - a.people / a.of)
}

function counted(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts]
}
