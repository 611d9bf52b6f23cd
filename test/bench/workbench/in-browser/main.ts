import type { BrowserDatabase, Question, Row } from '../questions.ts'
import { openArquero } from './arquero.ts'
import type { BrowserPeer, Opening } from './peer.ts'
import { show } from './screen.ts'
import { openSqlJs } from './sqljs.ts'
import { openWasm } from './wasm.ts'

/** What the page of a peer can be told to do. */
export interface PeerPage {
  open(database: BrowserDatabase, opening: Opening): Promise<void>
  /** Milliseconds until the first rows were painted. */
  load(): Promise<number>
  ask(question: Question, run: string): Promise<number>
  /** Every row of an answer; not timed. */
  answer(question: Question, run: string): Promise<readonly Row[]>
}

declare global {
  interface Window {
    peer: PeerPage
  }
}

let peer: BrowserPeer | undefined

function opened(): BrowserPeer {
  if (!peer) throw new Error('no peer is open')
  return peer
}

async function timed(work: () => Promise<readonly Row[]>): Promise<number> {
  const begin = performance.now()
  await show(await work())
  return performance.now() - begin
}

window.peer = {
  async open(database, opening) {
    if (database === 'wasm') peer = await openWasm(opening)
    else peer = database === 'sqljs' ? await openSqlJs() : openArquero(opening.rows)
  },
  load: () => timed(() => opened().load()),
  ask: (question, run) => timed(() => opened().ask(question, run, false)),
  answer: (question, run) => opened().ask(question, run, true),
}
