import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorText } from '../../desktop/contract/error-text.ts'
import { toWireError } from '../../desktop/contract/errors.ts'
import { writeWhole } from '../../desktop/host/cli/write-whole.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhizhi-write-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const bytes = new TextEncoder().encode('new')

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))

describe('writing a file as a whole', () => {
  it('replaces what was there, and leaves nothing else', async () => {
    const path = join(folder, 'a.html')
    await writeFile(path, 'old')
    await writeWhole(path, bytes)
    expect(await readFile(path, 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['a.html'])
  })

  it('says so where the folder is missing', async () => {
    const error = await writeWhole(join(folder, 'no/b.html'), bytes).catch(
      (thrown: unknown) => thrown,
    )
    expect(errorText(toWireError(error), 'zh').what).toMatch(/：文件夹不存在。$/)
  })

  it.each([
    ['ENOSPC', '磁盘满了'],
    ['EROFS', '这个位置不许写入'],
    ['EIO', '磁盘出错'],
  ])('leaves what was there where the disk says %s midway', async (code, words) => {
    const path = join(folder, 'c.html')
    await writeFile(path, 'old')
    const disk = {
      async write(place: string) {
        await writeFile(place, 'n') // a part of it, then no more
        return failing(code)()
      },
      rename: () => Promise.reject(new Error('never')),
      remove: (place: string) => rm(place, { force: true }),
    }
    const error = await writeWhole(path, bytes, disk).catch((thrown: unknown) => thrown)
    expect(errorText(toWireError(error), 'zh').what).toContain(words)
    expect(await readFile(path, 'utf8')).toBe('old')
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
