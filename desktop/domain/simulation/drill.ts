import * as z from 'zod'

/** A fraud drill as its file says it: one family of messages, false ones and genuine ones. */

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const words = z.string().trim().min(1)

/** How a message comes: the last is somebody at the door or in the street. */
const channels = ['sms', 'call', 'chat', 'group', 'app', 'visit'] as const

/** What gives a fraud away: words that stand in it exactly, and why they do. */
const tellSchema = z.strictObject({ words, because: words })
export type Tell = z.infer<typeof tellSchema>

/** A field that only the other kind of message has. */
const notHere = (problem: string) =>
  z.custom<undefined>((value) => value === undefined, problem).optional()

const common = {
  id,
  channel: z.enum(channels),
  /** As the learner sees it. */
  from: words.max(20),
  /** For a call or a visit: what is said. */
  text: words.max(90),
  /** How one verifies. */
  check: words.max(40),
  /** Who has publicly described the pattern. */
  source: words.optional(),
}

const fraudSchema = z
  .strictObject({
    ...common,
    genuine: z.literal(false),
    tells: z.array(tellSchema).min(1).max(3),
    proof: notHere('proof 只写在真的消息上；骗人的写 tells'),
  })
  .superRefine((message, context) => {
    for (const { index, problem } of tellFaults(message)) {
      context.addIssue({ code: 'custom', path: ['tells', index, 'words'], message: problem })
    }
  })

const genuineSchema = z.strictObject({
  ...common,
  genuine: z.literal(true),
  proof: words.max(60),
  tells: notHere('tells 只写在骗人的消息上；真的写 proof'),
})

export const drillMessageSchema = z.discriminatedUnion('genuine', [fraudSchema, genuineSchema])
export type DrillMessage = z.infer<typeof drillMessageSchema>

export const drillSchema = z
  .strictObject({
    id,
    title: z.strictObject({ zh: words, en: words }),
    objective: words,
    messages: z.array(drillMessageSchema).min(1),
  })
  .superRefine(({ messages }, context) => {
    const ids = messages.map((message) => message.id)
    for (const [index, own] of ids.entries()) {
      if (ids.indexOf(own) === index) continue
      const message = `id “${own}” 用了两次，换一个`
      context.addIssue({ code: 'custom', path: ['messages', index, 'id'], message })
    }
  })
export type Drill = z.infer<typeof drillSchema>

/** Where the words of a tell stand. */
interface Place {
  readonly field: 'from' | 'text'
  readonly start: number
  readonly end: number
}

type Marked = Pick<DrillMessage, 'from' | 'text'> & { readonly tells: readonly Tell[] }

/** The text first: a sender's name is often said in it again. */
function placeOf(tell: Tell, message: Marked): Place | undefined {
  for (const field of ['text', 'from'] as const) {
    const start = message[field].indexOf(tell.words)
    if (start >= 0) return { field, start, end: start + tell.words.length }
  }
  return undefined
}

function tellFaults(message: Marked): { readonly index: number; readonly problem: string }[] {
  const places = message.tells.map((tell) => placeOf(tell, message))
  return places.flatMap((place, index) => {
    const said = message.tells[index]?.words ?? ''
    if (!place) return [{ index, problem: `“${said}”不在 text 里，也不在 from 里，要一字不差` }]
    const other = places.slice(0, index).findIndex((earlier) => earlier && overlap(earlier, place))
    return other < 0 ? [] : [{ index, problem: `“${said}”和第 ${other + 1} 处重叠，标不出来` }]
  })
}

const overlap = (one: Place, other: Place): boolean =>
  one.field === other.field && one.start < other.end && other.start < one.end

/** A stretch of a message; `tell` counts from 0 where it gives the fraud away. */
export interface Piece {
  readonly text: string
  readonly tell?: number
}

/** A message's sender or text, cut at the words that give it away. */
export function piecesOf(message: DrillMessage, field: 'from' | 'text'): Piece[] {
  const whole = message[field]
  const marked = { ...message, tells: message.tells ?? [] }
  const places = marked.tells
    .map((each, tell) => ({ place: placeOf(each, marked), tell }))
    .flatMap(({ place, tell }) => (place?.field === field ? [{ ...place, tell }] : []))
    .toSorted((one, other) => one.start - other.start)
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, tell } of places) {
    if (start > at) pieces.push({ text: whole.slice(at, start) })
    pieces.push({ text: whole.slice(start, end), tell })
    at = end
  }
  return at < whole.length ? [...pieces, { text: whole.slice(at) }] : pieces
}
