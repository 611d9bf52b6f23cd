import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder, writeAtomic } from './atomic.ts'
import { backupFolder, replaceBackups } from './backup.ts'
import { type ChainReport, checkChain, type Tail } from './chain.ts'
import type { Damage } from './damage.ts'
import { WorkspaceError } from './errors.ts'
import type { Inspection } from './inspect.ts'
import type { WorkspacePaths } from './layout.ts'
import type { ChainLine } from './line.ts'
import type { Quarantine } from './quarantine.ts'
import { layOut, mendChain } from './repair.ts'
import { listSegments, soundLines } from './segments.ts'

/**
 * Makes the journal's chain hold again, from its own lines and their copies, and returns what it is now.
 * What is cut or replaced goes to the quarantine first. Interrupted, it can be started over.
 */
export async function restoreChain(
  paths: WorkspacePaths,
  found: Inspection,
  quarantine: Quarantine,
): Promise<ChainReport> {
  const { chain, vouched } = found
  if (chain.tail) await cutTail(paths, chain.tail, quarantine)
  const complete = vouched === undefined || vouched.seq <= chain.end.seq
  if (complete && !chain.damaged.some(isNew)) return chain
  const lines = await soundLines(paths.journal)
  const copies = await soundLines(backupFolder(paths))
  if (isOtherChain(found, [...lines, ...copies])) return chain
  await rewrite(paths, mendChain([lines, copies], vouched), quarantine)
  const mended = await checkChain(paths.journal, vouched, chain.hashes.keys())
  if (mended.damaged.some(isNew)) throw new WorkspaceError('journal_damaged', { path: paths.root })
  return mended
}

/** A lost line was reported when it was made. */
export function isNew({ reason }: Damage): boolean {
  return reason !== 'lost'
}

/**
 * True where the chain holds from end to end, only not the one the head was signed for, and
 * nothing of the signed one is left: then what there is, is kept, and reported as it is.
 */
function isOtherChain({ chain, vouched }: Inspection, lines: readonly ChainLine[]): boolean {
  const whole = chain.damaged.filter(isNew).every(({ reason }) => reason === 'head_mismatch')
  return whole && !lines.some(({ event, hash }) => event && hash === vouched?.hash)
}

async function cutTail(
  paths: WorkspacePaths,
  { segment, offset }: Tail,
  quarantine: Quarantine,
): Promise<void> {
  const path = join(paths.journal, segment.name)
  const content = await readFile(path)
  await quarantine.write(`journal/${segment.name}.tail`, content.subarray(offset))
  const file = await open(path, 'r+')
  try {
    await file.truncate(offset)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function rewrite(
  paths: WorkspacePaths,
  chain: readonly ChainLine[],
  quarantine: Quarantine,
): Promise<void> {
  const old = await listSegments(paths.journal)
  const copied = await listSegments(backupFolder(paths))
  const files = layOut(
    chain,
    [...old, ...copied].map(({ first }) => first),
  )
  const obsolete = old.filter(({ name }) => !files.has(name))
  const repaired = new Map<string, Buffer>()
  for (const [name, content] of files) {
    const segment = old.find((other) => other.name === name)
    const same = segment && content.equals(await readFile(join(paths.journal, name)))
    if (!same) repaired.set(name, content)
  }
  for (const name of [...repaired.keys(), ...obsolete.map((segment) => segment.name)]) {
    await quarantine.keep(`journal/${name}`)
  }
  for (const [name, content] of repaired) {
    await writeAtomic(join(paths.journal, name), content, paths.tmp)
  }
  for (const { name } of obsolete) await rm(join(paths.journal, name))
  await syncFolder(paths.journal)
  await replaceBackups(paths, repaired)
}
