import type { Page } from 'playwright-core'
import { DuckDBInstance } from '@duckdb/node-api'
import { atMost, faster, median, part, type WorkbenchFigure } from './figures.ts'
import type { Material } from './material.ts'
import { askingNotebook, openOurPage, openOurs } from './our-page.ts'
import { renewEngine } from './processes.ts'
import { TABLE } from './questions.ts'
import { onStage } from './stage.ts'

const ROUNDS = 5
const JUMPS = 9
/** A page of eight rows of eight columns has some two hundred. */
const MOST_NODES = 1000

/** The whole table in the grid: its first screen, a jump far down against one to the top, its size in the page. */
export function benchScreen(rows: number): Promise<WorkbenchFigure[]> {
  return onStage(rows, { [askingNotebook.id]: askingNotebook.text }, async (stage) => {
    const { browser, host, installation } = stage
    const page = await openOurPage(browser, host.url)
    const ours = openOurs(page, () => renewEngine(host.pid))
    await ours.load()
    const figure = await firstScreen(installation.material, (run) => ours.show(run))
    return [figure, ...(await jumps(page, rows))]
  })
}

async function firstScreen(
  { rows, parquet }: Material,
  show: (run: string) => Promise<number>,
): Promise<WorkbenchFigure> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  await connection.run(`CREATE TABLE ${TABLE} AS FROM read_parquet('${parquet}')`)
  const ours: number[] = []
  const peer: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await show(`all${round}`))
    const begin = performance.now()
    ;(await connection.runAndReadAll(`SELECT * FROM ${TABLE}`)).getRows()
    peer.push(performance.now() - begin)
  }
  connection.closeSync()
  instance.closeSync()
  const name = `${rows / 1e6}M SELECT *, first screen / all rows read`
  return faster({ name, ours: median(ours), peer: median(peer) }, 8)
}

async function jumps(page: Page, rows: number): Promise<WorkbenchFigure[]> {
  const far: number[] = []
  const near: number[] = []
  const nodes: number[] = []
  for (let n = 0; n < JUMPS; n += 1) {
    // each time to rows that were not yet looked at
    const { ms, count } = await page.evaluate(jump, [0.9 + n / 1000, rows] as const)
    const back = await page.evaluate(jump, [n / 1000, rows] as const)
    far.push(ms)
    near.push(back.ms)
    nodes.push(count, back.count)
  }
  const name = `${rows / 1e6}M jump to nine tenths / to the top`
  return [
    part({ name, ours: median(far), peer: median(near) }, 3),
    atMost(`${rows / 1e6}M elements in the grid, at most`, Math.max(...nodes), MOST_NODES),
  ]
}

/** In the page: scrolls to a part of the way and waits for the rows there. */
function jump([share, rows]: readonly [number, number]): Promise<{ ms: number; count: number }> {
  const grid = document.querySelector('[role="grid"]')
  const there = () =>
    Array.from(grid?.querySelectorAll('[aria-rowindex]') ?? []).some((row) => {
      const index = Number(row.getAttribute('aria-rowindex'))
      return index > 1 && Math.abs(index - share * rows) < 50
    })
  const begin = performance.now()
  if (grid) grid.scrollTop = share * (grid.scrollHeight - grid.clientHeight)
  return new Promise((resolve, reject) => {
    const look = () => {
      if (there() && grid?.querySelector('.skeleton') === null) {
        const count = grid.querySelectorAll('*').length
        setTimeout(() => resolve({ ms: performance.now() - begin, count }))
      } else if (performance.now() - begin > 20_000) reject(new Error(`no rows at ${share}`))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}
