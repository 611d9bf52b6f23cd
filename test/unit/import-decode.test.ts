import { describe, expect, it } from 'vitest'
import { decode, inPieces } from '../../desktop/host/gate/decode.ts'
import { gb18030, utf8 } from '../chinese-bytes.ts'

const whole = (bytes: Uint8Array) =>
  new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(bytes)

/** Every pair of bytes that the table has, with a letter after it so that a slip would show. */
function pairs(): Uint8Array {
  const bytes: number[] = []
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f && known(lead, trail)) bytes.push(lead, trail, 0x41)
    }
  }
  return Uint8Array.from(bytes)
}

function known(...bytes: number[]): boolean {
  try {
    return whole(Uint8Array.from(bytes)) !== ''
  } catch {
    return false
  }
}

/** Four bytes for a place in the ranges of GB 18030: 10 × 126 × 10 from 0x81308130 on. */
function four(pointer: number): number[] {
  return [
    0x81 + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ]
}

function fours(): Uint8Array {
  const bytes: number[] = []
  for (let pointer = 0; pointer < 39_420; pointer += 7) bytes.push(...four(pointer), 0x42)
  for (let pointer = 189_000; pointer < 1_237_576; pointer += 997)
    bytes.push(...four(pointer), 0x43)
  return Uint8Array.from(bytes)
}

describe('GB 18030 piece by piece', () => {
  it.each([
    ['every pair', pairs()],
    ['a sample of the fours', fours()],
  ])('is the same as at once: %s', (_, bytes) => {
    const expected = whole(bytes)
    expect(expected.length).toBeGreaterThan(5000)
    for (const size of [1, 997, 2 ** 22]) expect(inPieces(bytes, 'gb18030', size)).toBe(expected)
  })

  // code points and bytes as the Encoding Standard and GB 18030-2022 give them
  it.each([
    ['一', [0xd2, 0xbb]],
    ['啊', [0xb0, 0xa1]],
    ['齄', [0xf7, 0xfe]],
    ['丂', [0x81, 0x40]],
    ['€', [0xa2, 0xe3]],
    ['　', [0xa1, 0xa1]],
    ['\u0080', [0x81, 0x30, 0x81, 0x30]],
    ['\uffff', [0x84, 0x31, 0xa4, 0x39]],
    ['\u{10000}', [0x90, 0x30, 0x81, 0x30]],
    ['😀', [0x94, 0x39, 0xfc, 0x36]],
    ['\u{10ffff}', [0xe3, 0x32, 0x9a, 0x35]],
  ])('%s is %j', (text, bytes) => {
    for (const size of [1, 997])
      expect(inPieces(Uint8Array.from(bytes), 'gb18030', size)).toBe(text)
  })

  it.each([
    ['a lead at the end', [0x41, 0x81]],
    ['a lead before a sign', [0x81, 0x20]],
    ['0xFF', [0xff]],
    ['three of four', [0x81, 0x30, 0x81]],
    ['beyond the last plane', [0xfe, 0x39, 0xfe, 0x39]],
  ])('is fatal: %s', (_, bytes) => {
    for (const size of [1, 997]) {
      expect(inPieces(Uint8Array.from(bytes), 'gb18030', size)).toBeUndefined()
    }
  })

  it('counts what no table has surely, and not what only looks like it', () => {
    const lines = Buffer.concat([
      gb18030('价格'),
      Uint8Array.of(0x80, 0x41, 0xa3, 0xa0, 0x80, 0x0a),
      Uint8Array.of(0x81, 0x80, 0xa2, 0xe3, 0xa1, 0xa1, 0x81, 0x30, 0x81, 0x30),
    ])
    const decoded = decode(lines)
    expect(decoded).toMatchObject({
      encoding: 'gb18030',
      notes: ['有 2 个字节 0x80，读成了“€”，请核对', '有 1 处 A3A0，读成了全角空格，请核对'],
    })
  })

  it('tells how far it is, to the end', () => {
    const parts: number[] = []
    inPieces(utf8('x'.repeat(1000)), 'utf-8', 300, (part) => parts.push(part))
    expect(parts).toEqual([0.3, 0.6, 0.9, 1])
  })

  it('says that UTF-16 is cut off', () => {
    expect(decode(Uint8Array.of(0xff, 0xfe, 0x41))).toMatchObject({ ok: false })
  })
})
