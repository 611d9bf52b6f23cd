import * as z from 'zod'
import {
  type Control,
  controlSchema,
  gestureOf,
  type Gesture,
  id,
  type Part,
  partsOf,
  words,
} from './controls.ts'

/** A phone scenario as its file says it: screens that speak, and the ways between them. */

/** What kind of screen it is, which decides its dress. */
const looks = ['lock', 'home', 'app', 'chat', 'call', 'camera', 'web'] as const

const screenSchema = z.strictObject({
  as: z.enum(looks).default('app'),
  /** What the practice phone shows as its heading. */
  title: words.optional(),
  /** What is read aloud when the screen opens. */
  say: words,
  /** A nudge that does not give the step away. */
  hint: words.optional(),
  /** The control to look at first; it gets the golden frame. */
  'look-at': id.optional(),
  /** Where the phone's home key leads. */
  home: id.optional(),
  show: z.array(controlSchema).default([]),
})
export type Screen = z.infer<typeof screenSchema>

const mistakeSchema = z.strictObject({
  /** What this mistake teaches, in one sentence. */
  teach: words,
  objective: words,
})

export const scenarioSchema = z.strictObject({
  id,
  title: z.strictObject({ zh: words, en: words }),
  /** What it practises. */
  objective: words.optional(),
  start: id,
  /** The screen that ends the practice. */
  goal: id,
  /** Aimless taps on one screen before the way back is offered. */
  'lost-after': z.int().min(1).max(10).default(3),
  /** The time in the phone's status bar. */
  clock: z
    .string()
    .regex(/^(?:1?\d|2[0-3]):[0-5]\d$/)
    .default('9:00'),
  /** The mistake that the demonstration shows with its way out; else the first on the way. */
  'demo-mistake': id.optional(),
  screens: z.record(id, screenSchema),
  mistakes: z.record(id, mistakeSchema).default({}),
})
export type Scenario = z.infer<typeof scenarioSchema>

/** Something on a screen that can be touched and leads somewhere. */
export interface Way {
  readonly id: string
  readonly to?: string | undefined
  readonly undo?: true | undefined
  readonly mistake?: string | undefined
  readonly gesture: Gesture
  /** The words to enter, where it wants words. */
  readonly expect?: string | undefined
}

/** A fault and the place of the scenario's file where it stands, as a path of keys. */
export interface Fault {
  readonly path: readonly (string | number)[]
  readonly problem: string
}

/** The home key's name among the ways of a screen. */
export const homeKey = 'home-key'

/** All ways out of a screen, in the order they are shown; behind a dialog nothing can be touched. */
export function waysOf(screen: Screen): Way[] {
  const dialogs = screen.show.filter(({ control }) => control === 'dialog')
  const touched = dialogs.length > 0 ? dialogs : screen.show
  const home: Way[] =
    screen.home !== undefined && dialogs.length === 0
      ? [{ id: homeKey, to: screen.home, gesture: 'tap' }]
      : []
  return [...touched.flatMap((control) => partsOf(control).flatMap(wayOf(control))), ...home]
}

const wayOf =
  (control: Control) =>
  (part: Part): Way[] =>
    part.to !== undefined || part.undo
      ? [
          {
            id: part.id,
            to: part.to,
            undo: part.undo,
            mistake: part.mistake,
            gesture: gestureOf(control, part),
            expect: wordsOf(control),
          },
        ]
      : []

function wordsOf(control: Control): string | undefined {
  if (control.control === 'type') return control.expect
  return control.control === 'talk' ? control.heard : undefined
}

/** The names of everything on a screen that can be touched or pointed at. */
export function idsOf(screen: Screen): string[] {
  return screen.show.flatMap((control) => [
    ...new Set([control.id, ...partsOf(control).map((part) => part.id)]),
  ])
}
