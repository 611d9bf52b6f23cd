import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Connected, Suite } from './peer-suite.ts'
import { eventually, seen } from './eventually.ts'

const disconnected = { code: 'disconnected' }

async function refusedThere({ client }: Connected, count: number): Promise<void> {
  await eventually(async () => expect(await client.call('refused', {})).toBe(count))
}

/** Every answer that reaches our port from now on, but those on the suite's own calls. */
function answersOn({ port }: Connected): unknown[] {
  const answers: unknown[] = []
  port.onMessage((raw) => {
    if ((raw as { id: number }).id >= 1000) answers.push(raw)
  })
  return answers
}

export function faultCases({ open }: Suite): void {
  test.each([
    ['an unknown kind', { kind: 'shout', id: 1000 }],
    ['a call without a name', { kind: 'call', id: 1000, input: {}, credit: 0 }],
    [
      'a call with negative credit',
      { kind: 'call', id: 1000, name: 'ping', input: {}, credit: -1 },
    ],
    ['negative credit', { kind: 'credit', id: 1000, n: -5 }],
    ['endless credit', { kind: 'credit', id: 1000, n: 1e9 }],
    ['half an item of credit', { kind: 'credit', id: 1000, n: 0.5 }],
  ])('%s is answered with an error', async (_, message) => {
    const link = await open()
    const answers = answersOn(link)
    link.raw(message)
    const error = { code: 'bad_request', params: { why: 'message' } }
    await eventually(() => expect(answers).toEqual([{ kind: 'error', id: 1000, error }]))
    await refusedThere(link, 1)
    await link.kill()
  })

  test.each([
    ['no id', { kind: 'cancel' }],
    ['an id that is none', { kind: 'cancel', id: 'a' }],
    ['a negative id', { kind: 'call', id: -1, name: 'ping', input: {}, credit: 0 }],
    ['a reply to the server', { kind: 'done', id: 1000, value: 1 }],
    ['an error to the server', { kind: 'error', id: 1000, error: { code: 'busy', params: {} } }],
    ['a broken reply to the server', { kind: 'item', id: 1000.5 }],
  ])('%s is counted and dropped', async (_, message) => {
    const link = await open()
    const answers = answersOn(link)
    link.raw(message)
    await refusedThere(link, 1)
    expect(answers).toEqual([])
    await link.kill()
  })

  test('negative credit or a number used twice ends the running call', async () => {
    const link = await open()
    const answers = answersOn(link)
    const call = { kind: 'call', name: 'hang', credit: 0 }
    link.raw({ ...call, id: 1001, input: { key: 'negative' } })
    link.raw({ kind: 'credit', id: 1001, n: -1 })
    link.raw({ ...call, id: 1002, input: { key: 'twice' } })
    link.raw({ ...call, id: 1002, input: { key: 'twice' } })
    await seen(link.client, 'negative', 'aborted')
    await seen(link.client, 'twice', 'aborted')
    const error = { code: 'bad_request', params: { why: 'message' } }
    expect(answers).toEqual([
      { kind: 'error', id: 1001, error },
      { kind: 'error', id: 1002, error },
    ])
    await link.kill()
  })

  test('a cancel or credit for a call that is over is no fault', async () => {
    const link = await open()
    link.raw({ kind: 'cancel', id: 5 })
    link.raw({ kind: 'credit', id: 5, n: 5 })
    expect(await link.client.call('refused', {})).toBe(0)
    await link.kill()
  })

  test('a sender beyond its credit is refused and told to stop', async () => {
    const { client, kill } = await open()
    const stream = client.stream('overrun', { items: 20 }, { window: 8 })
    await expect(stream.result).rejects.toMatchObject({
      code: 'bad_request',
      params: { why: 'credit' },
    })
    expect(await client.call('ping', { n: 1 })).toEqual({ n: 1 })
    await kill()
  })

  test('hundreds of junk messages are refused and the rest goes on', async () => {
    const link = await open()
    const values = fc.sample(fc.oneof(fc.object({ withNullPrototype: true }), fc.jsonValue()), 300)
    for (const value of values) link.junk(value)
    await refusedThere(link, values.length)
    expect(await link.client.call('ping', { n: 9 })).toEqual({ n: 9 })
    await link.kill()
  })

  test('a peer that dies leaves no call waiting, and a new port works', async () => {
    const { client } = await open()
    const calls = [client.call('hang', { key: 'a' }), client.call('hang', { key: 'b' })]
    const stream = client.stream('endless', { key: 'c', await: true })
    for await (const n of stream) {
      if (n === 3) void client.call('die', {}).catch(() => undefined)
      if (n === 3) break
    }
    await client.call('die', {}).catch(() => undefined)
    for (const call of calls) await expect(call).rejects.toMatchObject(disconnected)
    await expect(client.call('ping', { n: 1 })).rejects.toMatchObject(disconnected)
    const again = await open()
    expect(await again.client.call('ping', { n: 2 })).toEqual({ n: 2 })
    await again.kill()
  })

  test('a peer that is killed leaves no call or stream waiting', async () => {
    const link = await open()
    const hanging = link.client.call('hang', { key: 'k' })
    const stream = link.client.stream('endless', { key: 's', await: true })
    const read = async () => {
      for await (const n of stream) if (n === 10) void link.kill()
    }
    const reading = read()
    await expect(hanging).rejects.toMatchObject(disconnected)
    await expect(reading).rejects.toMatchObject(disconnected)
  })

  test('a port that is closed here rejects what runs, and closing twice is no fault', async () => {
    const { client, port, kill } = await open()
    const hanging = client.call('hang', { key: 'closed' })
    let closed = 0
    port.onClose(() => (closed += 1))
    port.close()
    port.close()
    port.onClose(() => (closed += 1))
    expect(closed).toBe(2)
    await expect(hanging).rejects.toMatchObject(disconnected)
    await expect(client.stream('count', { to: 1 }).result).rejects.toMatchObject(disconnected)
    await kill()
  })
}
