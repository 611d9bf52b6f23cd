import type { Action, Play } from '../../../../domain/simulation/player.ts'

/** Told of a run's end; `actions`: all that was done in it, from which it can be played again. */
export type RunEnd = (play: Play, reached: boolean, actions: readonly Action[]) => void
