import { benchCatalogue } from './catalogue.ts'
import { benchFirstScreen, benchTransport } from './engine.ts'
import { benchGrid } from './grid.ts'
import { benchJournal } from './journal.ts'
import { searchBench } from './search.ts'
import { benchSummaries } from './summaries.ts'
import { benchWire } from './wire.ts'

/** What `zhizhi bench` can measure, by name; `rows` is for those that make a table. */
export const benches = {
  'first-screen': (rows: number) => benchFirstScreen(rows),
  transport: (rows: number) => benchTransport(rows),
  grid: (rows: number) => benchGrid(rows),
  summaries: (rows: number) => benchSummaries(rows),
  wire: () => benchWire(),
  journal: () => benchJournal(),
  catalogue: () => benchCatalogue(),
  search: () => Promise.resolve(searchBench()),
}
