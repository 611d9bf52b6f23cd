import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChainCheck, type ChainReport } from '../../desktop/journal/chain.ts'
import {
  beginning,
  type ChainLine,
  type Position,
  readLine,
  sealEvent,
} from '../../desktop/journal/line.ts'
import { layOut, mendChain } from '../../desktop/journal/repair.ts'
import { type Segment, segmentOf } from '../../desktop/journal/segments.ts'

const at = '2026-03-01T08:00:00.000Z'

/** A chain of `count` events; `word` makes it another chain than the rest. */
function chainOf(count: number, word = 'x'): readonly ChainLine[] {
  const lines: ChainLine[] = []
  let last: Position = beginning
  for (let seq = 1; seq <= count; seq++) {
    const { text, ...position } = sealEvent({ at, data: `{"n":${seq}}`, type: word }, last)
    const line = readLine(Buffer.from(text.slice(0, -1)))
    if (typeof line === 'string') throw new Error(line)
    lines.push(line)
    last = position
  }
  return lines
}

type Files = ReadonlyMap<string, Buffer>

function check(files: Files, head: Position | undefined, watched: number[] = []): ChainReport {
  const checking = new ChainCheck(head, watched)
  const segments = Array.from(files.keys(), (name) => segmentOf(parseInt(name, 10)))
  for (const [index, segment] of segments.entries()) {
    checking.segment(segment, files.get(segment.name)!, index === segments.length - 1)
  }
  return checking.finish()
}

const reasons = (report: ChainReport) => report.damaged.map(({ reason }) => reason)
const places = (report: ChainReport) => report.damaged.map(({ line }) => line)
const twenty = chainOf(20)
const head = twenty[19]!
const boundaries = [1, 8, 15]
const files = () => new Map(layOut(twenty, boundaries))
const nameOf = (first: number): string => segmentOf(first).name

function changed(name: string, change: (text: string) => string): Files {
  const all = files()
  return all.set(name, Buffer.from(change(all.get(name)!.toString())))
}

const dropLine = (number: number) => (text: string) =>
  text
    .split('\n')
    .filter((_, index) => index !== number - 1)
    .join('\n')

describe('the check of the chain', () => {
  it('finds nothing in a whole one', () => {
    expect(check(files(), head, [7, 8])).toEqual({
      events: 20,
      end: { seq: 20, hash: head.hash },
      damaged: [],
      tail: undefined,
      hashes: new Map([
        [7, twenty[6]!.hash],
        [8, twenty[7]!.hash],
      ]),
    })
  })

  it('finds a line that was altered, and where', () => {
    const report = check(
      changed(nameOf(8), (text) => text.replace('"n":9', '"n":8')),
      head,
    )
    expect(report.damaged).toEqual([{ file: `journal/${nameOf(8)}`, line: 2, reason: 'altered' }])
    expect(report.events).toBe(19)
  })

  it('finds a line that is gone, a line that is there twice and one in the wrong place', () => {
    expect(reasons(check(changed(nameOf(8), dropLine(3)), head))).toEqual(['missing_events'])
    const doubled = changed(nameOf(1), (text) => text + text.split('\n')[6]! + '\n')
    expect(reasons(check(doubled, head))).toEqual(['repeated'])
    const swapped = changed(nameOf(1), (text) => text.split('\n').reverse().join('\n').trimStart())
    expect(reasons(check(swapped, head)).length).toBeGreaterThan(0)
  })

  it('finds a missing segment and names it', () => {
    const all = files()
    all.delete(nameOf(8))
    expect(check(all, head).damaged).toEqual([
      { file: `journal/${nameOf(8)}`, line: 0, reason: 'missing_segment' },
    ])
  })

  it('finds a segment under a wrong name', () => {
    const all = files()
    const renamed = new Map(
      [...all].map(([name, bytes]) => [name === nameOf(8) ? nameOf(9) : name, bytes]),
    )
    expect(reasons(check(renamed, head))).toEqual(['misnamed'])
  })

  it('finds that the end was cut, between lines or inside one', () => {
    const cut = changed(nameOf(15), dropLine(6))
    expect(check(cut, head).damaged).toEqual([
      { file: `journal/${nameOf(15)}`, line: 6, reason: 'cut_tail' },
    ])
    expect(
      reasons(
        check(
          changed(nameOf(15), (text) => text.slice(0, -30)),
          head,
        ),
      ),
    ).toEqual(['torn', 'cut_tail'])
    expect(
      reasons(
        check(
          changed(nameOf(15), (text) => text.slice(0, -1)),
          head,
        ),
      ),
    ).toEqual(['torn'])
    const none = files()
    none.delete(nameOf(15))
    expect(reasons(check(none, head))).toEqual(['cut_tail'])
  })

  it('takes what lies beyond the head for a tail, not for damage', () => {
    const acknowledged = twenty[16]!
    const torn = check(
      changed(nameOf(15), (text) => text.slice(0, -30)),
      acknowledged,
    )
    expect(torn.damaged).toEqual([])
    expect(torn.tail).toMatchObject({ line: 6, segment: { first: 15 } })
    expect(torn.end.seq).toBe(19)
    // Without a head nobody knows whether the end was acknowledged.
    const unknown = check(
      changed(nameOf(15), (text) => text.slice(0, -30)),
      undefined,
    )
    expect(reasons(unknown)).toEqual(['torn'])
  })

  it('finds a chain that is whole but is not the signed one', () => {
    const other = layOut(chainOf(20, 'y'), boundaries)
    expect(reasons(check(other, head))).toEqual(['head_mismatch'])
  })

  it('finds one altered byte wherever it is', () => {
    const names = boundaries.map(nameOf)
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (name, place, mask) => {
          const bytes = Buffer.from(files().get(name)!)
          const index = place % bytes.length
          bytes[index] = bytes[index]! ^ mask
          const report = check(files().set(name, bytes), head)
          expect(report.damaged).not.toEqual([])
          expect(places(report).every((line) => line >= 0)).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

const subset = fc.uniqueArray(fc.integer({ min: 1, max: 20 }))
const without = (lost: readonly number[]) => twenty.filter(({ seq }) => !lost.includes(seq))
const relaid = (chain: readonly ChainLine[]) => layOut(chain, boundaries)

describe('the mending of the chain', () => {
  it('brings back what any copy still has', () => {
    fc.assert(
      fc.property(subset, subset, (lost, lostToo) => {
        const gone = lost.filter((seq) => lostToo.includes(seq))
        const mended = mendChain([without(lost), without(lostToo)], head)
        expect(mended.filter(({ event }) => event)).toEqual(without(gone))
        const report = check(relaid(mended), head)
        expect(new Set(reasons(report))).toEqual(new Set(gone.length > 0 ? ['lost'] : []))
        expect(report.end).toEqual({ seq: 20, hash: head.hash })
      }),
    )
  })

  it('leaves a mended chain as it is when it mends again', () => {
    fc.assert(
      fc.property(subset, (lost) => {
        const mended = mendChain([without(lost)], head)
        expect(mendChain([mended], head)).toEqual(mended)
      }),
    )
  })

  it('never takes a line that its successor does not vouch for', () => {
    const { text } = sealEvent({ at, data: '{"n":999}', type: 'x' }, twenty[8]!)
    const forged = readLine(Buffer.from(text.slice(0, -1))) as ChainLine
    const lines = [...twenty.slice(0, 9), forged, ...twenty.slice(10)]
    expect(mendChain([lines, twenty], head)).toEqual(twenty)
    const [lost] = mendChain([lines], head).filter(({ event }) => !event)
    expect(lost).toMatchObject({ from: 10, seq: 10, hash: twenty[9]!.hash })
  })

  it('restores the signed chain from a copy where another took its place', () => {
    expect(mendChain([chainOf(20, 'y'), twenty], head)).toEqual(twenty)
  })

  it('keeps whole lines beyond the head, and takes the newest line without one', () => {
    expect(mendChain([twenty], twenty[9])).toEqual(twenty)
    expect(mendChain([without([4]), twenty], undefined)).toEqual(twenty)
    expect(mendChain([], undefined)).toEqual([])
  })

  it('lays segments out along the old boundaries, however large a gap', () => {
    const names = (chain: readonly ChainLine[]): Segment['name'][] => [...relaid(chain).keys()]
    expect(names(twenty)).toEqual([1, 8, 15].map(nameOf))
    const gap = mendChain([without([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])], head)
    expect(names(gap)).toEqual([1, 17].map(nameOf))
    expect(check(relaid(gap), head).damaged.map(({ reason }) => reason)).toEqual(['lost'])
  })
})
