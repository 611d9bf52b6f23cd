import type { RecordedEvent } from '../../course/learning-events.ts'

/** Runs that phones have told of, by person, the latest last. */
export type ToldRuns = Readonly<Record<string, readonly string[]>>

/** So many are remembered of each person: more than are played in a class. */
const remembered = 200

/** The runs that are kept already: a phone tells of a run until it hears that it is. */
export const toldRunsProjection = {
  name: 'lan-runs',
  version: 1,
  initial: {} as ToldRuns,
  reduce(told: ToldRuns, { type, by, data }: RecordedEvent): ToldRuns {
    if (by === undefined) return told
    if (type === 'person.forgotten') {
      return Object.fromEntries(Object.entries(told).filter(([person]) => person !== by))
    }
    const run = type === 'scenario.played' ? data['run'] : undefined
    if (typeof run !== 'string') return told
    return { ...told, [by]: [...(told[by] ?? []), run].slice(-remembered) }
  },
}
