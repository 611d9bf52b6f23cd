import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openWorkspace } from '../../desktop/journal/workspace.ts'
import type { TextChange } from '../../desktop/services/ports.ts'
import { Scratch } from './journal-support.ts'

const scratch = new Scratch()
afterAll(() => scratch.clear())

const start = Date.UTC(2026, 10, 26, 9)

/** Notebooks' files under a clock that is set by hand. */
async function openFiles() {
  const root = await scratch.folder()
  let minutes = 0
  let ticks = 0
  const clock = { now: () => new Date(start + minutes * 60_000 + (ticks += 1)) }
  const { notebooks, close } = await openWorkspace(root, { clock })
  const path = (id: string) => join(root, 'notebooks', `${id}.md`)
  const kept = join(root, 'notebooks', '.versions')
  return { notebooks, close, path, kept, pass: (more: number) => (minutes += more) }
}

describe('kept versions', () => {
  it('are thinned out with time, but for what is named or pinned', async () => {
    const { notebooks, close, pass } = await openFiles()
    let base: string | undefined
    const write = async (text: string, pin = false) =>
      (base = (await notebooks.write('a', text, base, { pin })).version)
    const first = await write('0')
    await write('1') // keeps 0
    await notebooks.nameVersion('a', first, '送审稿')
    for (const text of ['2', '3', '4']) await write(text)
    await write('5', true) // keeps 4
    await write('6')
    pass(1)
    await write('7')
    const texts = async () => {
      const versions = await notebooks.versions('a')
      const read = versions.map(({ version }) => notebooks.readVersion('a', version))
      return (await Promise.all(read)).map((version) => version?.text)
    }
    expect(await texts()).toEqual(['6', '5', '4', '0'])
    const [newest, , pinned, named] = await notebooks.versions('a')
    expect(newest).toMatchObject({
      at: expect.stringMatching(/^2026-11-26T09:01:00/) as string,
      pinned: false,
    })
    expect(pinned?.pinned).toBe(true)
    expect(named?.name).toBe('送审稿')
    pass(60 * 24 * 3)
    await write('8')
    expect(await texts()).toEqual(['7', '6', '4', '0'])
    await close()
  })

  it('tell what is missing or damaged from what is whole', async () => {
    const { notebooks, close, kept, pass } = await openFiles()
    let base: string | undefined
    for (const text of ['0', '1', '2', '3']) {
      base = (await notebooks.write('a', text, base)).version
      pass(1)
    }
    const [two, one, none] = await notebooks.versions('a')
    const files = (await readdir(join(kept, 'a'))).toSorted()
    await rm(join(kept, 'a', files[0]!))
    await appendFile(join(kept, 'a', files[1]!), '!')
    await writeFile(join(kept, 'a', 'names.json'), '{"a')
    expect((await notebooks.readVersion('a', two!.version))?.text).toBe('2')
    expect(await notebooks.readVersion('a', one!.version)).toBeUndefined()
    expect(await notebooks.readVersion('a', none!.version)).toBeUndefined()
    await expect(notebooks.nameVersion('a', none!.version, '甲')).rejects.toMatchObject({
      code: 'not_found',
    })
    await notebooks.nameVersion('a', two!.version, '乙')
    expect((await notebooks.versions('a'))[0]?.name).toBe('乙')
    await close()
  })

  it('bring a removed file back, until it is forgotten', async () => {
    const { notebooks, close } = await openFiles()
    const { version } = await notebooks.write('a', '正文', undefined)
    await expect(notebooks.remove('a', 'f'.repeat(64))).rejects.toMatchObject({ code: 'conflict' })
    await expect(notebooks.forget('a')).rejects.toMatchObject({ code: 'conflict' })
    await notebooks.remove('a', version)
    expect(await notebooks.list()).toEqual([])
    expect(await notebooks.removed()).toEqual(['a'])
    expect((await notebooks.readVersion('a', version))?.text).toBe('正文')
    await notebooks.forget('a')
    expect(await notebooks.removed()).toEqual([])
    await close()
  })
})

describe('what another program puts into the file', () => {
  it.each([
    ['bytes that are no UTF-8', Buffer.from([0x2d, 0xb3, 0xcc, 0xd0, 0xf2]), 'encoding'],
    ['ten megabytes', Buffer.alloc(10_000_000, 'a'), 'too_large'],
  ])('%s: is refused, kept, and can be written over', async (_, bytes, reason) => {
    const { notebooks, close, path, kept } = await openFiles()
    await notebooks.write('a', '原来的', undefined)
    await writeFile(path('a'), bytes)
    const error: unknown = await notebooks.read('a').catch((found: unknown) => found)
    expect(error).toMatchObject({ code: 'notebook_unreadable', params: { what: 'a', reason } })
    expect(await notebooks.list()).toEqual(['a'])
    const { version } = (error as { params: { version: string } }).params
    expect((await notebooks.write('a', '写回', version)).text).toBe('写回')
    const files = (await readdir(join(kept, 'a'))).toSorted()
    expect(files).toHaveLength(2) // the text before, and what was put over it
    const over = files.find((name) => name.includes(version))!
    expect((await readFile(join(kept, 'a', over))).equals(bytes)).toBe(true)
    expect(await notebooks.readVersion('a', version)).toBeUndefined()
    await close()
  })

  it('keeps what was there before, and tells each change once', async () => {
    const { notebooks, close, path } = await openFiles()
    const told: TextChange[] = []
    const stop = notebooks.watch((change) => told.push(change))
    const { version } = await notebooks.write('a', '我们的', undefined)
    await pause()
    expect(told).toEqual([{ id: 'a', version }])
    await writeFile(path('a'), '别人的一')
    await writeFile(path('a'), '别人的二')
    await pause()
    expect(told).toHaveLength(2)
    expect((await notebooks.read('a'))?.version).toBe(told[1]?.version)
    expect((await notebooks.versions('a')).map((kept) => kept.version)).toEqual([version])
    await rm(path('a'))
    await pause()
    expect(told.slice(2)).toEqual([{ id: 'a', version: undefined }])
    expect(await notebooks.removed()).toEqual(['a'])
    stop()
    await notebooks.write('a', '再来', undefined)
    await pause()
    expect(told).toHaveLength(3)
    await close()
  })

  it('tells a change that a reader met before the watch did, and tells it once', async () => {
    const { notebooks, close, path } = await openFiles()
    const told: TextChange[] = []
    const { version } = await notebooks.write('a', '我们的', undefined)
    await pause()
    const stop = notebooks.watch((change) => told.push(change))
    await writeFile(path('a'), '别人的')
    const met = await notebooks.read('a')
    expect(met?.version).not.toBe(version)
    await pause()
    expect(told).toEqual([{ id: 'a', version: met?.version }])
    await rm(path('a'))
    expect(await notebooks.read('a')).toBeUndefined()
    await pause()
    expect(told.slice(1)).toEqual([{ id: 'a', version: undefined }])
    stop()
    await close()
  })

  it('with a byte-order mark stays as it is', async () => {
    const { notebooks, close, path } = await openFiles()
    await writeFile(path('b'), '\uFEFF---\ntitle: 甲\n---\n')
    const read = await notebooks.read('b')
    expect(read?.text.startsWith('\uFEFF')).toBe(true)
    await notebooks.write('b', `${read!.text}乙\n`, read!.version)
    await close()
  })
})

const pause = () => new Promise((resolve) => setTimeout(resolve, 500))
