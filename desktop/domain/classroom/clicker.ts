import type { Attendance, Face } from './events.ts'
import { faces } from './events.ts'
import type { Order, Side } from './stage-keys.ts'

/**
 * A whole class with two buttons, left and right: the roll, the lesson, the faces, the end. Every
 * press on the right goes on; on the left there is the other answer, or the way back.
 */
export type ClickerPlace =
  /** Is the nth of the people here? */
  | { readonly at: 'roll'; readonly nth: number }
  /** The roll is called: once more, or on. */
  | { readonly at: 'called' }
  | { readonly at: 'lesson' }
  /** A learner chooses a face; behind the last face: nobody else wants to. */
  | { readonly at: 'faces'; readonly face: number; readonly given: number }
  /** Shall the class end? */
  | { readonly at: 'ending' }
  | { readonly at: 'over' }

/** What a press does beside moving on. */
export type ClickerDeed =
  | { readonly do: 'attend'; readonly person: string; readonly attendance: 'here' | null }
  | { readonly do: 'turn'; readonly order: Extract<Order, 'next' | 'back'> }
  | { readonly do: 'face'; readonly face: Face }
  | { readonly do: 'end' }
  | { readonly do: 'leave' }

export interface ClickerView {
  /** Ids of the class's people in their order; nothing where no class is open. */
  readonly people: readonly string[] | undefined
  /** The lesson's step, from 0, and how many there are. */
  readonly step: number
  readonly steps: number
}

export interface Pressed {
  readonly place: ClickerPlace
  readonly deed?: ClickerDeed
}

/** Where a clicker begins: at the first who is not marked, unless the lesson has begun. */
export function clickerStart(
  { people, step }: Pick<ClickerView, 'people' | 'step'>,
  marked: (person: string) => boolean,
): ClickerPlace {
  if (people === undefined || step > 0) return { at: 'lesson' }
  const nth = people.findIndex((person) => !marked(person))
  return nth < 0 ? { at: 'lesson' } : { at: 'roll', nth }
}

/** The next place after a press, and what else it does. */
export function clicked(place: ClickerPlace, side: Side, view: ClickerView): Pressed {
  const onward = side === 'right'
  switch (place.at) {
    case 'roll':
      return called(place.nth, onward, view.people ?? [])
    case 'called':
      return { place: onward || !view.people?.length ? { at: 'lesson' } : { at: 'roll', nth: 0 } }
    case 'lesson':
      return inLesson(onward, view)
    case 'faces':
      return atFaces(place, onward)
    case 'ending':
      return onward ? { place: { at: 'over' }, deed: { do: 'end' } } : { place: { at: 'lesson' } }
    case 'over':
      return onward ? { place, deed: { do: 'leave' } } : { place: { at: 'lesson' } }
  }
}

function called(nth: number, here: boolean, people: readonly string[]): Pressed {
  const person = people[nth]
  if (person === undefined) return { place: { at: 'called' } }
  const place: ClickerPlace =
    nth + 1 < people.length ? { at: 'roll', nth: nth + 1 } : { at: 'called' }
  return { place, deed: { do: 'attend', person, attendance: here ? 'here' : null } }
}

function inLesson(onward: boolean, { people, step, steps }: ClickerView): Pressed {
  const place = { at: 'lesson' } as const
  const inClass = people !== undefined
  if (onward && step >= steps - 1) {
    return inClass ? { place: { at: 'faces', face: 0, given: 0 } } : { place }
  }
  if (!onward && step <= 0) return inClass ? { place: { at: 'called' } } : { place }
  return { place, deed: { do: 'turn', order: onward ? 'next' : 'back' } }
}

function atFaces({ face, given }: ClickerPlace & { at: 'faces' }, taken: boolean): Pressed {
  const shown = faces[face]
  if (!taken) return { place: { at: 'faces', face: (face + 1) % (faces.length + 1), given } }
  if (shown === undefined) return { place: { at: 'ending' } }
  return { place: { at: 'faces', face: 0, given: given + 1 }, deed: { do: 'face', face: shown } }
}

/** What the roll makes of somebody's mark: who came late is here, who is excused is not. */
export function marking(before: Attendance | null, called: 'here' | null): Attendance | null {
  if (called === 'here') return before === 'late' ? before : called
  return before === 'excused' ? before : called
}

/** How many of those marked came. */
export const cameOf = (attendance: Readonly<Record<string, Attendance>>): number =>
  Object.values(attendance).filter((mark) => mark !== 'excused').length
