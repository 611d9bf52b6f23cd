import { mkdir, open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder, writeAtomic } from './atomic.ts'
import { errnoOf } from './errors.ts'
import type { WorkspacePaths } from './layout.ts'
import { listSegments } from './segments.ts'

/** How far the segment that is being written is acknowledged. */
export interface Acknowledged {
  readonly name: string
  readonly bytes: number
}

/** Where copies of the segments are kept. Their lines prove themselves when they are needed. */
export function backupFolder(paths: WorkspacePaths): string {
  return join(paths.backups, 'journal')
}

/** Brings the copies up to the journal. Only what is new is copied, so it costs little to repeat. */
export async function backUp(paths: WorkspacePaths, active: Acknowledged): Promise<void> {
  const folder = backupFolder(paths)
  await mkdir(folder, { recursive: true })
  const segments = await listSegments(paths.journal)
  for (const { name } of segments.filter((segment) => segment.name <= active.name)) {
    const source = join(paths.journal, name)
    const target = join(folder, name)
    const size = name === active.name ? active.bytes : (await stat(source)).size
    const had = await sizeOf(target)
    if (had < size) await extend(source, target, had, size)
    else if (had > size) await writeAtomic(target, await readFile(source), paths.tmp)
  }
  await syncFolder(folder)
}

/** Replaces the copies of segments that were repaired. */
export async function replaceBackups(
  paths: WorkspacePaths,
  repaired: ReadonlyMap<string, Buffer>,
): Promise<void> {
  await mkdir(backupFolder(paths), { recursive: true })
  for (const [name, content] of repaired) {
    await writeAtomic(join(backupFolder(paths), name), content, paths.tmp)
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return 0
    throw error
  }
}

async function extend(source: string, target: string, from: number, to: number): Promise<void> {
  const content = await readFile(source)
  const copy = await open(target, 'a')
  try {
    await copy.appendFile(content.subarray(from, to))
    await copy.sync()
  } finally {
    await copy.close()
  }
}
