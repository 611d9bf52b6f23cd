import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ZhizhiError } from '../../contract/errors.ts'
import type { OwnDatasets } from '../../services/ports.ts'

const full = () => new ZhizhiError('import_refused', { problem: '磁盘满了，请先腾出空间' })

/** A disk that takes no more is the user's to know. */
export async function onDisk<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw isFull(error) ? full() : error
  }
}

function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : undefined
  return code === 'ENOSPC' || code === 'EDQUOT' || isFull(error.cause)
}

/**
 * The same where an engine writes, which says of a full disk no more than that it failed: there is
 * less room beside `out` than `bytes`, which it was to write.
 */
export async function onEnginesDisk<Result>(
  out: string,
  bytes: number,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const { bavail, bsize } = await statfs(dirname(out))
    throw bavail * bsize < bytes ? full() : error
  }
}

/** Datasets that say of a full disk what the gate says. */
export const sayingWhenFull = (own: OwnDatasets): OwnDatasets => ({
  ...own,
  place: (id, ...files) => onDisk(() => own.place(id, ...files)),
})
