import { type ChainReport, checkChain } from './chain.ts'
import type { Damage, Notice } from './damage.ts'
import { type HeadFound, readHead } from './headfile.ts'
import { keyName, readKey, type SigningKey } from './keys.ts'
import type { WorkspacePaths } from './layout.ts'
import type { Position } from './line.ts'
import { readFormat } from './marker.ts'
import { listSegments } from './segments.ts'
import { readSnapshots, type Snapshot } from './snapshots.ts'

/** Everything there is to know about a journal on disk, found without changing a byte. */
export interface Inspection {
  /** Nothing was ever acknowledged here. */
  readonly fresh: boolean
  readonly marked: boolean
  readonly key: SigningKey | undefined
  readonly head: HeadFound | undefined
  readonly chain: ChainReport
  /** The last place that something vouches for: the head, or a snapshot where the head is gone. */
  readonly vouched: Position | undefined
  readonly snapshots: readonly Snapshot[]
  readonly damaged: readonly Damage[]
  readonly notices: readonly Notice[]
}

export async function inspect(paths: WorkspacePaths): Promise<Inspection> {
  const marked = (await readFormat(paths)) !== undefined
  const keyRead = await readKey(paths.keys)
  const key = typeof keyRead === 'string' ? undefined : keyRead
  // The head before the lines: what is appended meanwhile lies beyond it and is no damage.
  const head = await readHead(paths.journal, key)
  const { sound, damagedFiles } = await readSnapshots(paths.snapshots)
  const watched = sound.map(({ seq }) => seq)
  const chain = await checkChain(paths.journal, head?.head, watched)
  const ahead = head?.head ? undefined : sound.find(({ seq }) => seq > chain.end.seq)
  const fresh = !marked && chain.end.seq === 0 && chain.damaged.length === 0 && !ahead
  const damaged: Damage[] = [
    ...(fresh ? [] : surroundings(marked, keyRead, head)),
    ...(head?.damaged ?? []),
    ...chain.damaged,
    ...(ahead ? [await cutTail(paths)] : []),
  ]
  return {
    fresh,
    marked,
    key,
    head,
    chain,
    vouched: head?.head ?? ahead,
    snapshots: sound,
    damaged,
    notices: noticesOf(chain, damagedFiles),
  }
}

function surroundings(
  marked: boolean,
  key: SigningKey | string,
  head: HeadFound | undefined,
): readonly Damage[] {
  const damaged: Damage[] = []
  if (!marked) damaged.push({ file: 'workspace.json', line: 0, reason: 'marker_missing' })
  if (key === 'key_missing' || key === 'key_unreadable') {
    damaged.push({ file: `keys/${keyName}`, line: 0, reason: key })
  }
  if (!head) damaged.push({ file: 'journal/head.json', line: 0, reason: 'head_missing' })
  return damaged
}

async function cutTail(paths: WorkspacePaths): Promise<Damage> {
  const last = (await listSegments(paths.journal)).at(-1)
  return { file: `journal/${last?.name ?? ''}`, line: 0, reason: 'cut_tail' }
}

function noticesOf(chain: ChainReport, damagedSnapshots: readonly string[]): readonly Notice[] {
  const notices: Notice[] = damagedSnapshots.map((name) => ({
    file: `snapshots/${name}`,
    line: 0,
    reason: 'snapshot_damaged',
  }))
  if (chain.tail) {
    const { segment, line } = chain.tail
    notices.push({ file: `journal/${segment.name}`, line, reason: 'unacknowledged_tail' })
  }
  return notices
}
