import type { Browser } from 'playwright-core'
import { browserPeers, openBrowserPeer } from './browser-peers.ts'
import { missing, part, type WorkbenchFigure } from './figures.ts'
import { askingNotebook, openOurPage, openOurs } from './our-page.ts'
import { openPeerSite } from './peer-site.ts'
import type { Peer } from './peer.ts'
import { engineOf, peakMemory, renewEngine } from './processes.ts'
import { questions } from './questions.ts'
import { launch, onStage, type Stage } from './stage.ts'

const ROUNDS = 3

/** Of a process that does the work, and of one of the same kind that only stands ready; in MB. */
interface Peak {
  readonly whole: number
  readonly idle: number
}

/**
 * The most memory that was resident at a time (Linux's VmHWM) while the table was read and the
 * questions were asked: of the engine's process and of a tab with DuckDB-Wasm; whole, and above the
 * same process before there was a table (the engine) or DuckDB-Wasm (the tab).
 */
export function benchMemory(rows: number): Promise<WorkbenchFigure[]> {
  return onStage(rows, { [askingNotebook.id]: askingNotebook.text }, async (stage) => {
    const ours = await ourPeak(stage)
    const figures: WorkbenchFigure[] = []
    for (const kind of browserPeers(stage.installation.material)) {
      if (kind.database !== 'wasm') continue
      figures.push(
        ...beside(
          `${rows / 1e6}M peak memory, MB / ${kind.name}`,
          ours,
          await wasmPeak(stage, kind),
        ),
      )
    }
    return figures
  })
}

function beside(name: string, ours?: Peak, peer?: Peak): WorkbenchFigure[] {
  if (!ours || !peer) return [missing(name, 'only measured on Linux')]
  const above = { ours: ours.whole - ours.idle, peer: peer.whole - peer.idle }
  return [
    part({ name: `${name}, whole process`, ours: ours.whole, peer: peer.whole }, 0.6),
    part({ name: `${name}, above an idle one`, ...above }, 0.6),
  ]
}

async function work(peer: Peer): Promise<void> {
  await peer.load()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const question of questions) await peer.ask(question, `m${round} ${question}`)
  }
}

async function ourPeak({ browser, host }: Stage): Promise<Peak | undefined> {
  const idle = peakOfEngine(host.pid)
  const page = await openOurPage(browser, host.url)
  const peer = openOurs(page, () => renewEngine(host.pid))
  await work(peer)
  const whole = peakOfEngine(host.pid)
  await peer.close()
  return idle === undefined || whole === undefined ? undefined : { idle, whole }
}

function peakOfEngine(host: number): number | undefined {
  const engine = engineOf(host)
  return engine === undefined ? undefined : peakMemory(engine)
}

/** In a browser of its own, so that there is no doubt which process is the tab's. */
async function wasmPeak(
  { installation: { material } }: Stage,
  kind: ReturnType<typeof browserPeers>[number],
): Promise<Peak | undefined> {
  const site = await openPeerSite(material)
  const browser = await launch()
  try {
    const idle = await largestTab(browser, async () => {
      await (await browser.newPage()).goto(site.url)
    })
    const whole = await largestTab(browser, async () => {
      await work(await openBrowserPeer(browser, site, kind, material))
    })
    return idle === undefined || whole === undefined ? undefined : { idle, whole }
  } finally {
    await browser.close()
    await site.close()
  }
}

async function largestTab(browser: Browser, run: () => Promise<void>): Promise<number | undefined> {
  await run()
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .flatMap(({ id }) => peakMemory(id) ?? [])
  return peaks.length === 0 ? undefined : Math.max(...peaks)
}
