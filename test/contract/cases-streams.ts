import { expect, test } from 'vitest'
import type { Suite } from './peer-suite.ts'
import { eventually, seen } from './eventually.ts'

export function streamCases({ shared }: Suite): void {
  const client = () => shared().client
  const emitted = async (key: string) => (await client().call('state', { key })).emitted

  test.each([1, 2, 3, 16, 1000])('items come in order through a window of %i', async (window) => {
    const told: number[] = []
    const onProgress = (part: number) => void told.push(part)
    const stream = client().stream('count', { to: 100 }, { window, onProgress })
    const got: number[] = []
    for await (const { n } of stream) got.push(n)
    expect(got).toEqual(Array.from({ length: 100 }, (_, n) => n))
    expect(await stream.result).toEqual({ count: 100 })
    expect(told.at(-1)).toBe(1)
  })

  test('many streams at once do not mix', async () => {
    const lengths = Array.from({ length: 30 }, async (_, to) => {
      let items = 0
      for await (const { n } of client().stream('count', { to }, { window: 3 })) {
        expect(n).toBe(items++)
      }
      return items
    })
    expect(await Promise.all(lengths)).toEqual(Array.from({ length: 30 }, (_, n) => n))
  })

  test('a result comes without reading where there are few items', async () => {
    expect(await client().stream('count', { to: 5 }).result).toEqual({ count: 5 })
  })

  test('items before an error are read, then the error is thrown', async () => {
    const stream = client().stream('count', { to: 100, failAt: 5 })
    const got: number[] = []
    const read = async () => {
      for await (const { n } of stream) got.push(n)
    }
    await expect(read()).rejects.toMatchObject({ code: 'not_found', params: { n: 5 } })
    expect(got).toEqual([0, 1, 2, 3, 4])
    await expect(stream.result).rejects.toMatchObject({ code: 'not_found' })
  })

  test('an item that breaks its schema is internal and not sent', async () => {
    const stream = client().stream('count', { to: 100, badAt: 2 })
    const got: number[] = []
    const read = async () => {
      for await (const { n } of stream) got.push(n)
    }
    await expect(read()).rejects.toMatchObject({ code: 'internal' })
    expect(got).toEqual([0, 1])
  })

  test.each([true, false])('100 MB arrive whole (buffers given away: %s)', async (give) => {
    const [chunks, size] = [100, 2 ** 20]
    const stream = client().stream('download', { chunks, size, give })
    let count = 0
    let wrong = 0
    for await (const chunk of stream) {
      const expected = count++ % 251
      if (chunk.byteLength !== size || !chunk.every((byte) => byte === expected)) wrong += 1
    }
    expect({ count, wrong }).toEqual({ count: chunks, wrong: 0 })
    expect(await stream.result).toEqual({ bytes: chunks * size })
  })

  test('a reader that does not read stops the sender at the window', async () => {
    const stream = client().stream('endless', { key: 'stalled', await: true }, { window: 4 })
    await eventually(async () => expect(await emitted('stalled')).toBe(4))
    for (let n = 0; n < 50; n++) await client().call('ping', { n })
    expect(await emitted('stalled')).toBe(4)
    for await (const n of stream) if (n === 0) break
  })

  test('a slow reader is never more than the window behind', async () => {
    const window = 6
    const stream = client().stream('endless', { key: 'slow', await: true }, { window })
    let read = 0
    for await (const n of stream) {
      expect(n).toBe(read)
      const ahead = (await emitted('slow')) - read
      expect(ahead).toBeGreaterThanOrEqual(0)
      expect(ahead).toBeLessThanOrEqual(window)
      read += 1
      if (read === 60) break
    }
    await seen(client(), 'slow', 'cancelled')
  })

  test('a handler that does not wait for room is stopped, not buffered', async () => {
    const stream = client().stream('endless', { key: 'rash', await: false }, { window: 2 })
    await seen(client(), 'rash', 'internal')
    await expect(stream.result).rejects.toMatchObject({ code: 'internal' })
    expect(await emitted('rash')).toBe(2)
  })

  test('leaving the loop cancels: the handler hears it and emits no more', async () => {
    const stream = client().stream('endless', { key: 'left', await: true })
    for await (const n of stream) if (n === 20) break
    await seen(client(), 'left', 'cancelled')
    const after = await client().call('state', { key: 'left' })
    expect(after.events).toEqual(['aborted', 'cancelled'])
    for (let n = 0; n < 20; n++) await client().call('ping', { n })
    expect(await client().call('state', { key: 'left' })).toEqual(after)
    await expect(stream.result).rejects.toMatchObject({ code: 'cancelled' })
  })

  test('after an abort the reader gets no item, and the wire only the last word', async () => {
    const controller = new AbortController()
    const { port } = shared()
    const stream = client().stream(
      'endless',
      { key: 'aborted', await: true },
      { signal: controller.signal, window: 50 },
    )
    const wire: unknown[] = []
    port.onMessage((raw) => {
      const { kind, id, value } = raw as { kind: string; id: number; value?: unknown }
      wire.push(kind === 'item' || kind === 'error' ? kind : { kind, id, value })
    })
    const got: number[] = []
    const read = async () => {
      for await (const n of stream) {
        got.push(n)
        if (n === 30) controller.abort()
      }
    }
    await expect(read()).rejects.toMatchObject({ code: 'cancelled' })
    expect(got.at(-1)).toBe(30)
    await seen(client(), 'aborted', 'cancelled')
    const last = wire.indexOf('error')
    expect(last).toBeGreaterThan(30)
    for (let n = 0; n < 20; n++) await client().call('ping', { n })
    expect(wire.slice(last + 1).filter((entry) => typeof entry === 'string')).toEqual([])
  })

  test('a stream that cannot start throws in the loop', async () => {
    const wrong = { to: new Date() } as unknown as { to: number }
    const read = async () => {
      for await (const item of client().stream('count', wrong)) expect(item).toBeUndefined()
    }
    await expect(read()).rejects.toMatchObject({ code: 'bad_request' })
  })
}
