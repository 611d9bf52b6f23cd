import { type ColumnTable, desc, table } from 'arquero'
import { COLUMNS, type Cell, type Question, type Row } from '../questions.ts'
import { csvRows } from './csv.ts'
import type { BrowserPeer } from './peer.ts'

const answers: Readonly<Record<Question, (tickets: ColumnTable) => ColumnTable>> = {
  aggregate: (tickets) =>
    tickets.rollup({
      n: 'op.count()',
      total: 'op.sum(d.amount)',
      mean: 'op.mean(d.minutes)',
      most: 'op.max(d.amount)',
    }),
  'group by two': (tickets) =>
    tickets
      .groupby('street', 'category')
      .rollup({ n: 'op.count()', mean: 'op.mean(d.minutes)', total: 'op.sum(d.amount)' })
      .orderby('street', 'category'),
  'top 5 per group': (tickets) =>
    tickets
      .groupby('street')
      .orderby(desc('amount'))
      .slice(0, 5)
      .ungroup()
      .orderby('street', desc('amount'))
      .select('street', 'id', 'amount'),
  'filter, distinct': (tickets) =>
    tickets
      .filter(`d => d.channel === '热线' && d.day >= ${days('2024-04-01')}`)
      .groupby('category')
      .rollup({ people: 'op.distinct(d.reporter)', n: 'op.count()' })
      .orderby('category'),
  'sort, top 100': (tickets) =>
    tickets
      .orderby(desc('minutes'), desc('amount'))
      .slice(0, 100)
      .select('id', 'street', 'minutes', 'amount'),
}

/** Days since 1970. */
const days = (date: string) => Date.parse(date) / 86_400_000

/** Arquero in the page itself, on typed arrays and on texts of which each is kept once. */
export function openArquero(rows: number): BrowserPeer {
  let tickets = table({})
  return {
    async load() {
      tickets = table(await readColumns(rows))
      return listed(tickets.slice(0, 20), [])
    },
    ask: (question, run) => Promise.resolve(listed(answers[question](tickets), [run])),
  }
}

function listed(found: ColumnTable, before: Row): Row[] {
  const names = found.columnNames()
  return found
    .objects()
    .map((row) => [...before, ...names.map((name) => (row as Record<string, Cell>)[name] ?? '')])
}

async function readColumns(rows: number) {
  const ints = () => new Int32Array(rows)
  const texts = () => new Array<string>(rows)
  const columns = [
    ints(),
    ints(),
    texts(),
    texts(),
    texts(),
    ints(),
    new Float64Array(rows),
    ints(),
  ]
  const kept = new Map<string, string>()
  let at = 0
  for await (const batch of csvRows('/tickets.csv')) {
    for (const row of batch) {
      for (const [index, field] of row.entries()) {
        const column = columns[index]
        if (Array.isArray(column)) column[at] = once(kept, field)
        else if (column) column[at] = index === 1 ? days(field) : Number(field)
      }
      at += 1
    }
  }
  return Object.fromEntries(COLUMNS.map((name, index) => [name, columns[index] ?? []]))
}

function once(kept: Map<string, string>, text: string): string {
  const known = kept.get(text)
  if (known !== undefined) return known
  kept.set(text, text)
  return text
}
