import { mkdir, readdir, rm, lstat } from 'node:fs/promises'
import { join } from 'node:path'

const folders = [
  'journal',
  'snapshots',
  'people',
  'suggestions',
  'datasets',
  'notebooks',
  'maps',
  'packages',
  'backups',
  'tmp',
  'keys',
] as const

type Folder = (typeof folders)[number]

/** The absolute paths of a workspace. */
export type WorkspacePaths = Readonly<Record<Folder | 'root' | 'marker', string>>

export function pathsOf(root: string): WorkspacePaths {
  const entries = folders.map((folder) => [folder, join(root, folder)] as const)
  return {
    root,
    marker: join(root, 'workspace.json'),
    ...(Object.fromEntries(entries) as Record<Folder, string>),
  }
}

/** Makes the folders that are not there; keys are for the owner alone. */
export async function makeFolders(paths: WorkspacePaths): Promise<void> {
  for (const folder of folders) {
    await mkdir(paths[folder], { recursive: true, mode: folder === 'keys' ? 0o700 : 0o777 })
  }
}

/** Empties `tmp`, where only what may be lost is kept. */
export async function wipeTemporary(paths: WorkspacePaths): Promise<void> {
  // A link would lead the wiping somewhere else.
  if ((await lstat(paths.tmp)).isSymbolicLink()) {
    await rm(paths.tmp)
    await mkdir(paths.tmp)
  }
  for (const name of await readdir(paths.tmp)) {
    await rm(join(paths.tmp, name), { recursive: true, force: true })
  }
}

const systemNames = new Set(['lost+found', 'System Volume Information', 'desktop.ini', 'Thumbs.db'])

/**
 * The names in a folder that no workspace would hold; none where a journal is there, since then a
 * marker was only lost.
 */
export async function foreignNames(paths: WorkspacePaths): Promise<readonly string[]> {
  const ours = new Set<string>([...folders, 'workspace.json'])
  const names = await readdir(paths.root)
  if (names.includes('journal') && (await readdir(paths.journal)).includes('head.json')) return []
  return names.filter((name) => !ours.has(name) && !systemNames.has(name) && !name.startsWith('.'))
}
