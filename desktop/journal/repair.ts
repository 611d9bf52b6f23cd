import { beginning, type ChainLine, lostLine, type Position } from './line.ts'
import { type Segment, segmentOf } from './segments.ts'

/**
 * Puts a chain together again from lines that hold by themselves. It goes backwards from the last
 * place that is vouched for: each line names the hash of the one before, so the right line is
 * known by its hash wherever a copy of it is found, and no altered line can take its place. What
 * no source has is bridged by a lost line. Whole lines beyond the vouched end are kept.
 *
 * @param sources lines of the journal, then of its copies; the first are preferred
 * @param vouched the last acknowledged place; without it the newest line is taken for the end
 */
export function mendChain(
  sources: readonly (readonly ChainLine[])[],
  vouched: Position | undefined,
): readonly ChainLine[] {
  const lines = sources.flat().filter((line) => line.from > 1 || line.prev === beginning.hash)
  const end = vouched ?? newest(lines)
  return [...backwards(lines, end), ...forwards(lines, end)]
}

function newest(lines: readonly ChainLine[]): Position {
  return lines.reduce<Position>((last, line) => (line.seq > last.seq ? line : last), beginning)
}

function backwards(lines: readonly ChainLine[], end: Position): readonly ChainLine[] {
  const byHash = new Map<string, ChainLine>()
  for (const line of lines) {
    if (line.event || !byHash.has(line.hash)) byHash.set(line.hash, line)
  }
  const bySeq = lines.filter((line) => line.event).sort((a, b) => b.seq - a.seq)
  const chain: ChainLine[] = []
  let want = end
  let next = 0
  while (want.seq > 0) {
    const line = byHash.get(want.hash)
    if (line?.seq === want.seq) {
      chain.push(line)
      want = { seq: line.from - 1, hash: line.prev }
      continue
    }
    while ((bySeq[next]?.seq ?? 0) >= want.seq) next++
    const before = bySeq[next] ?? beginning
    chain.push(lostLine(before.seq + 1, before.hash, want))
    want = before
  }
  return chain.reverse()
}

function forwards(lines: readonly ChainLine[], end: Position): readonly ChainLine[] {
  const byPrev = new Map<string, ChainLine>()
  for (const line of lines) {
    if (line.event && !byPrev.has(line.prev)) byPrev.set(line.prev, line)
  }
  const chain: ChainLine[] = []
  let last = end
  for (;;) {
    const line = byPrev.get(last.hash)
    if (line?.seq !== last.seq + 1) return chain
    chain.push(line)
    last = line
  }
}

/** The files that a mended chain is to be kept in, along the boundaries that were there before. */
export function layOut(
  chain: readonly ChainLine[],
  boundaries: readonly number[],
): ReadonlyMap<string, Buffer> {
  const starts = new Set(boundaries)
  const groups: { segment: Segment; parts: Buffer[] }[] = []
  let previous = 0
  for (const line of chain) {
    const crossed = crosses(starts, previous, line.from)
    let group = groups.at(-1)
    if (group === undefined || crossed) {
      group = { segment: segmentOf(line.from), parts: [] }
      groups.push(group)
    }
    group.parts.push(line.bytes, newline)
    previous = line.from
  }
  return new Map(groups.map(({ segment, parts }) => [segment.name, Buffer.concat(parts)]))
}

const newline = Buffer.from('\n')

function crosses(starts: ReadonlySet<number>, after: number, upTo: number): boolean {
  for (let seq = after + 1; seq <= upTo; seq++) if (starts.has(seq)) return true
  return false
}
