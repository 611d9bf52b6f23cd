import { afterAll, beforeAll, describe } from 'vitest'
import { connect } from '../../desktop/contract/wire/client.ts'
import type { PortOptions } from '../../desktop/contract/wire/port.ts'
import type { Client } from '../../desktop/contract/wire/procedure.ts'
import { bundleProgram } from '../bundle.ts'
import { callCases } from './cases-calls.ts'
import { faultCases } from './cases-faults.ts'
import { streamCases } from './cases-streams.ts'
import { valueCases } from './cases-values.ts'
import type { Link, OpenLink } from './links.ts'
import { type TestTable, testTable } from './table.ts'

export interface Connected extends Link {
  readonly client: Client<TestTable>
  /** Malformed replies that our side dropped. */
  readonly refused: () => number
}

export interface Suite {
  /** One connection for the whole file. */
  readonly shared: () => Connected
  /** A connection to a new other side; ended with the suite. */
  readonly open: (options?: PortOptions) => Promise<Connected>
}

/** What holds on every port. Returns the suite, for what holds on one port only. */
export function contractSuite(name: string, openLink: OpenLink): Suite {
  const opened: Connected[] = []
  let peer: Awaited<ReturnType<typeof bundleProgram>> | undefined
  let shared: Connected | undefined

  const open = async (options?: PortOptions) => {
    const link = await openLink(peer!.file, options)
    let refused = 0
    const client = connect(link.port, testTable, { onRefused: () => (refused += 1) })
    const connected = { ...link, client, refused: () => refused }
    opened.push(connected)
    await client.call('ping', { n: 0 }) // sent before a WebSocket opens: it has to wait
    return connected
  }
  beforeAll(async () => {
    peer = await bundleProgram('test/contract/peer.ts')
    shared = await open()
  })
  afterAll(async () => {
    await Promise.all(opened.map((link) => link.kill()))
    await peer?.remove()
  })

  const suite: Suite = { shared: () => shared!, open }
  describe(`${name}: calls`, () => callCases(suite))
  describe(`${name}: values`, () => valueCases(suite))
  describe(`${name}: streams`, () => streamCases(suite))
  describe(`${name}: faults`, () => faultCases(suite))
  return suite
}
