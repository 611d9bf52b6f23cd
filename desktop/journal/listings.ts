import { mkdir, readdir, readFile, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isDatasetId } from '../domain/catalogue/data-package.ts'
import type { Listings } from '../services/ports.ts'
import { syncFolder, writeAtomic } from './atomic.ts'
import { errnoOf, WorkspaceError, writing } from './errors.ts'
import type { WorkspacePaths } from './layout.ts'

const fileName = 'datapackage.json'

/** Descriptors at `datasets/<id>/datapackage.json` of a workspace, each replaced as a whole. */
export function openListings({ datasets, tmp }: WorkspacePaths): Listings {
  const folderOf = (id: string) => {
    if (!isDatasetId(id)) throw new WorkspaceError('bad_request', { field: 'id' })
    return join(datasets, id)
  }
  return {
    async list() {
      const names = (await readdir(datasets)).filter(isDatasetId).sort()
      const read = async (id: string) => ({ id, text: await textOf(join(datasets, id, fileName)) })
      const found = await Promise.all(names.map(read))
      return found.flatMap(({ id, text }) => (text === undefined ? [] : [{ id, text }]))
    },
    async write(id, text) {
      const folder = folderOf(id)
      await writing(folder, async () => {
        await mkdir(folder, { recursive: true })
        await writeAtomic(join(folder, fileName), text, tmp)
        await syncFolder(datasets)
      })
    },
    async remove(id) {
      const folder = folderOf(id)
      const file = join(folder, fileName)
      if ((await textOf(file)) === undefined) throw new WorkspaceError('not_found', { what: id })
      await writing(folder, async () => {
        await rm(file)
        await removeEmpty(folder)
      })
    },
  }
}

/** What somebody else put beside the descriptor stays. */
async function removeEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder)
  } catch (error) {
    const code = errnoOf(error)
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const code = errnoOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
}
