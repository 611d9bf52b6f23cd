import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { ZhizhiError } from '../../contract/errors.ts'

/** What writing needs of a disk. */
export interface Disk {
  /** Writes a new file and waits until it is on the disk. */
  write(path: string, bytes: Uint8Array): Promise<void>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
}

const realDisk: Disk = {
  async write(path, bytes) {
    const file = await open(path, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  },
  rename,
  remove: (path) => rm(path, { force: true }),
}

/**
 * Writes a file as a whole: beside its place first, then put into it. `write_failed` says why where
 * the disk does not take it; then nothing new is left, and what was there before is as it was.
 */
export async function writeWhole(
  path: string,
  bytes: Uint8Array,
  disk: Disk = realDisk,
): Promise<void> {
  const place = resolve(path)
  const temporary = join(dirname(place), `.zhizhi-${randomUUID()}.tmp`)
  try {
    await disk.write(temporary, bytes)
    await disk.rename(temporary, place)
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined)
    throw new ZhizhiError('write_failed', { path, reason: reasonOf(error) })
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'denied'
  return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'other'
}
