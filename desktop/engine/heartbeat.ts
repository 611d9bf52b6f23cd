import { setTimeout } from 'node:timers/promises'
import type { Overdue } from './overdue.ts'

interface Beat {
  readonly residentBytes: number
  readonly overdueMs: number
}

interface Work {
  readonly signal: AbortSignal
  readonly emit: (beat: Beat) => Promise<void>
}

/** Beats until the caller goes away. */
export async function beat(everyMs: number, overdue: Overdue, work: Work): Promise<never> {
  for (;;) {
    await work.emit({
      residentBytes: process.memoryUsage.rss(),
      overdueMs: overdue.milliseconds,
    })
    await setTimeout(everyMs, undefined, { signal: work.signal })
  }
}
