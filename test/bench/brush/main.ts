import type { Page } from 'playwright-core'
import {
  atMost,
  faster,
  median,
  part,
  percentile,
  type WorkbenchFigure,
} from '../workbench/figures.ts'
import { onStage } from '../workbench/stage.ts'
import { framesWhileDragging } from './frames.ts'
import type { Way } from './in-page/main.ts'
import { brushNotebook, chartsOf, tableSql } from './notebook.ts'
import { benchContext, openBenchPage } from './page.ts'
import { openStockServer } from './stock-server.ts'

const ROUNDS = 3
const STEPS = 40
/** Direct SQL takes long, and varies little. */
const DIRECT_STEPS = 12
const ways: readonly Way[] = ['ours', 'stock', 'direct']

interface Times {
  readonly steps: number[]
  readonly entered: number[]
  counts: readonly number[]
}

/** Three linked histograms under one brush: the app against the bare SQL and against Mosaic's own connector. */
export function benchBrush(rows: number): Promise<WorkbenchFigure[]> {
  const source = brushNotebook(rows)
  return onStage(1000, { brushing: source }, async ({ browser, host }) => {
    // one context: the address opens the host once, and then its cookie does
    const context = await browser.newContext(benchContext)
    const frames = await framesWhileDragging(context, host.url)
    const stock = await openStockServer(`CREATE TABLE calls AS ${tableSql(rows)}`)
    try {
      const page = await openBenchPage(context, host.url)
      const times = await measure(page, source, stock.url)
      return figures(rows, times, frames)
    } finally {
      await stock.close()
    }
  })
}

async function measure(
  page: Page,
  source: string,
  stock: string,
): Promise<Readonly<Record<Way, Times>>> {
  const charts = chartsOf(source)
  const empty = (): Times => ({ steps: [], entered: [], counts: [] })
  const times = { ours: empty(), stock: empty(), direct: empty() }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const way of ways) {
      const opening = { way, source, charts, stock }
      await page.evaluate((how) => window.brushPage.open(how), opening)
      times[way].entered.push(await page.evaluate(() => window.brushPage.enter()))
      const steps = way === 'direct' ? DIRECT_STEPS : STEPS
      times[way].steps.push(...(await page.evaluate((n) => window.brushPage.drag(n), steps)))
      times[way].counts = await page.evaluate(() => window.brushPage.counts())
    }
  }
  return times
}

function figures(
  rows: number,
  { ours, stock, direct }: Readonly<Record<Way, Times>>,
  frames: readonly number[],
): WorkbenchFigure[] {
  const counted = [ours, stock, direct].map(({ counts }) => counts.join())
  if (new Set(counted).size > 1) throw new Error(`they count differently: ${counted.join(' / ')}`)
  const p95 = ({ steps }: Times) => percentile(steps, 95)
  const name = (what: string) => `${rows / 1e6}M ${what}`
  return [
    faster({ name: name('brush p95 / direct SQL'), ours: p95(ours), peer: p95(direct) }, 10),
    part({ name: name('brush p95 / stock socket'), ours: p95(ours), peer: p95(stock) }, 1.2),
    part({
      name: name('brush median / stock socket'),
      ours: median(ours.steps),
      peer: median(stock.steps),
    }),
    part({
      name: name('first brush / stock socket'),
      ours: median(ours.entered),
      peer: median(stock.entered),
    }),
    atMost(name('frame while dragging, p95'), percentile(frames, 95), 50),
    atMost(name('frame while dragging, longest'), Math.max(...frames)),
  ]
}
