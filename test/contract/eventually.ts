import { expect, vi } from 'vitest'
import type { Client } from '../../desktop/contract/wire/procedure.ts'
import type { TestTable } from './table.ts'

/** Waits until a check holds; how long that takes on a busy machine is not what is tested. */
export const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 30_000, interval: 10 })

/** Waits until the other side has seen an event under a key. */
export const seen = (client: Client<TestTable>, key: string, event: string): Promise<void> =>
  eventually(async () => {
    expect((await client.call('state', { key })).events).toContain(event)
  })
