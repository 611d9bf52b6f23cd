/** The texts that a notebook had while it was open, to go back to and forth again. */
export interface TextHistory {
  /** Oldest first. */
  readonly past: readonly string[]
  /** The next to come back first. */
  readonly future: readonly string[]
  /** Where was typed last, and when (ms): typing in one place is one step. */
  readonly last: Typed | undefined
}

interface Typed {
  /** The cell; nothing for a change that is a step of its own. */
  readonly where: string | undefined
  readonly at: number
}

export const noHistory: TextHistory = { past: [], future: [], last: undefined }

/** A pause after which further typing in the same place is a step of its own, in ms. */
const PAUSE_MS = 1500
const MOST_STEPS = 200

/** After a change of `where` at `at` (ms): `before` can be gone back to, and nothing comes forth again. */
export function changed(
  { past, last }: TextHistory,
  before: string,
  { where, at }: Typed,
): TextHistory {
  const goesOn = last && where !== undefined && last.where === where && at - last.at < PAUSE_MS
  const steps = goesOn ? past : [...past, before].slice(-MOST_STEPS)
  return { past: steps, future: [], last: { where, at } }
}

export interface Step {
  readonly text: string
  readonly history: TextHistory
}

/** One step back from the text `present`; `undefined` at the beginning. */
export function stepBack({ past, future }: TextHistory, present: string): Step | undefined {
  const text = past.at(-1)
  if (text === undefined) return undefined
  const history = { past: past.slice(0, -1), future: [present, ...future], last: undefined }
  return { text, history }
}

/** One step forth again; `undefined` at the end. */
export function stepForth({ past, future }: TextHistory, present: string): Step | undefined {
  const [text, ...rest] = future
  if (text === undefined) return undefined
  return { text, history: { past: [...past, present], future: rest, last: undefined } }
}
