import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { VersionedText } from '../services/ports.ts'
import { errnoOf, WorkspaceError } from './errors.ts'
import { sha256 } from './line.ts'

/**
 * The text in a file; `undefined` where there is none. Another program may have put anything there:
 * `notebook_unreadable` with the version where it is longer than `most` bytes, or no UTF-8.
 */
export async function readText(path: string, most: number): Promise<VersionedText | undefined> {
  return orMissing(async () => {
    if ((await stat(path)).size > most) throw await unreadable(path, 'too_large')
    const bytes = await readFile(path)
    const text = decoded(bytes)
    if (text === undefined) throw await unreadable(path, 'encoding')
    return { text, version: sha256(bytes) }
  })
}

/** Which content a file has, however long it is; `undefined` where there is none. */
export async function versionOf(path: string): Promise<string | undefined> {
  return orMissing(() => digest(path))
}

async function unreadable(path: string, reason: 'too_large' | 'encoding'): Promise<WorkspaceError> {
  const version = await digest(path)
  const name = /([^/\\]+?)(?:\.\w+)?$/.exec(path)?.[1] ?? path
  return new WorkspaceError('notebook_unreadable', { what: name, reason, version })
}

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

async function orMissing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined
    throw error
  }
}
