import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Damage, DamageReason } from './damage.ts'
import { beginning, type ChainLine, type Position, readLine } from './line.ts'
import { listSegments, type RawLine, type Segment, segmentOf, splitLines } from './segments.ts'

/** Where bytes start that no acknowledged event can be in. */
export interface Tail {
  readonly segment: Segment
  readonly line: number
  readonly offset: number
}

export interface ChainReport {
  /** Events that can be read. */
  readonly events: number
  /** The last line that hangs on the chain. */
  readonly end: Position
  readonly damaged: readonly Damage[]
  readonly tail: Tail | undefined
  /** The chain's hash at the numbers that were asked for. */
  readonly hashes: ReadonlyMap<number, string>
}

/**
 * Walks the lines of a journal and finds every place where the chain does not hold. `vouched` is
 * how far events were acknowledged, by the head; a bad end beyond it is a tail and no damage.
 */
export class ChainCheck {
  readonly #vouched: Position | undefined
  readonly #hashes: Map<number, string>
  readonly #damaged: Damage[] = []
  #end = beginning
  #events = 0
  #tail: Tail | undefined
  #afterGap = false
  #last = { segment: segmentOf(1), lines: 0 }

  constructor(vouched: Position | undefined, watched: Iterable<number> = []) {
    this.#vouched = vouched
    this.#hashes = new Map(Array.from(watched, (seq) => [seq, '']))
  }

  /** Takes the next segment; `last` where no further one follows. */
  segment(segment: Segment, content: Buffer, last: boolean): void {
    let number = 0
    for (const raw of splitLines(content)) {
      number++
      if (this.#tail) break
      this.#line(segment, number, raw, last)
    }
    this.#last = { segment, lines: number }
  }

  finish(): ChainReport {
    const { segment, lines } = this.#last
    if (this.#vouched && this.#vouched.seq > this.#end.seq) {
      this.#report(segment, lines + 1, 'cut_tail')
    }
    return {
      events: this.#events,
      end: this.#end,
      damaged: this.#damaged,
      tail: this.#tail,
      hashes: this.#hashes,
    }
  }

  #line(segment: Segment, number: number, raw: RawLine, last: boolean): void {
    const line = readLine(raw.bytes)
    const fault = this.#faultOf(segment, number, raw, line)
    if (fault && last && this.#pastVouched()) {
      this.#tail = { segment, line: number, offset: raw.offset }
      return
    }
    if (fault) this.#report(segment, number, fault)
    if (fault === 'repeated') return
    this.#afterGap = typeof line === 'string'
    if (typeof line !== 'string') this.#advance(segment, number, line)
  }

  #faultOf(
    segment: Segment,
    number: number,
    raw: RawLine,
    line: ReturnType<typeof readLine>,
  ): DamageReason | undefined {
    if (!raw.whole) return 'torn'
    if (typeof line === 'string') return line
    if (line.from <= this.#end.seq) return 'repeated'
    if (line.from > this.#end.seq + 1) {
      if (this.#afterGap) return undefined
      return number === 1 ? 'missing_segment' : 'missing_events'
    }
    if (line.prev !== this.#end.hash) return 'unchained'
    return number === 1 && line.from !== segment.first ? 'misnamed' : undefined
  }

  #pastVouched(): boolean {
    return this.#vouched !== undefined && this.#end.seq >= this.#vouched.seq
  }

  #advance(segment: Segment, number: number, line: ChainLine): void {
    if (line.event) this.#events++
    else this.#report(segment, number, 'lost')
    this.#end = { seq: line.seq, hash: line.hash }
    if (this.#hashes.has(line.seq)) this.#hashes.set(line.seq, line.hash)
    if (line.seq === this.#vouched?.seq && line.hash !== this.#vouched.hash) {
      this.#report(segment, number, 'head_mismatch')
    }
  }

  #report(segment: Segment, line: number, reason: DamageReason): void {
    if (reason === 'missing_segment') {
      const missing = segmentOf(this.#end.seq + 1)
      this.#damaged.push({ file: `journal/${missing.name}`, line: 0, reason })
    } else this.#damaged.push({ file: `journal/${segment.name}`, line, reason })
  }
}

/** Checks the whole chain of a journal folder, segment by segment. */
export async function checkChain(
  folder: string,
  vouched: Position | undefined,
  watched: Iterable<number> = [],
): Promise<ChainReport> {
  const check = new ChainCheck(vouched, watched)
  const segments = await listSegments(folder)
  for (const [index, segment] of segments.entries()) {
    const content = await readFile(join(folder, segment.name))
    check.segment(segment, content, index === segments.length - 1)
  }
  return check.finish()
}
