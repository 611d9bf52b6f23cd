import type { Browser } from 'playwright-core'
import type {} from './in-browser/main.ts'
import type { Opening } from './in-browser/peer.ts'
import type { Material } from './material.ts'
import type { Peer } from './peer.ts'
import type { PeerSite } from './peer-site.ts'
import type { BrowserDatabase } from './questions.ts'

export interface BrowserPeerKind {
  readonly name: string
  readonly database: BrowserDatabase
  readonly form: Opening['form']
  readonly threads: number
}

/** The whole text is kept in memory twice while it is read; beyond this it is not tried. */
const MOST_ROWS_OF_CSV = 3_000_000

/** DuckDB-Wasm in both its builds and by both its ways to load offline, and the two others. */
export function browserPeers({ rows }: Material): readonly BrowserPeerKind[] {
  const wasm = { database: 'wasm', form: 'arrow', threads: 1 } as const
  const one = (database: BrowserDatabase, name: string) => ({ ...wasm, database, name })
  return [
    { ...wasm, name: 'Wasm' },
    ...(rows <= MOST_ROWS_OF_CSV ? [{ ...wasm, name: 'Wasm (CSV)', form: 'csv' as const }] : []),
    { ...wasm, name: 'Wasm, 2 threads', threads: 2 },
    one('arquero', 'Arquero'),
    one('sqljs', 'sql.js'),
  ]
}

/** Opens a peer in a tab and a process of its own; `pid` is wanted where memory is looked at. */
export async function openBrowserPeer(
  browser: Browser,
  site: PeerSite,
  { name, database, form, threads }: BrowserPeerKind,
  { rows, arrow }: Material,
): Promise<Peer> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(site.url)
  const opening = { rows, arrowFiles: arrow.length, form, threads }
  await page.evaluate(([which, how]) => window.peer.open(which, how), [database, opening] as const)
  return {
    name,
    load: () => page.evaluate(() => window.peer.load()),
    ask: (question, run) =>
      page.evaluate(([what, mark]) => window.peer.ask(what, mark), [question, run] as const),
    answer: (question) => page.evaluate((what) => window.peer.answer(what, ''), question),
    close: () => context.close(),
  }
}
