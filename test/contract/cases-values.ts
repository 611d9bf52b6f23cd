import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Suite } from './peer-suite.ts'

const nothing = { undefined: undefined, null: null }
const numbers = [0, -0, 1.5, -1, NaN, Infinity, -Infinity, 2 ** 53, Number.MIN_VALUE]
const strings = ['', '居民 😀', '\u0000', '\u0000u', '\u0000s\u0000', '\ud800', '"\\\n']

function arrays() {
  const bytes = Uint8Array.from({ length: 32 }, (_, n) => 255 - n)
  return [
    new Int8Array(bytes),
    new Uint8ClampedArray(bytes),
    new Int16Array(bytes.buffer, 2, 3),
    new Uint16Array(bytes),
    new Int32Array(bytes.buffer, 4, 2),
    new Uint32Array(bytes),
    new Float32Array([1.5, NaN, -0]),
    new Float64Array(bytes.buffer, 8, 2),
    new BigInt64Array([-5n, 2n ** 62n]),
    new BigUint64Array([2n ** 64n - 1n]),
    bytes.buffer,
    new ArrayBuffer(0),
  ]
}

const leaf = () =>
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    fc.bigInt(),
    fc.uint8Array().map((bytes) => new Uint8Array(bytes)),
    fc.int32Array().map((words) => new Int32Array(words)),
  )
const tree = () =>
  fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf(),
      fc.array(tie('value'), { maxLength: 5 }),
      fc.dictionary(fc.string({ maxLength: 6 }), tie('value'), {
        maxKeys: 5,
        noNullPrototype: true,
      }),
    ),
  })).value

class Point {
  x = 1
}

export function valueCases({ shared, open }: Suite): void {
  const echo = (value: unknown) => shared().client.call('echo', value)

  test.each([
    ['nothing', nothing],
    ['nothing in an array', [undefined, null, undefined]],
    ['nothing at all', undefined],
    ['numbers', numbers],
    ['bigints', [0n, -1n, 2n ** 70n]],
    ['strings, also such as the frame uses itself', strings],
    ['keys, also such as the frame uses itself', { '\u0000b0': 1, chunks: [], message: {}, '': 2 }],
    ['a key named __proto__', JSON.parse('{"__proto__": {"polluted": true}}') as unknown],
    ['typed arrays of every kind', arrays()],
    ['binary inside binary-less nests', { a: [{ b: [[new Uint8Array([1, 2])], 'x'] }] }],
  ])('%s travel unchanged', async (_, value) => {
    const back = await echo(value)
    expect(back).toStrictEqual(value)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('a hole in an array arrives as undefined', async () => {
    const holed: unknown[] = []
    holed[2] = 'x'
    expect(await echo(holed)).toStrictEqual([undefined, undefined, 'x'])
  })

  test('any value made of these travels unchanged', async () => {
    const same = async (value: unknown) => {
      expect(await echo(value)).toStrictEqual(value)
    }
    await fc.assert(fc.asyncProperty(tree(), same), { numRuns: 150 })
  })

  test('bytes arrive byte for byte: several, empty, nested, and views on a part', async () => {
    const memory = Uint8Array.from({ length: 1000 }, (_, n) => n % 256)
    const views = [memory.subarray(3, 10), memory.subarray(999), memory.subarray(5, 5), memory]
    const parts = [...views, new Uint8Array(0), Buffer.from('致知')]
    const inner = { bytes: memory.subarray(1, 4) }
    const back = await shared().client.call('sum', { parts, inner })
    const sent = [...parts, inner.bytes]
    expect(back.parts.map((part) => [...part])).toEqual(sent.map((part) => [...part]))
    expect(back.sums).toEqual(sent.map((part) => part.reduce((a, b) => a + b, 0)))
    expect(back.parts.every((part) => part.constructor === Uint8Array)).toBe(true)
  })

  test('bytes arrive where they can be read as numbers of 8 bytes', async () => {
    const words = new Float64Array([1, 2, 3])
    const parts = [new Uint8Array([7]), new Uint8Array(words.buffer)]
    for (const text of ['', 'x', 'xy', 'xyz']) {
      const back = await shared().client.call('echo', { text, parts })
      const [, second] = (back as { parts: Uint8Array<ArrayBuffer>[] }).parts
      const { buffer, byteOffset } = second ?? new Uint8Array()
      expect([...new Float64Array(buffer, byteOffset, 3)]).toEqual([1, 2, 3])
    }
  })

  test('a small view does not drag the memory under it along', async () => {
    const view = new Uint8Array(2 ** 20).subarray(10, 20)
    const { parts } = await shared().client.call('sum', { parts: [view] })
    expect(parts[0]?.byteLength).toBe(10)
    expect(parts[0]?.buffer.byteLength).toBeLessThan(1000)
  })

  test('what cannot travel is refused where it is sent, on every port alike', async () => {
    const circle: unknown[] = []
    circle.push(circle)
    const deep = JSON.parse('['.repeat(300) + ']'.repeat(300)) as unknown
    const others = [
      new Date(),
      new Map(),
      new Point(),
      () => 1,
      Symbol('s'),
      /x/,
      new DataView(new ArrayBuffer(1)),
    ]
    const shareds = [new Uint8Array(new SharedArrayBuffer(4)), new SharedArrayBuffer(4)]
    for (const value of [...others, ...shareds, circle, deep, 2n ** 1100n, Promise.resolve()]) {
      await expect(echo({ value })).rejects.toMatchObject({ code: 'bad_request' })
    }
    expect(await echo('still there')).toBe('still there')
  })

  test('a message over the limit is refused by its sender', async () => {
    const { client, kill } = await open({ limit: 100_000 })
    await expect(client.call('echo', new Uint8Array(100_001))).rejects.toMatchObject({
      code: 'too_large',
    })
    await expect(client.call('echo', 'x'.repeat(100_001))).rejects.toMatchObject({
      code: 'too_large',
    })
    expect(await client.call('echo', new Uint8Array(50_000))).toHaveLength(50_000)
    await kill()
  })

  test('a message over the limit that arrives all the same closes the port', async () => {
    const { client, kill } = await open({ limit: 100_000 })
    const stream = client.stream('download', { chunks: 1, size: 200_000, give: false })
    await expect(stream.result).rejects.toMatchObject({ code: 'disconnected' })
    await expect(client.call('ping', { n: 1 })).rejects.toMatchObject({ code: 'disconnected' })
    await kill()
  })
}
