import type { JournalEvent, Projection } from '../../desktop/services/ports.ts'

/** Counts events and adds up a number they carry: enough to see whether one is missing. */
export const tally: Projection<{ readonly events: number; readonly sum: number }> = {
  name: 'tally',
  version: 1,
  initial: { events: 0, sum: 0 },
  reduce: (state, event) => ({ events: state.events + 1, sum: state.sum + numberOf(event) }),
}

function numberOf({ data }: JournalEvent): number {
  return typeof data['n'] === 'number' ? data['n'] : 0
}
