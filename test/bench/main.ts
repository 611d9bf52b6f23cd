import { benchJournal } from './journal.ts'
import { searchBench } from './search.ts'
import { benchWire } from './wire.ts'

/** What `zhizhi bench` can measure, by name. */
export const benches = {
  wire: () => benchWire(),
  journal: () => benchJournal(),
  search: () => Promise.resolve(searchBench()),
}
