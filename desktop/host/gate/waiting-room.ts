import { randomUUID } from 'node:crypto'
import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ZhizhiError } from '../../contract/errors.ts'
import type { WaitingRoom } from '../../services/gate/ports.ts'
import { onDisk } from './disk.ts'

/** Places below `folder`, for their owner alone. The workspace empties what is temporary at its start. */
export function createWaitingRoom(folder: string): WaitingRoom {
  const places = new Set<string>()
  const placeOf = (token: string) => {
    if (!places.has(token)) throw new ZhizhiError('not_found', { what: '等待导入的文件' })
    return join(folder, token)
  }
  return {
    async open() {
      const token = randomUUID()
      await onDisk(async () => {
        await mkdir(join(folder, token), { recursive: true, mode: 0o700 })
        await writeFile(join(folder, token, 'source'), '', { mode: 0o600 })
      })
      places.add(token)
      return token
    },
    async append(token, bytes) {
      const file = join(placeOf(token), 'source')
      await onDisk(() => appendFile(file, bytes))
    },
    path: (token, file) => join(placeOf(token), file),
    async clear(token) {
      if (!places.has(token)) return
      for (const made of ['rows.csv', 'data.parquet']) {
        await rm(join(folder, token, made), { force: true })
      }
    },
    async drop(token) {
      if (!places.delete(token)) return
      await rm(join(folder, token), { recursive: true, force: true })
    },
  }
}
