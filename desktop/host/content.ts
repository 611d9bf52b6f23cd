import { createHash, randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, readFile, realpath, rename, stat } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZhizhiError } from '../contract/errors.ts'
import type { Content, FileBytes } from '../services/ports.ts'

/** The content folders below `root`; copies for the engine go to `engineFolder`, which may be lost. */
export function createContent(root: string, engineFolder: string): Content {
  const inside = (path: string) => {
    const full = resolve(root, path)
    if (!full.startsWith(resolve(root) + sep)) throw new ZhizhiError('not_found', { what: path })
    return full
  }
  const sha256 = (path: string) => orMissing(() => digest(inside(path)))

  return {
    list: async (folder) => (await orMissing(() => readdir(inside(folder)))) ?? [],
    text: (path) => orMissing(() => readFile(inside(path), 'utf8')),
    bytes: async (path, most) =>
      (await orMissing(() => readWithin(root, inside(path), most))) ?? {
        ok: false,
        why: 'missing',
      },
    sha256,
    async engineCopy(path) {
      const hash = await sha256(path)
      if (hash === undefined) throw new ZhizhiError('not_found', { what: path })
      await mkdir(engineFolder, { recursive: true })
      const copy = join(engineFolder, hash + extname(path))
      // Beside it first: another engine may be reading the copy that is there.
      const fresh = `${copy}.${randomUUID()}`
      await copyFile(inside(path), fresh, constants.COPYFILE_FICLONE)
      await rename(fresh, copy)
      return copy
    },
  }
}

/** A link may lead out of the folder, a pipe never ends: only what is truly a file in it is read. */
async function readWithin(root: string, path: string, most: number): Promise<FileBytes> {
  const [home, real] = await Promise.all([realpath(root), realpath(path)])
  if (!real.startsWith(home + sep)) return { ok: false, why: 'outside' }
  const facts = await stat(real)
  if (!facts.isFile()) return { ok: false, why: 'outside' }
  if (facts.size > most) return { ok: false, why: 'too_large' }
  const file = await open(real)
  try {
    const bytes = new Uint8Array(facts.size)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    return { ok: true, bytes: bytes.slice(0, bytesRead) }
  } finally {
    await file.close()
  }
}

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

async function orMissing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (isNodeError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined
    throw error
  }
}

function isNodeError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error
}
