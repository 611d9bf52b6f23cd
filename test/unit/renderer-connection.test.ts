import { MessageChannel } from 'node:worker_threads'
import { afterEach, expect, it, vi } from 'vitest'
import type { Settings } from '../../desktop/contract/app.ts'
import { ZhizhiError } from '../../desktop/contract/errors.ts'
import { appTable } from '../../desktop/contract/procedures.ts'
import { messagePort } from '../../desktop/contract/wire/message-port.ts'
import type { Port } from '../../desktop/contract/wire/port.ts'
import { serve } from '../../desktop/contract/wire/server.ts'
import { Connection } from '../../desktop/renderer/rpc/connection.ts'

const settings: Settings = {
  ...{ theme: 'light', language: 'zh-CN', textSize: 100, learner: null },
  ...{ speechRate: 'normal', voice: null },
}

/** A host that answers `settings.read` at once and `people.list` never. */
class Host {
  readonly #lines: Port[] = []
  absent = false
  opened = 0

  readonly open = (): Promise<Port> => {
    if (this.absent) return Promise.reject(new ZhizhiError('disconnected'))
    const { port1, port2 } = new MessageChannel()
    const line = messagePort(port1)
    this.#lines.push(line)
    this.opened += 1
    const refuse = () => Promise.reject(new ZhizhiError('not_found'))
    const handlers = Object.fromEntries(Object.keys(appTable).map((name) => [name, refuse]))
    Object.assign(handlers, {
      'settings.read': () => settings,
      'people.list': () => new Promise(() => undefined),
      'app.events': async (_: unknown, call: { emit: (item: unknown) => Promise<void> }) => {
        await call.emit({ kind: 'people' })
        return {}
      },
    })
    serve(line, appTable, handlers as never, undefined)
    return Promise.resolve(messagePort(port2))
  }

  hangUp(): void {
    for (const line of this.#lines.splice(0)) line.close()
  }
}

const connections: Connection[] = []

function connection(host: Host): Connection {
  const made = new Connection(host.open)
  connections.push(made)
  return made
}

afterEach(() => {
  for (const each of connections.splice(0)) each.stop()
})

const code = (expected: string) => expect.objectContaining({ code: expected }) as unknown

it('lets a call wait for the line to open', async () => {
  const line = connection(new Host())
  const answer = line.client.call('settings.read', {})
  expect(line.state).toBe('connecting')
  await line.start()
  expect(await answer).toEqual(settings)
  expect([line.state, line.session]).toEqual(['open', 1])
})

it('fails what was under way when the line breaks, and opens it again by itself', async () => {
  const host = new Host()
  const line = connection(host)
  await line.start()
  const underWay = line.client.call('people.list', {})
  host.hangUp()
  await expect(underWay).rejects.toEqual(code('disconnected'))
  expect(line.state).toBe('lost')
  expect(await line.client.call('settings.read', {})).toEqual(settings)
  expect([line.state, line.session, host.opened]).toEqual(['open', 2, 2])
})

it('counts the tries that find nobody and starts over once one succeeds', async () => {
  const host = new Host()
  host.absent = true
  const line = connection(host)
  await line.start()
  await line.start()
  expect([line.state, line.failures]).toEqual(['lost', 2])
  host.absent = false
  await line.start()
  expect([line.state, line.failures]).toEqual(['open', 0])
})

it('cancels a call that waits for the line', async () => {
  const host = new Host()
  host.absent = true
  const line = connection(host)
  await line.start()
  const controller = new AbortController()
  const waiting = line.client.call('settings.read', {}, { signal: controller.signal })
  controller.abort()
  await expect(waiting).rejects.toEqual(code('cancelled'))
})

it('streams over a line that opens later', async () => {
  const line = connection(new Host())
  const stream = line.client.stream('app.events', {})
  await line.start()
  const items: unknown[] = []
  for await (const item of stream) items.push(item)
  expect(items).toEqual([{ kind: 'people' }])
  expect(await stream.result).toEqual({})
})

it('stays closed once it is stopped', async () => {
  vi.useFakeTimers()
  const host = new Host()
  const line = connection(host)
  await line.start()
  line.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  vi.useRealTimers()
  expect(host.opened).toBe(1)
})
