import { benchBrush } from './brush/main.ts'
import { benchSeeing } from './brush/seeing.ts'
import { benchCatalogue } from './catalogue.ts'
import { benchDisclosure } from './disclosure/main.ts'
import { benchFirstScreen, benchTransport } from './engine.ts'
import { benchGate } from './gate.ts'
import { benchGrading } from './grading.ts'
import { benchGrid } from './grid.ts'
import { benchItems } from './items.ts'
import { benchJournal } from './journal.ts'
import { benchLan } from './lan.ts'
import { benchPapers } from './papers.ts'
import { privacyBench } from './privacy.ts'
import { benchReport } from './report.ts'
import { searchBench } from './search.ts'
import { benchStat } from './stat.ts'
import { benchSummaries } from './summaries.ts'
import { benchWire } from './wire.ts'
import { benchCancel } from './workbench/cancel.ts'
import { benchCells } from './workbench/cells.ts'
import { benchScreen } from './workbench/screen.ts'
import { benchMemory } from './workbench/memory.ts'
import { benchPeers } from './workbench/peers.ts'
import { benchPrivacyAccuracy } from './privacy-accuracy.ts'

/** What `zhizhi bench` can measure, by name; `rows` is for those that make a table. */
export const benches = {
  'first-screen': (rows: number) => benchFirstScreen(rows),
  'privacy-accuracy': () => Promise.resolve(benchPrivacyAccuracy()),
  transport: (rows: number) => benchTransport(rows),
  grid: (rows: number) => benchGrid(rows),
  gate: (rows: number) => benchGate(rows),
  grading: () => benchGrading(),
  stat: (rows: number) => Promise.resolve(benchStat(rows)),
  summaries: (rows: number) => benchSummaries(rows),
  wire: () => benchWire(),
  items: () => Promise.resolve(benchItems()),
  journal: () => benchJournal(),
  brush: (rows: number) => benchBrush(rows),
  seeing: (rows: number) => benchSeeing(rows),
  catalogue: () => benchCatalogue(),
  disclosure: (rows: number) => benchDisclosure(rows),
  peers: (rows: number) => benchPeers(rows),
  screen: (rows: number) => benchScreen(rows),
  cells: (rows: number) => benchCells(rows),
  cancel: (rows: number) => benchCancel(rows),
  memory: (rows: number) => benchMemory(rows),
  privacy: () => Promise.resolve(privacyBench()),
  papers: () => benchPapers(),
  report: () => benchReport(),
  lan: () => benchLan(),
  search: () => Promise.resolve(searchBench()),
}

/** What is measured together. */
export const groups = {
  workbench: ['peers', 'screen', 'cells', 'cancel', 'memory'],
}
