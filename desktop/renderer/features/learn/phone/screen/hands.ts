import type { Gesture } from '../../../../../domain/simulation/controls.ts'

/** What a control needs of whoever holds the practice phone. */
export interface Hands {
  /** The control or option to look at. */
  readonly pointed: string | undefined
  /** Whether a touch on it leads somewhere. */
  leads: (id: string) => boolean
  /** Some line of the screen's list leads on: then all of them look as if they did. */
  readonly hasList: boolean
  touch: (id: string, gesture: Gesture, words?: string) => void
}

/** How a thing stands to the one that is pointed at: it is that, or it steps back. */
export function spotOf({ pointed }: Hands, ...own: readonly string[]): 'here' | 'dim' | undefined {
  if (pointed === undefined) return undefined
  return own.includes(pointed) ? 'here' : 'dim'
}
