import * as z from 'zod'

/** A phone scenario as its file says it: screens that speak, and the ways between them. */

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const words = z.string().trim().min(1)

/**
 * What a tap does. `to` names the next screen; `undo` takes back the last step, and a `to` beside
 * it only promises where that leads. Neither: the control is there to be looked at.
 */
const tap = {
  to: id.optional(),
  undo: z.literal(true).optional(),
  /** A wrong way: the key of the lesson in `mistakes`. */
  mistake: id.optional(),
}

const choiceSchema = z.strictObject({ id, text: words, ...tap })

const controlSchema = z.discriminatedUnion('control', [
  z.strictObject({ control: z.literal('button'), id, text: words, ...tap }),
  z.strictObject({ control: z.literal('text'), id, text: words }),
  /** Who gets the money and how much, in yuan. */
  z.strictObject({
    control: z.literal('payee'),
    id,
    name: words,
    amount: z.number().nonnegative().multipleOf(0.01),
  }),
  /** A line of a list: a contact, a bill, a menu entry. */
  z.strictObject({ control: z.literal('item'), id, text: words, detail: words.optional(), ...tap }),
  /** A short message and who seems to have sent it. */
  z.strictObject({ control: z.literal('message'), id, from: words, text: words, ...tap }),
  /** A field that is filled by choosing, so that nothing has to be typed. */
  z.strictObject({
    control: z.literal('input'),
    id,
    label: words,
    options: z.array(choiceSchema).min(2).max(3),
  }),
])
export type Control = z.infer<typeof controlSchema>

const screenSchema = z.strictObject({
  /** What the practice phone shows as its heading. */
  title: words.optional(),
  /** What is read aloud when the screen opens. */
  say: words,
  /** A nudge that does not give the step away. */
  hint: words.optional(),
  /** The control to look at first; it gets the golden frame. */
  'look-at': id.optional(),
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
  start: id,
  /** The screen that ends the practice. */
  goal: id,
  /** Aimless taps on one screen before the way back is offered. */
  'lost-after': z.int().min(1).max(10).default(3),
  screens: z.record(id, screenSchema),
  mistakes: z.record(id, mistakeSchema).default({}),
})
export type Scenario = z.infer<typeof scenarioSchema>

/** Something on a screen that can be tapped and leads somewhere. */
export interface Way {
  readonly id: string
  readonly to?: string | undefined
  readonly undo?: true | undefined
  readonly mistake?: string | undefined
}

/** All ways out of a screen, in the order they are shown. */
export function waysOf(screen: Screen): Way[] {
  return screen.show
    .flatMap((control): Way[] => {
      if (control.control === 'input') return control.options
      return 'to' in control || 'undo' in control ? [control] : []
    })
    .filter((way) => way.to !== undefined || way.undo)
}

/** The names of everything on a screen that can be touched or pointed at. */
export function idsOf(screen: Screen): string[] {
  return screen.show.flatMap((control) =>
    control.control === 'input'
      ? [control.id, ...control.options.map((option) => option.id)]
      : [control.id],
  )
}
