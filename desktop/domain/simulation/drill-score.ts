import * as z from 'zod'

/** What a learner says of a message. */
export const judgements = ['fraud', 'verify', 'genuine'] as const
export type Judgement = (typeof judgements)[number]

/** How the judgements of a round fall; to verify first is safe with either kind, and counted by itself. */
export const tallySchema = z.object({
  /** Frauds recognised: hits. */
  caught: z.int().min(0),
  fraudsVerified: z.int().min(0),
  /** Frauds taken for genuine: misses. */
  believed: z.int().min(0),
  /** Genuine messages recognised: correct rejections. */
  trusted: z.int().min(0),
  genuineVerified: z.int().min(0),
  /** Genuine messages taken for frauds: false alarms. */
  accused: z.int().min(0),
})
export type Tally = z.infer<typeof tallySchema>

export interface Judged {
  readonly genuine: boolean
  readonly answer: Judgement
}

const ofFraud = { fraud: 'caught', verify: 'fraudsVerified', genuine: 'believed' } as const
const ofGenuine = { fraud: 'accused', verify: 'genuineVerified', genuine: 'trusted' } as const

/** Counts each judgement in exactly one place. */
export function tallyOf(judged: readonly Judged[]): Tally {
  const tally = {
    ...{ caught: 0, fraudsVerified: 0, believed: 0 },
    ...{ trusted: 0, genuineVerified: 0, accused: 0 },
  }
  for (const { genuine, answer } of judged)
    tally[genuine ? ofGenuine[answer] : ofFraud[answer]] += 1
  return tally
}

export const fraudsIn = ({ caught, fraudsVerified, believed }: Tally): number =>
  caught + fraudsVerified + believed

export const genuineIn = ({ trusted, genuineVerified, accused }: Tally): number =>
  trusted + genuineVerified + accused

/** Whether acting on the judgement would do no harm: no fraud believed, nobody wrongly accused. */
export const isSafe = ({ genuine, answer }: Judged): boolean =>
  answer === 'verify' || (answer === 'genuine') === genuine
