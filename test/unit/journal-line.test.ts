import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../desktop/journal/canonical.ts'
import { draftOf } from '../../desktop/journal/draft.ts'
import { beginning, lostLine, readLine, sealEvent } from '../../desktop/journal/line.ts'

const clock = { now: () => new Date('2026-03-01T08:00:00.000Z') }
const events = fc.record(
  {
    type: fc.constantFrom('lesson.opened', 'exercise.answered', 'x'),
    by: fc.constantFrom('p-1', 'p-2'),
    data: fc.dictionary(fc.string(), fc.jsonValue()),
  },
  { requiredKeys: ['type', 'data'] },
)

function lineOf(event: Parameters<typeof draftOf>[0], after = beginning): Buffer {
  return Buffer.from(sealEvent(draftOf(event, clock), after).text.slice(0, -1))
}

describe('a line of the journal', () => {
  it('is canonical JSON whose hash anyone can check', () => {
    fc.assert(
      fc.property(events, (event) => {
        const text = lineOf(event).toString()
        const { hash, ...rest } = JSON.parse(text) as Record<string, unknown>
        expect(canonicalJson({ hash, ...rest })).toBe(text)
        expect(createHash('sha256').update(canonicalJson(rest)).digest('hex')).toBe(hash)
        expect(rest).toMatchObject({ seq: 1, prev: beginning.hash, type: event.type })
      }),
    )
  })

  it('reads back to what was appended', () => {
    fc.assert(
      fc.property(events, fc.nat(), (event, seq) => {
        const line = readLine(lineOf(event, { seq, hash: 'f'.repeat(64) }))
        if (typeof line === 'string') throw new Error(line)
        const data: unknown = JSON.parse(JSON.stringify(event.data))
        expect(line.event).toEqual({ ...event, data, seq: seq + 1, at: clock.now().toISOString() })
        expect(line).toMatchObject({ from: seq + 1, seq: seq + 1, prev: 'f'.repeat(64) })
      }),
    )
  })

  it('does not hold once any byte of it is another', () => {
    fc.assert(
      fc.property(events, fc.nat(), fc.integer({ min: 1, max: 255 }), (event, place, mask) => {
        const bytes = lineOf(event)
        const at = place % bytes.length
        bytes[at] = bytes[at]! ^ mask
        expect(typeof readLine(bytes)).toBe('string')
      }),
      { numRuns: 2000 },
    )
  })

  it('is not misled by a hash inside the data', () => {
    const data = { a: 1, hash: '0'.repeat(64), text: ',"hash":"' }
    expect(readLine(lineOf({ type: 'x', data }))).toMatchObject({ event: { data } })
  })

  it('does not hold under a hash of the wrong content', () => {
    const text = lineOf({ type: 'x', data: { a: 1 } }).toString()
    expect(readLine(Buffer.from(text.replace('{"a":1}', '{"a":2}')))).toBe('altered')
    expect(readLine(Buffer.from('{"seq":1}'))).toBe('unreadable')
    expect(readLine(Buffer.from('not JSON'))).toBe('unreadable')
    expect(readLine(Buffer.from('null'))).toBe('unreadable')
  })

  it('can stand for lost events, and only in its exact form', () => {
    const lost = lostLine(3, 'a'.repeat(64), { seq: 5, hash: 'b'.repeat(64) })
    expect(readLine(lost.bytes)).toMatchObject({ from: 3, seq: 5, event: undefined })
    expect(readLine(Buffer.concat([lost.bytes, Buffer.from(' ')]))).toBe('altered')
    const backwards = lostLine(6, 'a'.repeat(64), { seq: 5, hash: 'b'.repeat(64) })
    expect(readLine(backwards.bytes)).toBe('altered')
  })
})

describe('an event to append', () => {
  it.each([
    ['a type with a blank', { type: 'lesson opened', data: {} }],
    ['no type', { type: '', data: {} }],
    ['a name for a person', { type: 'x', by: '王芳', data: {} }],
  ])('is refused with %s', (_, event) => {
    expect(() => draftOf(event, clock)).toThrow('bad_request')
  })

  it('is refused where it is a file rather than an event', () => {
    const data = { text: 'x'.repeat(2 ** 20) }
    expect(() => draftOf({ type: 'x', data }, clock)).toThrow('too_large')
  })
})
