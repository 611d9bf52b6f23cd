import * as z from 'zod'
import { faces, suggestionLimit } from '../domain/classroom/events.ts'
import { gestures } from '../domain/simulation/controls.ts'
import { helpLevels } from '../domain/simulation/player.ts'
import { scenarioSchema } from '../domain/simulation/scenario.ts'

/**
 * What a learner's own phone and the host say to each other in a class on the local network: JSON
 * texts over one WebSocket. Everything that a phone says is checked against these closed schemas;
 * what it did is told as touches, and the host plays them again, so that it cannot claim results.
 */

const short = z.string().min(1).max(64)
const titles = z.object({ zh: z.string(), en: z.string() })
const place = { course: short, scenario: short }

/** One thing that a hand did on the practice phone. */
export const actionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('tap'),
    control: short.nullable(),
    gesture: z.enum(gestures).optional(),
    words: z.string().max(100).optional(),
  }),
  z.strictObject({ kind: z.literal('undo') }),
  z.strictObject({ kind: z.literal('restart') }),
  z.strictObject({ kind: z.literal('lost') }),
  z.strictObject({ kind: z.literal('hint') }),
  z.strictObject({ kind: z.literal('show-me') }),
])

/** The most touches of one run that are told. */
export const actionLimit = 500

/** The longest message of a phone, in bytes. */
export const phoneMessageLimit = 64 * 1024

export const fromPhoneSchema = z.discriminatedUnion('kind', [
  /** The first word of a phone that was here before: the secret it was given. */
  z.strictObject({ kind: z.literal('back'), secret: z.string().max(64) }),
  /** The first word of a phone that is new. */
  z.strictObject({ kind: z.literal('pin'), pin: z.string().max(12) }),
  /** A picture of the list that came after the PIN, or none and a name of one's own. */
  z.strictObject({
    kind: z.literal('join'),
    seat: short.nullable(),
    name: z.string().trim().min(1).max(20).nullable(),
  }),
  z.strictObject({ kind: z.literal('open'), ...place }),
  /** Where the learner is in the practice that is open. */
  z.strictObject({
    kind: z.literal('at'),
    ...place,
    screen: short,
    mistakes: z.int().min(0).max(actionLimit),
    help: z.enum(helpLevels),
    lost: z.boolean(),
  }),
  /** A run that ended; told again until `kept` answers it, so that none is lost. */
  z.strictObject({
    kind: z.literal('played'),
    /** Made by the phone: the same run told twice counts once. */
    run: short,
    ...place,
    actions: z.array(actionSchema).max(actionLimit),
  }),
  z.strictObject({ kind: z.literal('face'), face: z.enum(faces) }),
  z.strictObject({
    kind: z.literal('suggest'),
    text: z.string().trim().min(1).max(suggestionLimit),
  }),
  /** I leave: the picture is free again. */
  z.strictObject({ kind: z.literal('leave') }),
])
export type FromPhone = z.infer<typeof fromPhoneSchema>

/** A picture card to choose: of a name only what tells one from the other. */
const seatSchema = z.object({
  seat: z.string(),
  picture: z.string(),
  name: z.string(),
  /** Somebody sits there. */
  taken: z.boolean(),
})
export type Seat = z.infer<typeof seatSchema>

export const practiceSchema = z.object({ course: z.string(), scenario: z.string(), title: titles })
export type PhonePractice = z.infer<typeof practiceSchema>

export const toPhoneSchema = z.discriminatedUnion('kind', [
  /** The PIN was right. */
  z.object({ kind: z.literal('seats'), seats: z.array(seatSchema) }),
  /** You are in; `lesson` is what the class is at. */
  z.object({
    kind: z.literal('welcome'),
    secret: z.string(),
    name: z.string(),
    picture: z.string(),
    lesson: titles.nullable(),
    practices: z.array(practiceSchema),
    /** The class is asked how it was. */
    asked: z.boolean(),
    /** What this phone has said already. */
    face: z.enum(faces).nullable(),
  }),
  z.object({ kind: z.literal('scenario'), course: z.string(), scenario: scenarioSchema }),
  z.object({ kind: z.literal('kept'), run: z.string() }),
  z.object({ kind: z.literal('heard'), what: z.enum(['face', 'suggest']) }),
  z.object({ kind: z.literal('renamed'), name: z.string(), picture: z.string() }),
  z.object({ kind: z.literal('asked'), asked: z.boolean() }),
  /**
   * What was not done, and why. `pin`: not this number, `left` more tries; `wait`: try again in so
   * many seconds; `taken`: somebody sits there; `full`: no more phones; `unknown`: this phone must
   * begin with the PIN; `missing`: that practice is not of this class; `message`: not understood.
   * `run` names the run that is not kept, now or later: the phone need not tell of it again.
   */
  z.object({
    kind: z.literal('refused'),
    why: z.enum(['pin', 'wait', 'taken', 'full', 'unknown', 'missing', 'message']),
    left: z.int().optional(),
    seconds: z.int().optional(),
    run: z.string().optional(),
  }),
  /** The class is over, or the volunteer has sent this phone away: nothing more comes. */
  z.object({ kind: z.literal('over'), why: z.enum(['ended', 'removed', 'elsewhere']) }),
])
export type ToPhone = z.infer<typeof toPhoneSchema>
