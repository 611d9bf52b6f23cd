import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { fraudsIn, genuineIn, type Tally } from './drill-score.ts'

/** How well frauds are told from genuine messages, and which way somebody leans. */
export interface Signal {
  /** d′: 0 is guessing, more is better. */
  readonly sensitivity: number
  /** c: below 0 leans to crying fraud, above 0 to believing. */
  readonly bias: number
}

/**
 * Sensitivity d′ and bias c of signal detection, fraud being the signal.
 *
 * With the log-linear correction (Hautus 1995, Behavior Research Methods 27: 46–51): 0.5 is added
 * to hits and to false alarms, and 1 to the frauds and to the genuine messages, always. So a round
 * without a single slip has a finite d′, and one without any message has 0.
 *
 * “Verify first” is neither yes nor no. With `accuse` only 是骗子 counts as yes; with `doubt` 先核实
 * does too. The two are the two criteria of a rating with three steps.
 */
export function signalOf(tally: Tally, criterion: 'accuse' | 'doubt'): Signal {
  const doubted = criterion === 'doubt'
  const hits = tally.caught + (doubted ? tally.fraudsVerified : 0)
  const alarms = tally.accused + (doubted ? tally.genuineVerified : 0)
  const hit = normalQuantile((hits + 0.5) / (fraudsIn(tally) + 1), 0, 1)
  const alarm = normalQuantile((alarms + 0.5) / (genuineIn(tally) + 1), 0, 1)
  // without the 0, nothing counted would give minus nought
  return { sensitivity: hit - alarm, bias: 0 - (hit + alarm) / 2 }
}
