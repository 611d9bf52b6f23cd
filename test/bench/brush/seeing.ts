import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import type { Page } from 'playwright-core'
import { median, part, type WorkbenchFigure } from '../workbench/figures.ts'
import { onStage } from '../workbench/stage.ts'
import { chartsOf } from './notebook.ts'
import { benchContext, openBenchPage } from './page.ts'

const ROUNDS = 7

/** Two amounts that hang together, made of the rows' numbers alone. */
const tableSql = (rows: number) => `SELECT (hash(i) % 1000000 / 10000.0)::DOUBLE AS a,
  ((hash(i) % 1000000 / 20000.0) + sqrt(hash(i + 7) % 1000000) / 20)::DOUBLE AS b
FROM range(${rows}) r(i)`

const notebook = (rows: number) => `---
title: 疏密
---
\`\`\`sql name=points
${tableSql(rows)}
\`\`\`
\`\`\`chart
title: 疏密
from: points
height: 420
plot:
  - { mark: density, x: a, y: b }
\`\`\`
`

/**
 * So many points, and ten times as many, as their density in small fields: from the wish to the
 * picture, beside the same statements put to a bare DuckDB until their rows are in JavaScript.
 */
export function benchSeeing(rows: number): Promise<WorkbenchFigure[]> {
  return onStage(1000, {}, async ({ browser, host }) => {
    const context = await browser.newContext(benchContext)
    await (await context.newPage()).goto(host.url) // the address opens the host once
    const page = await openBenchPage(context, host.url)
    const figures: WorkbenchFigure[] = []
    for (const count of [rows, rows * 10]) figures.push(await see(page, count))
    return figures
  })
}

async function see(page: Page, rows: number): Promise<WorkbenchFigure> {
  const source = notebook(rows)
  const opening = { way: 'ours' as const, source, charts: chartsOf(source), stock: '' }
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  await connection.run(`CREATE TABLE points AS ${tableSql(rows)}`)
  await page.evaluate((how) => window.brushPage.open(how), opening) // makes the table, and warms up
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await page.evaluate((how) => window.brushPage.open(how), opening))
    bare.push(await timeOf(connection, await page.evaluate(() => window.brushPage.asked())))
  }
  connection.closeSync()
  instance.closeSync()
  const name = `${rows / 1e6}M points, drawn / aggregated`
  return part({ name, ours: median(ours), peer: median(bare) }, 1.5)
}

async function timeOf(connection: DuckDBConnection, statements: readonly string[]) {
  const begin = performance.now()
  for (const sql of statements) (await connection.runAndReadAll(sql)).getRows()
  return performance.now() - begin
}
