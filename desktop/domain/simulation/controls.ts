import * as z from 'zod'
import { iconNames } from './icons.ts'
import { typingFields } from './typing-fields.ts'

/** What stands on a practice phone's screen, as a scenario's file writes it. */

export const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
export const words = z.string().trim().min(1)
const icon = z.enum(iconNames)
const yuan = z.number().nonnegative().multipleOf(0.01)

/**
 * What a touch does. `to` names the next screen; `undo` takes back the last step, and a `to` beside
 * it only promises where that leads. Neither: the control is there to be looked at.
 */
const way = {
  to: id.optional(),
  undo: z.literal(true).optional(),
  /** A wrong way: the key of the lesson in `mistakes`. */
  mistake: id.optional(),
  /** It wants a long press. */
  hold: z.literal(true).optional(),
}

const choice = z.strictObject({ id, text: words, ...way })
const control = <K extends string, S extends z.core.$ZodShape>(kind: K, shape: S) =>
  z.strictObject({ control: z.literal(kind), id, ...shape })

export const controlSchema = z.discriminatedUnion('control', [
  control('button', { text: words, ...way }),
  control('text', { text: words }),
  /** A line of a list: a contact, a bill, a menu entry. */
  control('item', { text: words, detail: words.optional(), icon: icon.optional(), ...way }),
  /** An app on the home screen, a tool in a grid. */
  control('icon', { icon, text: words, badge: z.int().min(1).max(99).optional(), ...way }),
  /** A short message and who seems to have sent it. */
  control('message', { from: words, text: words, ...way }),
  /** A bubble of a conversation; `voice` is the length of a spoken one, in seconds. */
  control('chat', {
    who: z.enum(['me', 'other']),
    name: words.optional(),
    text: words,
    voice: z.int().min(1).max(60).optional(),
    picture: icon.optional(),
    ...way,
  }),
  /** The other end of a call; its keys are buttons. */
  control('call', {
    name: words,
    number: words.optional(),
    state: z.enum(['ringing', 'dialling', 'talking', 'video']),
  }),
  /** A banner that arrives over whatever is open. */
  control('notice', { app: words, text: words, icon: icon.optional(), ...way }),
  /** A window over the screen: nothing behind it can be touched. */
  control('dialog', {
    title: words.optional(),
    text: words,
    options: z.array(choice).min(1).max(3),
  }),
  /** A field that is filled by choosing, so that nothing has to be typed. */
  control('input', { label: words, options: z.array(choice).min(2).max(3) }),
  control('field', { label: words, value: words, ...way }),
  control('switch', { text: words, on: z.boolean(), ...way }),
  /** Who gets the money and how much, in yuan. */
  control('payee', { name: words, amount: yuan }),
  /** The pretend wallet, in yuan. */
  control('wallet', { text: words.optional(), amount: yuan }),
  /** A drawn stand-in for a code that is shown to be scanned. */
  control('code', { text: words }),
  /** The viewfinder and what it can be pointed at. */
  control('camera', {
    label: words.optional(),
    targets: z
      .array(z.strictObject({ id, icon, text: words, ...way }))
      .min(1)
      .max(3),
  }),
  control('picture', { icon, text: words.optional() }),
  control('slide', {
    text: words,
    direction: z.enum(['up', 'down', 'left', 'right']),
    to: id.optional(),
    undo: z.literal(true).optional(),
    mistake: id.optional(),
  }),
  control('type', { label: words, ...typingFields, to: id, mistake: id.optional() }),
  /** Spoken input: the words that the phone understood. */
  control('talk', { label: words, heard: words, to: id, mistake: id.optional() }),
])
export type Control = z.infer<typeof controlSchema>
export type ControlOf<K extends Control['control']> = Extract<Control, { control: K }>

/** How a touch is made; `type` and `talk` end with the words that were entered. */
export const gestures = ['tap', 'hold', 'slide', 'type', 'talk'] as const
export type Gesture = (typeof gestures)[number]

/** A part of a control that can be touched and named. */
export interface Part {
  readonly id: string
  readonly text: string
  readonly to?: string | undefined
  readonly undo?: true | undefined
  readonly mistake?: string | undefined
  readonly hold?: true | undefined
}

/** What of a control can be touched: its options, else the control itself. */
export function partsOf(control: Control): readonly Part[] {
  if (control.control === 'camera') return control.targets
  if (control.control === 'dialog' || control.control === 'input') return control.options
  return [{ ...control, text: nameOf(control) }]
}

/** What is written on a control, to speak of it. */
export function nameOf(control: Control): string {
  switch (control.control) {
    case 'payee':
    case 'call':
      return control.name
    case 'message':
      return control.from
    case 'type':
    case 'talk':
    case 'input':
    case 'field':
      return control.label
    case 'wallet':
    case 'picture':
    case 'dialog':
      return control.text ?? ''
    case 'camera':
      return control.label ?? ''
    default:
      return control.text
  }
}

/** How the control wants to be touched. */
export function gestureOf(control: Control, part: Part): Gesture {
  const { control: kind } = control
  if (kind === 'slide' || kind === 'type' || kind === 'talk') return kind
  return part.hold ? 'hold' : 'tap'
}
