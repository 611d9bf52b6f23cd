import { expect, test } from 'vitest'
import { eventually, seen } from './eventually.ts'
import type { TestTable } from './table.ts'
import type { Suite } from './peer-suite.ts'
import type { Client } from '../../desktop/contract/wire/procedure.ts'

export function callCases({ shared, open }: Suite): void {
  const call: Client<TestTable>['call'] = (...args) => shared().client.call(...args)

  test('a request is answered', async () => {
    expect(await call('ping', { n: 7 })).toEqual({ n: 7 })
  })

  test('200 calls at once each get their own answer', async () => {
    const numbers = Array.from({ length: 200 }, (_, n) => n)
    const answers = await Promise.all(numbers.map((n) => shared().client.call('ping', { n })))
    expect(answers.map(({ n }) => n)).toEqual(numbers)
  })

  test('the handler gets the input as the schema returns it', async () => {
    expect(await call('trim', { text: '  居民 ' })).toEqual({ text: '居民' })
    expect(await call('trim', { text: ' a', times: 2 })).toEqual({ text: 'aa' })
  })

  test('a typed error arrives with its parameters and position', async () => {
    await expect(call('fail', { how: 'typed' })).rejects.toMatchObject({
      name: 'ZhizhiError',
      code: 'sql_syntax',
      params: { near: '选择', line: 3 },
      at: { from: 7, to: 12 },
    })
  })

  test('any other error is internal and keeps its text to itself', async () => {
    const error: unknown = await call('fail', { how: 'unknown' }).catch((e: unknown) => e)
    expect(error).toMatchObject({ code: 'internal', params: {}, message: 'internal' })
  })

  test('an output that breaks its schema is internal', async () => {
    await expect(call('fail', { how: 'output' })).rejects.toMatchObject({ code: 'internal' })
  })

  test('an output that cannot travel is refused where it is sent', async () => {
    await expect(call('fail', { how: 'value' })).rejects.toMatchObject({ code: 'bad_request' })
    await expect(call('fail', { how: 'large' })).rejects.toMatchObject({ code: 'too_large' })
    expect(await call('ping', { n: 1 })).toEqual({ n: 1 })
  })

  test('an invalid input is refused with its place', async () => {
    const wrong = { n: '7' } as unknown as { n: number }
    await expect(call('ping', wrong)).rejects.toMatchObject({
      code: 'bad_request',
      params: { where: 'n', why: 'invalid_type' },
    })
  })

  test.each(['nothing', 'constructor', '__proto__', 'toString', ''])(
    'the unknown procedure “%s” is refused on both sides',
    async (name) => {
      await expect(call(name as 'ping', { n: 1 })).rejects.toMatchObject({
        code: 'unknown_procedure',
      })
      const { port, raw, kill } = await open()
      const answers: unknown[] = []
      port.onMessage((answer) => answers.push(answer))
      raw({ kind: 'call', id: 900, name, input: {}, credit: 0 })
      await eventually(() => {
        expect(answers).toEqual([
          { kind: 'error', id: 900, error: { code: 'unknown_procedure', params: { name } } },
        ])
      })
      await kill()
    },
  )

  test('progress comes in order, thinned out, and ends with the last', async () => {
    const told: number[] = []
    const onProgress = (progress: { done: number }) => void told.push(progress.done)
    const times = 50_000
    expect(await shared().client.call('work', { times }, { onProgress })).toEqual({ done: times })
    expect(told[0]).toBe(1)
    expect(told.at(-1)).toBe(times)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.length).toBeLessThan(times / 10)
  })

  test('a listener to progress that throws ends its own call only', async () => {
    const onProgress = () => {
      throw new RangeError('mine')
    }
    await expect(shared().client.call('work', { times: 3 }, { onProgress })).rejects.toThrow('mine')
    expect(await call('ping', { n: 2 })).toEqual({ n: 2 })
  })

  test('a cancel reaches the handler and rejects the call', async () => {
    const controller = new AbortController()
    const { client } = shared()
    const hanging = client.call('hang', { key: 'cancel' }, { signal: controller.signal })
    await seen(client, 'cancel', 'started')
    controller.abort()
    await expect(hanging).rejects.toMatchObject({ code: 'cancelled' })
    await seen(client, 'cancel', 'aborted')
  })

  test('a cancelled call is over for its caller even if the handler is deaf', async () => {
    const controller = new AbortController()
    const { client } = shared()
    const hanging = client.call('hang', { key: 'deaf', deaf: true }, { signal: controller.signal })
    await seen(client, 'deaf', 'started')
    controller.abort()
    await expect(hanging).rejects.toMatchObject({ code: 'cancelled' })
    expect((await client.call('state', { key: 'deaf' })).running).toBe(1)
    await client.call('wake', { key: 'deaf' })
    await eventually(async () => {
      expect((await client.call('state', { key: 'deaf' })).running).toBe(0)
    })
  })

  test('a call that is cancelled before it starts is not sent', async () => {
    const { client } = shared()
    const hanging = client.call('hang', { key: 'early' }, { signal: AbortSignal.abort() })
    await expect(hanging).rejects.toMatchObject({ code: 'cancelled' })
    expect((await client.call('state', { key: 'early' })).events).toEqual([])
  })

  test('over the limit of calls at once a caller is told so, and the rest goes on', async () => {
    const { client, kill } = await open()
    const controller = new AbortController()
    const { signal } = controller
    const hanging = Array.from({ length: 300 }, () =>
      client.call('hang', { key: 'busy' }, { signal }),
    )
    await expect(client.call('ping', { n: 1 })).rejects.toMatchObject({
      code: 'busy',
      params: { limit: 300 },
    })
    controller.abort()
    const ended = await Promise.allSettled(hanging)
    expect(ended.every(({ status }) => status === 'rejected')).toBe(true)
    await eventually(async () => {
      expect(await client.call('ping', { n: 1 })).toEqual({ n: 1 })
    })
    await kill()
  })
}
