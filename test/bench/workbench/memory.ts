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

/**
 * The most memory that was resident at a time (Linux's VmHWM, MB) while the table was read and the
 * questions were asked: of the engine's whole process, and of a tab with DuckDB-Wasm above what the
 * same tab took before.
 */
export function benchMemory(rows: number): Promise<WorkbenchFigure[]> {
  return onStage(rows, { [askingNotebook.id]: askingNotebook.text }, async (stage) => {
    const ours = await ourPeak(stage)
    const figures: WorkbenchFigure[] = []
    for (const kind of browserPeers(stage.installation.material)) {
      if (kind.database !== 'wasm') continue
      const name = `${rows / 1e6}M peak memory, MB / ${kind.name}`
      const peer = await wasmPeak(stage, kind)
      if (ours === undefined || peer === undefined) figures.push(missing(name, 'no /proc here'))
      else figures.push(part({ name, ours, peer }, 0.6))
    }
    return figures
  })
}

async function work(peer: Peer): Promise<void> {
  await peer.load()
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const question of questions) await peer.ask(question, `m${round} ${question}`)
  }
}

async function ourPeak({ browser, host }: Stage): Promise<number | undefined> {
  const page = await openOurPage(browser, host.url)
  const peer = openOurs(page, () => renewEngine(host.pid))
  await work(peer)
  const engine = engineOf(host.pid)
  await peer.close()
  return engine === undefined ? undefined : peakMemory(engine)
}

/** In a browser of its own, so that there is no doubt which process is the tab's. */
async function wasmPeak(
  { installation: { material } }: Stage,
  kind: ReturnType<typeof browserPeers>[number],
): Promise<number | undefined> {
  const site = await openPeerSite(material)
  const browser = await launch()
  try {
    const before = await largestTab(browser, async () => {
      await (await browser.newPage()).goto(site.url)
    })
    const after = await largestTab(browser, async () => {
      await work(await openBrowserPeer(browser, site, kind, material))
    })
    return before === undefined || after === undefined ? undefined : after - before
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
