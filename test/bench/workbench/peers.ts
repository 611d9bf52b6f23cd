import { type BrowserPeerKind, browserPeers, openBrowserPeer } from './browser-peers.ts'
import { missing, type WorkbenchFigure } from './figures.ts'
import { type Goals, Match } from './match.ts'
import { askingNotebook, openOurPage, openOurs } from './our-page.ts'
import { findPandas, openPandas } from './pandas.ts'
import { openPeerSite } from './peer-site.ts'
import type { Peer } from './peer.ts'
import { renewEngine } from './processes.ts'
import { questions, type Question, type Row } from './questions.ts'
import { openRaw } from './raw.ts'
import { onStage, type Stage } from './stage.ts'

const goals: Readonly<Record<BrowserPeerKind['database'] | 'pandas', Goals>> = {
  wasm: { load: 2, ask: 1.2 },
  sqljs: { load: 4, ask: 8 },
  arquero: { ask: 4 },
  pandas: { ask: 1.8 },
}

/**
 * Reading the table and five questions, on the app's whole way from the user's order to rows on the
 * screen, against each peer in turn; and against the bare engine.
 */
export function benchPeers(rows: number): Promise<WorkbenchFigure[]> {
  return onStage(rows, { [askingNotebook.id]: askingNotebook.text }, async (stage) => {
    const raw = await openRaw(stage.installation.material)
    try {
      await raw.load()
      return await against(stage, raw)
    } finally {
      await raw.close()
    }
  })
}

async function against({ browser, installation, host }: Stage, raw: Peer) {
  const { material } = installation
  const ours = openOurs(await openOurPage(browser, host.url), () => renewEngine(host.pid))
  await ours.load()
  const match = new Match(material.rows, ours, await answersOf(raw))
  await match.check(ours, 1e-3)
  const figures: WorkbenchFigure[] = await match.whole(raw)
  const site = await openPeerSite(material)
  try {
    for (const kind of browserPeers(material)) {
      const open = () => openBrowserPeer(browser, site, kind, material)
      figures.push(...(await match.play(kind.name, open, goals[kind.database])))
    }
  } finally {
    await site.close()
  }
  const python = findPandas()
  if (python === undefined) return [...figures, missing('pandas', '这台机器的 Python 没有 pandas')]
  const open = () => Promise.resolve(openPandas(python, material))
  return [...figures, ...(await match.play('pandas', open, goals.pandas))]
}

async function answersOf(raw: Peer): Promise<ReadonlyMap<Question, readonly Row[]>> {
  const answers = new Map<Question, readonly Row[]>()
  for (const question of questions) answers.set(question, await raw.answer(question))
  return answers
}
