import { setTimeout as sleep } from 'node:timers/promises'
import { ZhizhiError } from '../../desktop/contract/errors.ts'
import type { Handlers } from '../../desktop/contract/wire/procedure.ts'
import { transfer } from '../../desktop/contract/wire/transfer.ts'
import type { TestTable } from './table.ts'

interface Record {
  emitted: number
  events: string[]
  wake: () => void
}

/** What one serving side remembers, so that a test can ask for it. */
export interface Memory {
  readonly records: Map<string, Record>
  refused: number
  running: number
  readonly overrun: (items: number) => void
  readonly die: () => void
}

function recordOf(memory: Memory, key: string): Record {
  const record = memory.records.get(key) ?? { emitted: 0, events: [], wake: () => undefined }
  memory.records.set(key, record)
  return record
}

const total = (part: Uint8Array) => part.reduce((sum, byte) => sum + byte, 0)

function fail(how: string): { data: unknown } {
  switch (how) {
    case 'typed':
      throw new ZhizhiError('sql_syntax', { near: '选择', line: 3 }, { from: 7, to: 12 })
    case 'unknown':
      throw new TypeError('password is hunter2')
    case 'output':
      return 'no object' as unknown as { data: unknown }
    case 'value':
      return { data: new Date() }
    default:
      return { data: new Uint8Array(300 * 2 ** 20) }
  }
}

export const handlers: Handlers<TestTable, Memory> = {
  echo: (input) => input,
  ping: (input) => input,
  trim: ({ text, times }) => ({ text: text.repeat(times) }),
  fail: ({ how }) => fail(how),
  sum({ parts, inner }) {
    const all = inner ? [...parts, inner.bytes] : parts
    return { sums: all.map(total), parts: all }
  },
  async count({ to, failAt, badAt }, { emit, progress }) {
    for (let n = 0; n < to; n++) {
      if (n === failAt) throw new ZhizhiError('not_found', { n })
      await emit(n === badAt ? ({ n: 'x' } as unknown as { n: number }) : { n })
      progress((n + 1) / to)
    }
    return { count: to }
  },
  work({ times }, { progress }) {
    for (let done = 1; done <= times; done++) progress({ done })
    return { done: times }
  },
  async download({ chunks, size, give }, { emit }) {
    for (let n = 0; n < chunks; n++) {
      const chunk = new Uint8Array(size).fill(n % 251)
      await emit(give ? transfer(chunk, [chunk.buffer]) : chunk)
    }
    return { bytes: chunks * size }
  },
  async endless({ key, await: waits }, { emit, signal, context }) {
    const record = recordOf(context, key)
    signal.addEventListener('abort', () => record.events.push('aborted'))
    for (;;) {
      const sent = emit(record.emitted).then(() => (record.emitted += 1))
      try {
        if (waits) await sent
        else await Promise.race([sent, sleep(0)])
      } catch (error) {
        record.events.push(error instanceof ZhizhiError ? error.code : 'other')
        throw error
      }
      sent.catch(() => undefined)
    }
  },
  async overrun({ items }, { signal, context }) {
    context.overrun(items)
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    return {}
  },
  async hang({ key, deaf }, { signal, context }) {
    const record = recordOf(context, key)
    record.events.push('started')
    context.running += 1
    await new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        record.events.push('aborted')
        if (!deaf) resolve(undefined)
      })
      record.wake = () => resolve(undefined)
    })
    context.running -= 1
    return {}
  },
  wake({ key }, { context }) {
    recordOf(context, key).wake()
    return {}
  },
  state({ key }, { context }) {
    const { emitted, events } = recordOf(context, key)
    return { emitted, events, running: context.running }
  },
  refused: (_, { context }) => context.refused,
  die(_, { context }) {
    context.die()
    return {}
  },
}
