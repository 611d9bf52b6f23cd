import { realpath } from 'node:fs/promises'
import type { Damage, Notice } from './damage.ts'
import { WorkspaceError } from './errors.ts'
import { inspect } from './inspect.ts'
import { pathsOf } from './layout.ts'
import type { Position } from './line.ts'

export interface Verification {
  /** True where every acknowledged event is there and the chain holds from end to end. */
  readonly intact: boolean
  readonly events: number
  readonly damaged: readonly Damage[]
  /** What is unusual and yet no loss: an unacknowledged end, a snapshot to be made again. */
  readonly notices: readonly Notice[]
  /** The signed head. Kept elsewhere, it proves later that nothing before it was rewritten. */
  readonly head: Position | undefined
}

/**
 * Checks a workspace's journal from the first line to the last. Changes nothing and takes no lock,
 * so it may run beside the app. Fails with `not_found` where no workspace is.
 */
export async function verifyJournal(folder: string): Promise<Verification> {
  const root = await realpath(folder).catch(() => {
    throw new WorkspaceError('not_found', { path: folder })
  })
  const { fresh, chain, damaged, notices, head } = await inspect(pathsOf(root))
  if (fresh) throw new WorkspaceError('not_found', { path: folder })
  const last = head?.head && { seq: head.head.seq, hash: head.head.hash }
  return { intact: damaged.length === 0, events: chain.events, damaged, notices, head: last }
}
