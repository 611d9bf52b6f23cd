import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSlots, renderSlot, slotBytes } from '../../desktop/journal/head.ts'
import { signingKey } from '../../desktop/journal/keys.ts'

const newKey = () => signingKey(generateKeyPairSync('ed25519').privateKey)
const key = newKey()
const at = '2026-03-01T08:00:00.000Z'
const older = { seq: 41, hash: 'a'.repeat(64), at }
const newer = { seq: 42, hash: 'b'.repeat(64), at }
const file = () => Buffer.concat([renderSlot(0, newer, key), renderSlot(1, older, key)])

describe('the head file', () => {
  it('reads as JSON and names the newest place', () => {
    expect(JSON.parse(file().toString())).toMatchObject([{ seq: 42 }, { seq: 41 }])
    expect(readSlots(file(), key)).toEqual({ head: newer, slot: 0, faults: [] })
  })

  it('shows any byte that is another, and still has the other slot', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 2 * slotBytes - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (place, mask) => {
          const bytes = file()
          bytes[place] = bytes[place]! ^ mask
          const { head, faults } = readSlots(bytes, key)
          expect(faults).toHaveLength(1)
          expect(head).toEqual(place < slotBytes ? older : newer)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('takes a signature in one spelling only', () => {
    const text = renderSlot(0, newer, key).toString()
    const [, last = ''] = /"sig":"[^"]*(.)=="/.exec(text) ?? []
    // The last character before the padding carries four bits that decode to nothing.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    const twin = alphabet[alphabet.indexOf(last) + 1]!
    const respelt = Buffer.from(text.replace(`${last}=="`, `${twin}=="`))
    const { faults } = readSlots(Buffer.concat([respelt, renderSlot(1, older, key)]), key)
    expect(faults).toEqual([{ line: 1, reason: 'head_altered' }])
  })

  it.each([0, 1, slotBytes - 1, slotBytes, slotBytes + 200, 2 * slotBytes - 1])(
    'shows that it was cut to %i bytes',
    (length) => {
      expect(readSlots(file().subarray(0, length), key).faults).not.toEqual([])
    },
  )

  it('shows what was added to it', () => {
    const { head, faults } = readSlots(Buffer.concat([file(), Buffer.from('x')]), key)
    expect(faults).toEqual([{ line: 3, reason: 'head_unreadable' }])
    expect(head).toEqual(newer)
  })

  it('is not taken from another key, nor with a number that was not signed', () => {
    const { head, faults } = readSlots(file(), newKey())
    expect(head).toBeUndefined()
    expect(faults.map(({ reason }) => reason)).toEqual(['head_other_key', 'head_other_key'])
    const forged = Buffer.from(file().toString().replace('"seq":42', '"seq":99'))
    expect(readSlots(forged, key)).toMatchObject({
      head: older,
      faults: [{ line: 1, reason: 'head_altered' }],
    })
  })
})
