import * as z from 'zod'
import { helpLevels } from '../domain/simulation/player.ts'
import { practiceSchema } from './lan-wire.ts'
import { procedure } from './wire/procedure.ts'

/** The class on the local network, as the volunteer's window sees it. */

export const presenceSchema = z.object({
  course: z.string(),
  scenario: z.string(),
  screen: z.string(),
  /** When this screen was come to, ISO 8601. */
  since: z.string(),
  mistakes: z.int(),
  help: z.enum(helpLevels),
  lost: z.boolean(),
})
export type PresenceView = z.infer<typeof presenceSchema>

export const deviceSchema = z.object({
  id: z.string(),
  person: z.string(),
  name: z.string(),
  picture: z.string(),
  online: z.boolean(),
  /** When it was heard last, ISO 8601. */
  heardAt: z.string(),
  at: presenceSchema.nullable(),
})
export type DeviceView = z.infer<typeof deviceSchema>

export const lanStateSchema = z.discriminatedUnion('on', [
  z.object({ on: z.literal(false) }),
  z.object({
    on: z.literal(true),
    class: z.string(),
    session: z.string(),
    /** Addresses that phones on the same network can open, the likeliest first. */
    addresses: z.array(z.object({ url: z.string(), network: z.string() })),
    /** The port, and the program that listens on it: what a firewall has to let in. */
    port: z.int(),
    program: z.string(),
    pin: z.string(),
    /** What the phones can open. */
    practices: z.array(practiceSchema),
    devices: z.array(deviceSchema),
    /** Tries with a wrong PIN so far. */
    wrongPins: z.int(),
    /** After too many of them nobody new comes in before there is another PIN. */
    paused: z.boolean(),
    /** The faces are asked for. */
    asked: z.boolean(),
  }),
])
export type LanState = z.infer<typeof lanStateSchema>

const ofDevice = { device: z.string() }

export const lanProcedures = {
  /** Never ends by itself; the first item is the present state. */
  'lan.state': procedure({ input: z.object({}), item: lanStateSchema, output: z.object({}) }),
  /**
   * Opens the class to phones; the one that is open where there is one. Port 0: the usual one, a
   * free one where that is taken. `lan_no_network` without a network, `port_in_use` where the port
   * that was asked for is taken.
   */
  'lan.start': procedure({
    input: z.object({ session: z.string(), port: z.int().min(0).max(65_535) }),
    output: lanStateSchema,
  }),
  'lan.stop': procedure({ input: z.object({}), output: lanStateSchema }),
  /** A new PIN for those who come; who is in stays. */
  'lan.pin': procedure({ input: z.object({}), output: lanStateSchema }),
  'lan.rename': procedure({
    input: z.object({ ...ofDevice, name: z.string().trim().min(1).max(20) }),
    output: lanStateSchema,
  }),
  'lan.remove': procedure({ input: z.object(ofDevice), output: lanStateSchema }),
  /** Shows the three faces on every phone, or takes them away. */
  'lan.ask': procedure({ input: z.object({ asked: z.boolean() }), output: lanStateSchema }),
} as const
