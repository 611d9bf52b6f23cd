import type { EngineState } from '../../../desktop/services/ports.ts'
import { atMost, median, missing, percentile, type WorkbenchFigure } from './figures.ts'
import { inHost, type InHost } from './in-host.ts'
import { notebookOf } from './notebooks.ts'
import { askingNotebook, openOurPage, selectQuery } from './our-page.ts'
import { TABLE } from './questions.ts'
import { onStage } from './stage.ts'

const TRIES = 20
const DEAF_TRIES = 3
/** After so long a query is well under way. */
const UNDER_WAY_MS = 300
/** The goal is three seconds. */
const GIVE_UP_MS = 20_000

const endless = (mark: number) =>
  `SELECT count(*) AS n FROM ${TABLE} a JOIN ${TABLE} b ON a.minutes + b.minutes > ${mark}`

/** DuckDB does not look whether it is interrupted while it makes such strings. */
function deaf(mark: number): string {
  const strings = Array.from({ length: 8 }, (_, n) => `length(repeat('${n}', 1500000000))`)
  return `SELECT ${strings.join(' + ')} AS n, ${mark} AS mark`
}

/** How soon one can go on after a cancel: of a query that hears it, and of one that does not. */
export async function benchCancel(rows: number): Promise<WorkbenchFigure[]> {
  const hosts = await inHost(rows, async (host) => [
    ...(await ordinary(host)),
    ...(await killed(host)),
  ])
  return [...hosts, ...(await onScreen(rows))]
}

async function ordinary(host: InHost): Promise<WorkbenchFigure[]> {
  const session = await host.openSession()
  const times: number[] = []
  for (let n = 0; n < TRIES; n += 1) {
    const control = new AbortController()
    const run = begin(host, session, endless(n), control.signal)
    await run.running
    await pause(UNDER_WAY_MS)
    const cancelled = performance.now()
    control.abort()
    await host.run(session, notebookOf([`SELECT ${n} AS n`]))
    times.push(performance.now() - cancelled)
    await run.ended
  }
  const name = 'ordinary query cancelled: until the next has answered'
  return [
    atMost(`${name}, 95 of 100`, percentile(times, 95), 250),
    atMost(`${name}, median`, median(times)),
  ]
}

async function killed(host: InHost): Promise<WorkbenchFigure[]> {
  const session = await host.openSession()
  const stops: number[] = []
  const starts: number[] = []
  const answers: number[] = []
  for (let n = 0; n < DEAF_TRIES; n += 1) {
    const control = new AbortController()
    const run = begin(host, session, deaf(n), control.signal)
    await run.running
    await pause(UNDER_WAY_MS)
    const cancelled = performance.now()
    const stopped = engineIs(host, 'stopped')
    const ready = stopped.then(() => engineIs(host, 'ready'))
    control.abort()
    const stop = await Promise.race([stopped, pause(GIVE_UP_MS)])
    if (stop === undefined)
      return [missing('deaf query cancelled', 'it ended before it was killed')]
    const back = await ready
    await host.run(session, notebookOf([`SELECT count(*) AS n, ${n} AS mark FROM ${TABLE}`]))
    stops.push(stop - cancelled)
    starts.push(back - stop)
    answers.push(performance.now() - stop)
  }
  return [
    atMost('deaf query cancelled: until it is killed', Math.max(...stops), 3000),
    atMost('killed engine: until it is back', Math.max(...starts), 2000),
    atMost('killed engine: until a query over the table has answered', Math.max(...answers)),
  ]
}

function begin(host: InHost, session: string, sql: string, signal: AbortSignal) {
  let tell: () => void = () => undefined
  const running = new Promise<void>((resolve) => (tell = resolve))
  const onState = ({ status }: { status: string }) => {
    if (status === 'running') tell()
  }
  const ended = host.run(session, notebookOf([sql]), { signal, onState }).catch(() => undefined)
  return { running, ended }
}

/** When the engine is next in this state. */
function engineIs({ app }: InHost, wanted: EngineState): Promise<number> {
  return new Promise((resolve) => {
    const off = app.engine.onState((state) => {
      if (state !== wanted) return
      off()
      resolve(performance.now())
    })
  })
}

/** On the page: from the click on “cancel” until it does not say any more that something runs. */
async function onScreen(rows: number): Promise<WorkbenchFigure[]> {
  const notebooks = { [askingNotebook.id]: askingNotebook.text }
  const times = await onStage(rows, notebooks, async ({ browser, host }) => {
    const page = await openOurPage(browser, host.url)
    await page.evaluate((id) => (location.hash = `#/notebooks/${id}`), askingNotebook.id)
    const measured: number[] = []
    for (let n = 0; n < TRIES; n += 1) {
      await selectQuery(page)
      await page.evaluate((sql) => window.order(sql), endless(n))
      await page.locator('.progress button').first().waitFor()
      await pause(UNDER_WAY_MS)
      measured.push(await page.evaluate(clickCancel))
    }
    return measured
  })
  const name = 'ordinary query cancelled: until the page says so'
  return [
    atMost(`${name}, 95 of 100`, percentile(times, 95), 250),
    atMost(`${name}, median`, median(times)),
  ]
}

function clickCancel(): Promise<number> {
  const clicked = performance.now()
  document.querySelector<HTMLElement>('.progress button')?.click()
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('.progress')) requestAnimationFrame(look)
      else setTimeout(() => resolve(performance.now() - clicked))
    }
    requestAnimationFrame(look)
  })
}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms))
}
