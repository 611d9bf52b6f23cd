import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { ZhizhiError } from '../../desktop/contract/errors.ts'
import { connect } from '../../desktop/contract/wire/client.ts'
import { decodeFrame, encodeFrame } from '../../desktop/contract/wire/frame.ts'
import type { Message } from '../../desktop/contract/wire/message.ts'
import { Ending, type Port } from '../../desktop/contract/wire/port.ts'
import { type Handlers, procedure } from '../../desktop/contract/wire/procedure.ts'
import { serve } from '../../desktop/contract/wire/server.ts'

/** One end of a pipe whose other end the test holds. */
function heldPort() {
  const sent: Message[] = []
  const handlers: ((raw: unknown) => void)[] = []
  const ending = new Ending()
  const port: Port = {
    send: (message) => void sent.push(decodeFrame(encodeFrame(message)) as Message),
    onMessage: (handler) => void handlers.push(handler),
    onClose: (handler) => ending.whenOver(handler),
    close: ending.now,
    drained: () => undefined,
  }
  const deliver = (raw: unknown) => {
    for (const handler of handlers) handler(raw)
  }
  return { port, sent, deliver }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

const table = {
  echo: procedure({ input: z.string(), output: z.string() }),
  letters: procedure({ input: z.string(), item: z.string(), output: z.null() }),
}

const textHandlers: Handlers<typeof table, undefined> = {
  echo: (text) => text,
  async letters(text, { emit }) {
    for (const letter of text) await emit(letter)
    return null
  },
}

const messages: Message[] = [
  { kind: 'call', id: 1, name: 'echo', input: '致知', credit: 0 },
  { kind: 'call', id: 2, name: 'letters', input: 'abc', credit: 2 },
  { kind: 'credit', id: 2, n: 3 },
  { kind: 'cancel', id: 2 },
  { kind: 'item', id: 2, value: new Uint8Array([1, 2, 3]) },
  { kind: 'progress', id: 2, value: [new Float64Array([1, 2]), { deep: [3n, undefined] }] },
  { kind: 'done', id: 1, value: '\u0000u' },
  { kind: 'error', id: 1, error: { code: 'busy', params: { limit: 3 } } },
]

/** A true message with one of its fields replaced, removed or added. */
const bent = fc
  .tuple(
    fc.constantFrom(...messages),
    fc.constantFrom('kind', 'id', 'name', 'credit', 'n', 'error', 'value', 'input', 'extra'),
    fc.option(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
    ),
  )
  .map(([message, key, value]): unknown => {
    const rest = Object.entries(message).filter(([name]) => name !== key)
    return Object.fromEntries(value === null ? rest : [...rest, [key, value]])
  })

const mess = fc.oneof(bent, fc.anything(), fc.constantFrom(...messages))

describe('frames', () => {
  const isRefused = (bytes: Uint8Array<ArrayBuffer>) => {
    try {
      return decodeFrame(bytes) !== undefined
    } catch (error) {
      expect(error).toBeInstanceOf(ZhizhiError)
      return (error as ZhizhiError).code === 'bad_request'
    }
  }

  test.each(messages)('$kind comes back as it was', (message) => {
    expect(decodeFrame(encodeFrame(message))).toStrictEqual(message)
  })

  test('binary values are views on the frame, aligned to 8 bytes', () => {
    const parts = [new Uint8Array(3), new Float64Array(2), new Uint8Array(5)]
    const frame = encodeFrame({ parts })
    const decoded = decodeFrame(frame) as { parts: Uint8Array[] }
    for (const part of decoded.parts) {
      expect(part.buffer).toBe(frame.buffer)
      expect(part.byteOffset % 8).toBe(0)
    }
  })

  test('a frame that stands at an odd place in memory is read too', () => {
    const message = { words: new Float64Array([1.5, -2]), bytes: new Uint8Array([1]) }
    const frame = encodeFrame(message)
    const memory = new Uint8Array(frame.byteLength + 3)
    memory.set(frame, 3)
    expect(decodeFrame(memory.subarray(3))).toStrictEqual(message)
  })

  test('any bytes are refused with a typed error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => isRefused(new Uint8Array(bytes))),
      { numRuns: 500 },
    )
  })

  test('a frame cut short or made longer is refused', () => {
    for (const message of messages) {
      const frame = encodeFrame(message)
      for (let length = 0; length < frame.byteLength; length++) {
        expect(() => decodeFrame(frame.slice(0, length))).toThrow(ZhizhiError)
      }
      const longer = new Uint8Array(frame.byteLength + 1)
      longer.set(frame)
      expect(() => decodeFrame(longer)).toThrow(ZhizhiError)
    }
  })

  test('a frame with any byte changed is refused or another message, never a crash', () => {
    for (const message of messages) {
      const frame = encodeFrame(message)
      for (let at = 0; at < frame.byteLength; at++) {
        const changed = frame.slice()
        changed[at]! ^= 1 << (at % 8)
        expect(isRefused(changed)).toBe(true)
      }
    }
  })

  const frameOf = (header: string) => {
    const text = new TextEncoder().encode(header)
    const frame = new Uint8Array(8 + text.byteLength)
    new DataView(frame.buffer).setUint32(0, 0x315a5a00, true)
    new DataView(frame.buffer).setUint32(4, text.byteLength, true)
    frame.set(text, 8)
    return frame
  }

  test.each([
    ['no object', '3'],
    ['no message', '{"chunks":[]}'],
    ['no chunks', '{"message":{}}'],
    ['a chunk that is not there', '{"message":{"a":"\\u0000b0"},"chunks":[]}'],
    ['a chunk of a made-up kind', '{"message":{},"chunks":[["Object",0]]}'],
    ['a chunk of an inherited kind', '{"message":{},"chunks":[["constructor",0]]}'],
    ['a chunk beyond the end', '{"message":{},"chunks":[["Uint8Array",1]]}'],
    ['a chunk of negative length', '{"message":{},"chunks":[["Uint8Array",-8]]}'],
    ['a chunk of endless length', '{"message":{},"chunks":[["Uint8Array",1e300]]}'],
    ['an unknown mark', '{"message":{"a":"\\u0000x"},"chunks":[]}'],
    ['a mark cut short', '{"message":{"a":"\\u0000"},"chunks":[]}'],
    ['a bad number', '{"message":{"a":"\\u0000n1"},"chunks":[]}'],
    ['a bad bigint', '{"message":{"a":"\\u0000i1e5"},"chunks":[]}'],
    ['a bigint too long', `{"message":{"a":"\\u0000i${'9'.repeat(310)}"},"chunks":[]}`],
    ['too deep a nest', `{"message":{"a":${'['.repeat(1e6)}${']'.repeat(1e6)}},"chunks":[]}`],
  ])('%s is refused', (_, header) => {
    expect(() => decodeFrame(frameOf(header))).toThrow(
      expect.objectContaining({ code: 'bad_request' }) as Error,
    )
  })

  test('half an element is refused', () => {
    const frame = frameOf('{"message":{},"chunks":[["Int16Array",3]]}')
    const longer = new Uint8Array(Math.ceil(frame.byteLength / 8) * 8 + 3)
    longer.set(frame)
    expect(() => decodeFrame(longer)).toThrow(ZhizhiError)
  })

  test('the limit holds on both sides', () => {
    const message = { data: new Uint8Array(1000) }
    const tooLarge = expect.objectContaining({ code: 'too_large' }) as Error
    expect(() => encodeFrame(message, 1000)).toThrow(tooLarge)
    expect(() => decodeFrame(encodeFrame(message), 1000)).toThrow(tooLarge)
  })
})

describe('a server among hostile messages', () => {
  test('refuses or answers each, says one last word a call, and still serves', async () => {
    const check = async (raws: unknown[]) => {
      const { port, sent, deliver } = heldPort()
      let refused = 0
      serve(port, table, textHandlers, undefined, { onRefused: () => (refused += 1) })
      for (const raw of raws) deliver(raw)
      deliver({ kind: 'call', id: 999_999_999, name: 'echo', input: 'ok', credit: 0 })
      await turn()
      expect(sent).toContainEqual({ kind: 'done', id: 999_999_999, value: 'ok' })
      expect(refused).toBeLessThanOrEqual(raws.length)
      for (const message of sent) expect(['item', 'done', 'error']).toContain(message.kind)
    }
    await fc.assert(fc.asyncProperty(fc.array(mess, { maxLength: 20 }), check), { numRuns: 300 })
  })
})

test('what a caller sees only as internal is told to the log, and nothing else is', async () => {
  const { port, sent, deliver } = heldPort()
  const logged: [unknown, string][] = []
  const broken = new TypeError('broken')
  const errors = [broken, new ZhizhiError('not_found', { what: 'x' })]
  const fail = () => {
    throw errors.shift() ?? broken
  }
  const onInternal = (error: unknown, name: string) => void logged.push([error, name])
  serve(port, table, { ...textHandlers, echo: fail }, undefined, { onInternal })
  for (const id of [1, 2]) deliver({ kind: 'call', id, name: 'echo', input: 'a', credit: 0 })
  await turn()
  expect(sent).toMatchObject([{ error: { code: 'internal' } }, { error: { code: 'not_found' } }])
  expect(logged).toEqual([[broken, 'echo']])
})

test('progress that cannot travel is dropped, and the last word is said all the same', async () => {
  const loose = { note: procedure({ input: z.null(), progress: z.unknown(), output: z.null() }) }
  const { port, sent, deliver } = heldPort()
  const note: Handlers<typeof loose, undefined>['note'] = (_, { progress }) => {
    progress('at once')
    progress(new Date()) // held back, to be told at the end
    return null
  }
  serve(port, loose, { note }, undefined)
  deliver({ kind: 'call', id: 1, name: 'note', input: null, credit: 0 })
  await turn()
  expect(sent).toEqual([
    { kind: 'progress', id: 1, value: 'at once' },
    { kind: 'done', id: 1, value: null },
  ])
})

test('an answer that comes while the call is still being sent is heard', async () => {
  const { port, deliver } = heldPort()
  const send = (message: Message) => deliver({ kind: 'done', id: message.id, value: 'at once' })
  expect(await connect({ ...port, send }, table).call('echo', 'a')).toBe('at once')
})

describe('a client among hostile replies', () => {
  test('ends each call at most once and never throws into the port', async () => {
    const check = async (raws: unknown[]) => {
      const { port, sent, deliver } = heldPort()
      const client = connect(port, table)
      const calls = [client.call('echo', 'a'), client.stream('letters', 'b', { window: 2 }).result]
      const ends = calls.map((call) => call.catch((error: unknown) => error))
      for (const raw of raws) deliver(raw)
      port.close()
      const [first, second] = await Promise.all(ends)
      expect(typeof first === 'string' || first instanceof ZhizhiError).toBe(true)
      expect(second === null || second instanceof ZhizhiError).toBe(true)
      for (const message of sent) expect(['call', 'cancel', 'credit']).toContain(message.kind)
      await expect(client.call('echo', 'c')).rejects.toMatchObject({ code: 'disconnected' })
    }
    await fc.assert(fc.asyncProperty(fc.array(mess, { maxLength: 20 }), check), { numRuns: 300 })
  })

  test.each([
    ['an output of the wrong type', { kind: 'done', id: 1, value: 5 }, 'internal'],
    ['an item where none was allowed', { kind: 'item', id: 1, value: 'x' }, 'internal'],
    ['progress where none is told', { kind: 'progress', id: 1, value: 1 }, 'ignored'],
  ])('%s ends the call', async (_, reply, code) => {
    const { port, sent, deliver } = heldPort()
    const calling = connect(port, table).call('echo', 'a')
    deliver(reply)
    if (code === 'ignored') deliver({ kind: 'done', id: 1, value: 'a' })
    if (code === 'ignored') expect(await calling).toBe('a')
    else {
      await expect(calling).rejects.toMatchObject({ code })
      expect(sent.at(-1)).toEqual({ kind: 'cancel', id: 1 })
    }
  })

  test('a result that nobody reads raises no unhandled rejection', async () => {
    const unhandled: unknown[] = []
    const listener = (reason: unknown) => void unhandled.push(reason)
    process.on('unhandledRejection', listener)
    const { port } = heldPort()
    const client = connect(port, table)
    client.stream('letters', 'b')
    port.close()
    client.stream('letters', 'b')
    await turn()
    process.off('unhandledRejection', listener)
    expect(unhandled).toEqual([])
  })
})
