import { randomUUID } from 'node:crypto'
import { copyFile, lstat, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDatasetId } from '../domain/catalogue/data-package.ts'
import type { OwnDatasets } from '../services/ports.ts'
import { syncFolder } from './atomic.ts'
import { errnoOf, WorkspaceError, writing } from './errors.ts'
import type { WorkspacePaths } from './layout.ts'

const reportName = 'import-report.json'

/**
 * Datasets with their data at `datasets/<id>` of a workspace. One is made whole beside it and renamed
 * into its place, and taken away by a rename too: after a crash it is there, or it is not.
 */
export function openOwnDatasets({ datasets, tmp }: WorkspacePaths): OwnDatasets {
  const folderOf = (id: string) => {
    if (!isDatasetId(id)) throw new WorkspaceError('bad_request', { field: 'id' })
    return join(datasets, id)
  }
  return {
    has: (id) => isThere(folderOf(id)),
    async place(id, descriptor, parquet, report) {
      const folder = folderOf(id)
      const made = join(tmp, randomUUID())
      await writing(folder, async () => {
        try {
          await mkdir(join(made, 'data'), { recursive: true })
          await copyFile(parquet, join(made, 'data', 'data.parquet'))
          await writeFile(join(made, 'datapackage.json'), descriptor)
          await writeFile(join(made, reportName), report)
          const files = ['data/data.parquet', 'datapackage.json', reportName]
          for (const file of files) await sync(join(made, file))
          for (const inner of [join(made, 'data'), made]) await syncFolder(inner)
          await rename(made, folder)
          await syncFolder(datasets)
        } finally {
          await rm(made, { recursive: true, force: true })
        }
      })
    },
    async report(id) {
      try {
        return await readFile(join(folderOf(id), reportName), 'utf8')
      } catch (error) {
        if (errnoOf(error) === 'ENOENT') return undefined
        throw error
      }
    },
    async remove(id) {
      const folder = folderOf(id)
      if (!(await isThere(folder))) throw new WorkspaceError('not_found', { what: id })
      await writing(folder, async () => {
        const away = join(tmp, randomUUID())
        await rename(folder, away)
        await syncFolder(datasets)
        await rm(away, { recursive: true, force: true })
      })
    },
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false
    throw error
  }
}
