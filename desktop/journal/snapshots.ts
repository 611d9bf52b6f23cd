import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from './atomic.ts'
import { canonicalJson } from './canonical.ts'
import { errnoOf } from './errors.ts'
import { type Position, sha256 } from './line.ts'

/** The state of one projection at one place of the chain; a shortcut that can be made again. */
export interface Snapshot extends Position {
  readonly name: string
  readonly version: number
  readonly state: unknown
}

/** How many snapshots of a projection are kept: should the newest be damaged, there is one more. */
const kept = 2
const filePattern = /^([a-z0-9-]+)@(\d{10})\.json$/

export interface SnapshotsFound {
  /** Newest first. */
  readonly sound: readonly Snapshot[]
  readonly damagedFiles: readonly string[]
}

export async function readSnapshots(folder: string): Promise<SnapshotsFound> {
  const sound: Snapshot[] = []
  const damagedFiles: string[] = []
  for (const file of await snapshotFiles(folder)) {
    const snapshot = readSnapshot(await readFile(join(folder, file)))
    if (snapshot) sound.push(snapshot)
    else damagedFiles.push(file)
  }
  return { sound: sound.sort((a, b) => b.seq - a.seq), damagedFiles }
}

async function snapshotFiles(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => filePattern.test(name)).sort()
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return []
    throw error
  }
}

/** Two lines: the digest of the second, then `{hash, name, seq, state, version}`. */
function renderSnapshot(snapshot: Snapshot): string {
  const content = canonicalJson(snapshot)
  return `${sha256(content)}\n${content}\n`
}

function readSnapshot(bytes: Buffer): Snapshot | undefined {
  const text = bytes.toString('utf8')
  const [digest, content = ''] = text.split('\n')
  if (digest !== sha256(content) || text !== `${digest}\n${content}\n`) return undefined
  return JSON.parse(content) as Snapshot
}

/** Writes a snapshot and drops the oldest of the same projection. */
export async function writeSnapshot(folder: string, tmp: string, made: Snapshot): Promise<void> {
  const file = `${made.name}@${String(made.seq).padStart(10, '0')}.json`
  await writeAtomic(join(folder, file), renderSnapshot(made), tmp)
  const own = (await snapshotFiles(folder)).filter((name) => name.startsWith(`${made.name}@`))
  for (const old of own.slice(0, -kept)) await rm(join(folder, old), { force: true })
}
