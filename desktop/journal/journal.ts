import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock, Journal, NewEvent, Projection } from '../services/ports.ts'
import type { ChainReport } from './chain.ts'
import type { Damage, Notice } from './damage.ts'
import { draftOf } from './draft.ts'
import { HeadFile, headName } from './headfile.ts'
import type { Inspection } from './inspect.ts'
import { createKey, keyName, type SigningKey } from './keys.ts'
import type { WorkspacePaths } from './layout.ts'
import type { Position } from './line.ts'
import { Projections } from './projections.ts'
import type { Quarantine } from './quarantine.ts'
import { isNew, restoreChain } from './restore.ts'
import { listSegments, replay } from './segments.ts'
import type { Snapshot } from './snapshots.ts'
import { Upkeep } from './upkeep.ts'
import { JournalWriter } from './writer.ts'

export interface JournalSettings {
  readonly clock: Clock
  readonly projections: readonly Projection<unknown>[]
  readonly segmentBytes: number
  /** A projection's state is kept each time it is this many events ahead. */
  readonly snapshotEvery: number
}

/** A journal in use. `notices` are findings that cost nothing. */
export interface OpenJournal extends Journal {
  readonly notices: readonly Notice[]
  /** The last acknowledged place in the chain. */
  readonly head: Position
  close(): Promise<void>
}

/**
 * Opens the journal of a workspace that was inspected: mends what is damaged, replays the
 * projections and stands ready to append. `beside` holds what was found beside the journal.
 */
export async function openJournal(
  paths: WorkspacePaths,
  found: Inspection,
  quarantine: Quarantine,
  beside: readonly Damage[],
  settings: JournalSettings,
): Promise<OpenJournal> {
  const { clock } = settings
  const projections = new Projections(settings.projections)
  const key = await keyOf(paths, found, quarantine)
  const chain = await restoreChain(paths, found, quarantine)
  await restoreStates(paths, found.snapshots, chain, projections)
  const head = await headAt(paths, found, chain.end, key, quarantine, clock)

  const upkeep = new Upkeep(paths, projections, settings.snapshotEvery)
  const writer = await JournalWriter.open({
    folder: paths.journal,
    head,
    end: chain.end,
    clock,
    segmentBytes: settings.segmentBytes,
    committed: (event) => {
      projections.apply(event)
    },
    settled: () => {
      upkeep.settled(writer)
    },
  })
  const damage = [...found.damaged.filter(isNew), ...beside]
  const journal: OpenJournal = {
    append: async (event: NewEvent) => writer.append(draftOf(event, clock)),
    state: (projection) => projections.state(projection),
    damage,
    get notices() {
      return [...found.notices, ...upkeep.notices]
    },
    get head() {
      return writer.end
    },
    close: async () => {
      await writer.close()
      await upkeep.finish(writer)
      await head.close()
    },
  }
  await recordRepair(journal, damage, quarantine.path)
  upkeep.begin(writer)
  return journal
}

async function keyOf(
  paths: WorkspacePaths,
  { key, damaged }: Inspection,
  quarantine: Quarantine,
): Promise<SigningKey> {
  if (key) return key
  if (damaged.some(({ reason }) => reason === 'key_unreadable')) {
    await quarantine.take(`keys/${keyName}`)
  }
  return createKey(paths.keys, paths.tmp)
}

/** Opens the head file, made anew where it does not stand at the end of the chain. */
async function headAt(
  paths: WorkspacePaths,
  found: Inspection,
  end: Position,
  key: SigningKey,
  quarantine: Quarantine,
  clock: Clock,
): Promise<HeadFile> {
  const { head, slot = 0, damaged = [] } = found.head ?? {}
  const sound = found.key !== undefined && damaged.length === 0
  if (sound && head?.seq === end.seq && head.hash === end.hash) {
    return HeadFile.open(paths.journal, key, slot)
  }
  if (found.damaged.some(isNew)) await quarantine.keep(`journal/${headName}`)
  // The head must never be on the disk before the lines it vouches for.
  await syncSegments(paths)
  await HeadFile.replace(paths.journal, paths.tmp, key, { ...end, at: clock.now().toISOString() })
  return HeadFile.open(paths.journal, key, 0)
}

async function syncSegments(paths: WorkspacePaths): Promise<void> {
  for (const { name } of await listSegments(paths.journal)) {
    const file = await open(join(paths.journal, name), 'r+')
    await file.sync().finally(() => file.close())
  }
}

async function restoreStates(
  paths: WorkspacePaths,
  snapshots: readonly Snapshot[],
  { end, hashes }: ChainReport,
  projections: Projections,
): Promise<void> {
  for (const snapshot of snapshots) {
    const there = hashes.get(snapshot.seq)
    // Inside a gap there is no line to compare with, and the snapshot is all that is left of it.
    const usable = snapshot.seq <= end.seq && (there === snapshot.hash || there === '')
    if (usable) projections.resume(snapshot)
  }
  const { from } = projections
  if (from < end.seq) {
    await replay(paths.journal, from, (event) => {
      projections.apply(event)
    })
  }
  projections.reached(end.seq)
}

/** The audit trail tells of the repair itself. */
async function recordRepair(
  journal: Journal,
  damage: readonly Damage[],
  quarantine: string | undefined,
): Promise<void> {
  if (damage.length === 0) return
  const data = { count: damage.length, damaged: damage.slice(0, 100), quarantine }
  await journal.append({ type: 'journal.repaired', data })
}
