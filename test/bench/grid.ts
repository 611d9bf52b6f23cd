import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attach } from '../../desktop/engine/attach.ts'
import { page } from '../../desktop/engine/paging.ts'
import { find } from '../../desktop/engine/search/find.ts'
import { Workbench } from '../../desktop/engine/workbench.ts'
import { compare, configFor, type EngineFigure, makeTickets } from './engine.ts'

const { signal } = new AbortController()
const relation = { schema: '', name: 'tickets' }
const columns = ['id', 'matter', 'score', 'amount', 'day', 'moment', 'place', 'number']

/**
 * What a grid asks of the engine: a page far down against the first one, and finding a text in the
 * whole table, at first and from match to match, against counting the rows that hold it.
 */
export async function benchGrid(rows = 1_000_000): Promise<EngineFigure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhizhi-bench-'))
  try {
    const bench = await Workbench.open(configFor(folder), () => undefined)
    await attach(bench, [{ relation, file: await makeTickets(folder, rows) }], signal)
    const at = (offset: number) => () =>
      page(bench, { relation, offset, limit: 200, sort: [] }, signal)
    const far = Math.floor(rows * 0.9)
    const pages = await compare({ [`grid: page at row ${far} against row 0`]: at(far) }, at(0))

    let run = 0
    const question = (text: string) => ({
      ...{ relation, text, from: -1, direction: 'next' as const, sort: [] },
    })
    const byHand = () =>
      bench.lanes.pages.run(signal, 'main', (connection) => {
        const held = columns.map((name) => `contains(lower(${name}::VARCHAR), 'ab12')`)
        return connection.runAndReadAll(`SELECT count(*) FROM tickets WHERE ${held.join(' OR ')}`)
      })
    const found = {
      // another text each time, so that nothing is known of it
      [`grid: find in ${rows} × 8 at first`]: () =>
        find(bench, question(`ab1${(run += 1)}`), signal),
      [`grid: find in ${rows} × 8, the next match`]: () => find(bench, question('ab12'), signal),
    }
    await find(bench, question('ab12'), signal)
    return [...pages, ...(await compare(found, byHand))]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
