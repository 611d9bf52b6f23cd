import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Lock, takeLock } from '../../desktop/journal/lock.ts'
import { Scratch } from './journal-support.ts'

const scratch = new Scratch()
afterAll(() => scratch.clear())

/** A socket file whose listener was killed, as a crash leaves it. */
async function staleSocket(): Promise<string> {
  const path = join(await scratch.folder(), 'a.sock')
  const listener = `require('net').createServer().listen(${JSON.stringify(path)}, () => console.log('up'))`
  const child = spawn(process.execPath, ['-e', listener], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'close')
  expect((await stat(path)).isSocket()).toBe(true)
  return path
}

/** How the attempts to take one lock ended. */
async function takeAtOnce(address: string, count: number): Promise<readonly (Lock | Error)[]> {
  const attempts = Array.from({ length: count }, () => takeLock('/w', address))
  const results = await Promise.allSettled(attempts)
  return results.map((result) =>
    result.status === 'fulfilled' ? result.value : (result.reason as Error),
  )
}

const isLock = (result: Lock | Error): result is Lock => !(result instanceof Error)

describe('the lock', () => {
  it('is held by one, told to others, and given back', async () => {
    const path = join(await scratch.folder(), 'a.sock')
    for (const address of [path, `\0zhizhi-test-${process.pid}`]) {
      const lock = await takeLock('/w', address)
      const refused = takeLock('/w', address)
      await expect(refused).rejects.toMatchObject({
        code: 'workspace_locked',
        params: { path: '/w', pid: process.pid },
      })
      await lock.release()
      await (await takeLock('/w', address)).release()
    }
  })

  it('passes on from a killed holder that left its socket file', async () => {
    const path = await staleSocket()
    const lock = await takeLock('/w', path)
    await expect(takeLock('/w', path)).rejects.toThrow('workspace_locked')
    await lock.release()
  })

  it('goes to one of many that find the same stale file', async () => {
    const results = await takeAtOnce(await staleSocket(), 8)
    const locks = results.filter(isLock)
    expect(locks).toHaveLength(1)
    await locks[0]!.release()
  })

  it('is respected where the holder says nothing, or something odd', async () => {
    for (const answer of [undefined, 'hello', '{"pid":"x"}', 'x'.repeat(5000)]) {
      const path = join(await scratch.folder(), 'a.sock')
      const server: Server = createServer((socket) => {
        socket.on('error', () => undefined)
        if (answer !== undefined) socket.end(answer)
      })
      server.listen(path)
      await once(server, 'listening')
      await expect(takeLock('/w', path)).rejects.toMatchObject({
        code: 'workspace_locked',
        params: { path: '/w' },
      })
      server.close()
    }
  })

  it('cannot be taken where no socket can be made', async () => {
    const path = join(await scratch.folder(), 'none', 'a.sock')
    await expect(takeLock('/w', path)).rejects.toMatchObject({ code: 'workspace_readonly' })
  })
})
