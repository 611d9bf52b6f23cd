import { buildGraph } from '../../../desktop/domain/notebook/graph.ts'
import { parseNotebook } from '../../../desktop/domain/notebook/parse.ts'
import { atMost, median, part, percentile, type WorkbenchFigure } from './figures.ts'
import { inHost, type InHost } from './in-host.ts'
import { chainedCells, heavyCells, notebookOf } from './notebooks.ts'

const CELLS = 50
const ROUNDS = 5
const MANY = 10_000
const CHAIN = 20

/** What an edit costs in a notebook of fifty cells, and what one of ten thousand costs before it runs. */
export function benchCells(rows: number): Promise<WorkbenchFigure[]> {
  return inHost(rows, async (host) => [
    await oneOfFifty(host, rows),
    ...(await analysis(host)),
    ...(await tenThousand(host)),
  ])
}

async function oneOfFifty(host: InHost, rows: number): Promise<WorkbenchFigure> {
  const session = await host.openSession()
  await host.run(session, notebookOf(heavyCells(CELLS, 0)))
  const all: number[] = []
  const one: number[] = []
  for (let round = 1; round <= ROUNDS; round += 1) {
    const bodies = heavyCells(CELLS, round)
    all.push(await host.run(session, notebookOf(bodies)))
    const changed = bodies.with(CELLS / 2, `${bodies[CELLS / 2] ?? ''} LIMIT 99`)
    one.push(await host.run(session, notebookOf(changed)))
  }
  const name = `${rows / 1e6}M: one of ${CELLS} cells changed / all run`
  return part({ name, ours: median(one), peer: median(all) }, 0.1)
}

async function analysis({ app }: InHost): Promise<WorkbenchFigure[]> {
  const times: number[] = []
  for (const sql of heavyCells(100, -1)) {
    const begin = performance.now()
    await app.engine.call('inspect', { sql })
    times.push(performance.now() - begin)
  }
  return [
    atMost('dependency analysis of a cell, median', median(times), 5),
    atMost('dependency analysis of a cell, 95 of 100', percentile(times, 95)),
  ]
}

async function tenThousand(host: InHost): Promise<WorkbenchFigure[]> {
  const bodies = chainedCells(MANY, CHAIN, 1)
  const source = notebookOf(bodies)
  const session = await host.openSession()
  const first = await untilRunning(host, session, source)
  const edited = notebookOf(bodies.with(MANY / 2, 'SELECT 2 AS mark, 0 AS n'))
  const second = await untilRunning(host, session, edited)
  const size = `${MANY} cells`
  return [
    atMost(
      `${size}: text read`,
      timed(() => parseNotebook(source)),
    ),
    atMost(
      `${size}: graph of chains of ${CHAIN}`,
      timed(() => graphOf(CHAIN)),
    ),
    atMost(
      `${size}: graph of one chain`,
      timed(() => graphOf(MANY)),
    ),
    atMost(`${size}: from the order to the first cell that runs`, first),
    atMost(`${size}: the same after one was edited`, second),
  ]
}

function graphOf(chain: number) {
  const nodes = Array.from({ length: MANY }, (_, index) => ({
    name: `cell_${index}`,
    tables: index % chain === 0 ? [] : [{ schema: '', name: `cell_${index - 1}` }],
  }))
  return buildGraph(nodes, [])
}

function timed(work: () => unknown): number {
  const begin = performance.now()
  work()
  return performance.now() - begin
}

/** Milliseconds until a notebook is read, understood and ordered; then the run is given up. */
async function untilRunning(host: InHost, session: string, source: string): Promise<number> {
  const control = new AbortController()
  const begin = performance.now()
  let running = NaN
  const onState = ({ status }: { status: string }) => {
    if (status !== 'running' || control.signal.aborted) return
    running = performance.now() - begin
    control.abort()
  }
  await host.run(session, source, { signal: control.signal, onState }).catch(() => undefined)
  return running
}
