import * as z from 'zod'
import { judgements, tallyOf, tallySchema } from './drill-score.ts'

/** What is kept of one learner's drills in one course. */

const roundSchema = z.object({
  /** The number of its event: clocks go wrong, this does not. */
  nth: z.int(),
  at: z.string(),
  /** The one early round that follows when frauds were believed. */
  followUp: z.boolean(),
  /** Answers that were taken back before the round ended. */
  changed: z.int(),
  tally: tallySchema,
})
export type DrillRoundRecord = z.infer<typeof roundSchema>

const seenSchema = z.object({ nth: z.int(), answer: z.enum(judgements) })
export type SeenMessage = z.infer<typeof seenSchema>

export const drillRecordSchema = z.object({
  /** Rounds that were brought to their end, the latest last. */
  rounds: z.array(roundSchema),
  /** Every message seen, by `scheme/message`: when last, and what was said of it. */
  seen: z.record(z.string(), seenSchema),
})
export type DrillRecord = z.infer<typeof drillRecordSchema>

export const noDrills: DrillRecord = { rounds: [], seen: {} }

/** What the journal keeps of a round: whether each message was genuine when it was shown. */
export const drillRoundEvent = z.object({
  course: z.string(),
  /** Left before its end otherwise: its messages were seen, and nothing is scored. */
  finished: z.boolean(),
  answers: z.array(
    z.object({
      scheme: z.string(),
      message: z.string(),
      genuine: z.boolean(),
      answer: z.enum(judgements),
      changed: z.boolean(),
    }),
  ),
})
type DrillRoundEvent = z.infer<typeof drillRoundEvent>

export const messageKey = (scheme: string, message: string): string => `${scheme}/${message}`

/** So many frauds believed in one round, and a round comes early. */
const manyBelieved = 2

/** Whether the next round after this one is the early one. */
export const needsFollowUp = ({ followUp, tally }: DrillRoundRecord): boolean =>
  !followUp && tally.believed >= manyBelieved

/** The record after one more round. */
export function afterRound(
  before: DrillRecord,
  { finished, answers }: DrillRoundEvent,
  nth: number,
  at: string,
): DrillRecord {
  const now = answers.map(({ scheme, message, answer }): [string, SeenMessage] => [
    messageKey(scheme, message),
    { nth, answer },
  ])
  const seen = { ...before.seen, ...Object.fromEntries(now) }
  if (!finished) return { ...before, seen }
  const last = before.rounds.at(-1)
  const followUp = last !== undefined && needsFollowUp(last)
  const changed = answers.filter((answer) => answer.changed).length
  const round = { nth, at, followUp, changed, tally: tallyOf(answers) }
  return { rounds: [...before.rounds, round], seen }
}
