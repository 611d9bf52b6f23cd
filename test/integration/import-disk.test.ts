import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toWireError, type WireError } from '../../desktop/contract/errors.ts'
import { utf8 } from '../chinese-bytes.ts'
import { bring, call, importAs, openGate, type Opened } from './import-support.ts'

const mount = (folder: string) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder]).status === 0
const unmount = (folder: string) => spawnSync('umount', [folder]).status === 0

/** A small disk can be had only where one may mount: as root on Linux. */
function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'zhizhi-disk-'))
  const is = mount(folder) && unmount(folder)
  rmSync(folder, { recursive: true })
  return is
}

// digits that no compression makes small
const hex = randomBytes(500_000).toString('hex')
const lines = hex.match(/.{1,60}/g) ?? []
const csv = utf8(`街道,摘要\n${lines.map((line) => `甲,h${line}`).join('\n')}\n`)

describe.skipIf(!mayMount())('a disk that is full midway', () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openGate({ prepare: mount })
  })
  afterAll(async () => {
    rmSync(join(opened.folder, 'ballast'), { force: true })
    await opened.now().engine.close()
    await opened.now().workspace.close()
    unmount(opened.folder)
    await opened.remove().catch(() => undefined)
  })

  /** Leaves so much room on the disk. */
  function leave(bytes: number): void {
    const ballast = join(opened.folder, 'ballast')
    rmSync(ballast, { force: true })
    const { bavail, bsize } = statfsSync(opened.folder)
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - bytes))
  }

  const refusal = (work: Promise<unknown>): Promise<WireError | string> =>
    work.then(() => 'nothing was refused', toWireError)

  async function left() {
    const { quarantine } = opened.now()
    const inside = await Promise.all(
      (await readdir(quarantine)).map((token) => readdir(join(quarantine, token))),
    )
    return { waiting: inside.flat(), datasets: await readdir(join(opened.folder, 'datasets')) }
  }

  it.each([
    ['while the file arrives', 0.5],
    ['while the rows are written', 1.5],
    ['while Parquet is made', 2.4],
    ['while it is put into its place', 3],
  ])('%s says so, and nothing half-written remains', async (_, files) => {
    const { gate } = opened.now()
    leave(Math.floor(csv.length * files))
    const error = await refusal(importAs(gate, 'full', 'a.csv', csv))
    expect(error).toMatchObject({ params: { problem: '磁盘满了，请先腾出空间' } })
    const found = await left()
    expect(found.waiting.every((name) => name === 'source')).toBe(true)
    expect(found.datasets).toEqual([])
    expect(opened.now().catalogue.entry('full')).toBeUndefined()
  })

  it('with room again the same file comes in', async () => {
    leave(40 * 2 ** 20)
    const done = await importAs(opened.now().gate, 'full', 'a.csv', csv)
    expect(done).toMatchObject({ rowsIn: lines.length, rowsKept: lines.length })
    await opened.now().gate.remove('full')
  })

  it('a cancelled task answers at once and leaves nothing made of the file', async () => {
    const { gate, quarantine } = opened.now()
    leave(60 * 2 ** 20)
    const token = await bring(gate, 'a.csv', csv)
    const { look, encoding, delimiter, table } = await gate.look(token, {}, false, call)
    if (!look) throw new Error('refused')
    const recipe = { ...look.recipe, encoding, delimiter, table }
    const order = { recipe, decisions: {}, id: 'gone', title: 'x' }
    for (const after of [1, 60, 150, 300]) {
      const stop = new AbortController()
      const running = refusal(gate.import(token, order, { ...call, signal: stop.signal }))
      await new Promise((resolve) => setTimeout(resolve, after))
      stop.abort()
      expect(await running).toMatchObject({ code: 'cancelled' })
      expect(await readdir(join(quarantine, token))).toEqual(['source'])
    }
    await gate.discard(token)
    expect(existsSync(join(quarantine, token))).toBe(false)
  })
})
