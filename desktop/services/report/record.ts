import type { CellRecord, ReportRecord } from '../../contract/report.ts'
import { writeParameter } from '../../domain/notebook/input-text.ts'
import type { Value } from '../../domain/notebook/input.ts'
import { fold } from '../../domain/notebook/name.ts'
import { textsOf } from '../../domain/notebook/chart-text.ts'
import { cellsOf, tableCellsOf, type Notebook } from '../../domain/notebook/notebook.ts'
import { quotesIn } from '../../domain/notebook/quote.ts'
import { cardTexts } from '../../domain/notebook/value-card/value-card.ts'
import type { Recipient } from '../disclosure/releases.ts'
import { hashesOf, type DatasetFacts } from './dataset-facts.ts'
import { sha256Hex } from './digest.ts'
import { fingerprint } from './fingerprint.ts'
import type { Results } from './gather.ts'
import { beijingIso } from './moment.ts'
import type { QuoteWriter } from './quotes.ts'

interface Recorded {
  readonly notebook: Notebook
  readonly values: Readonly<Record<string, Value>>
  readonly datasets: readonly DatasetFacts[]
  readonly results: Results
  readonly quotes: QuoteWriter
  readonly recipient: Recipient
  readonly made: Date
  /** Of the application. */
  readonly version: string
}

/** What the report was made of and came to; of tables only what may leave, as `results` holds it. */
export async function recordOf(recorded: Recorded): Promise<ReportRecord> {
  const { notebook, values, datasets, made, version, recipient } = recorded
  return {
    format: 'zhizhi-report/1',
    title: notebook.head.title,
    made: beijingIso(made),
    app: version,
    recipient,
    notebook: await sha256Hex(notebook.text),
    parameters: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, writeParameter(value)]),
    ),
    datasets: datasets.map((facts) => ({
      id: facts.id,
      version: facts.package?.version ?? null,
      files: hashesOf(facts),
    })),
    cells: await cellRecords(recorded),
    numbers: numbersOf(recorded),
  }
}

async function cellRecords({ notebook, results }: Recorded): Promise<CellRecord[]> {
  const records: CellRecord[] = []
  for (const { name, sql } of tableCellsOf(notebook)) {
    const state = results.states.get(fold(name))
    const table = results.made.get(fold(name))
    const rows = state?.rows ?? 0
    const whole = table?.rows === rows ? table : undefined
    records.push({
      ...{ name, sql, status: state?.status ?? 'waiting', rows },
      columns: table?.columns.map((column) => column.name) ?? [],
      ...(whole ? await fingerprint(whole) : { sha256: null, values: null }),
    })
  }
  return records
}

/** Every number that the text, a chart's words or a card quotes, once. */
function numbersOf({ notebook, quotes }: Recorded): ReportRecord['numbers'] {
  const prose = notebook.blocks.flatMap((block) => (block.kind === 'prose' ? [block.text] : []))
  const charts = cellsOf(notebook, 'chart').flatMap(({ chart }) => textsOf(chart))
  const cards = cellsOf(notebook, 'value').flatMap(({ card }) => cardTexts(card))
  const found = new Map<string, string>()
  for (const one of [...prose, ...charts, ...cards].flatMap(quotesIn)) {
    const quote = one.text.slice(2, -2).trim()
    if (!found.has(quote)) found.set(quote, quotes.write(one))
  }
  return Array.from(found, ([quote, text]) => ({ quote, text }))
}
