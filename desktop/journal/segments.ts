import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { JournalEvent } from '../services/ports.ts'
import { errnoOf } from './errors.ts'
import { type ChainLine, readLine } from './line.ts'

/** A file of the journal. Its name is the sequence number of its first event. */
export interface Segment {
  readonly name: string
  readonly first: number
}

const namePattern = /^(\d{10})\.jsonl$/

export function segmentOf(first: number): Segment {
  return { name: `${String(first).padStart(10, '0')}.jsonl`, first }
}

/** The segments of a journal or of its backup, in order; none where the folder is not there. */
export async function listSegments(folder: string): Promise<readonly Segment[]> {
  const names = await namesIn(folder)
  const firsts = names.flatMap((name) => namePattern.exec(name)?.slice(1).map(Number) ?? [])
  return firsts.sort((a, b) => a - b).map(segmentOf)
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return []
    throw error
  }
}

/** A line's bytes and where they start; `whole` is false for a last line without its newline. */
export interface RawLine {
  readonly bytes: Buffer
  readonly offset: number
  readonly whole: boolean
}

export function* splitLines(content: Buffer): Generator<RawLine> {
  let offset = 0
  while (offset < content.length) {
    const end = content.indexOf(0x0a, offset)
    const whole = end >= 0
    yield { bytes: content.subarray(offset, whole ? end : content.length), offset, whole }
    offset = whole ? end + 1 : content.length
  }
}

/** Every line of a folder that holds by itself, in file order. */
export async function soundLines(folder: string): Promise<readonly ChainLine[]> {
  const lines: ChainLine[] = []
  for (const { name } of await listSegments(folder)) {
    for (const { bytes } of splitLines(await readFile(join(folder, name)))) {
      const line = readLine(bytes)
      if (typeof line !== 'string') lines.push(line)
    }
  }
  return lines
}

/** Gives the events after `after`, in order, of a journal that was checked before. */
export async function replay(
  folder: string,
  after: number,
  visit: (event: JournalEvent) => void,
): Promise<void> {
  const segments = await listSegments(folder)
  const start = segments.findLastIndex(({ first }) => first <= after + 1)
  for (const { name } of segments.slice(Math.max(start, 0))) {
    for (const { bytes } of splitLines(await readFile(join(folder, name)))) {
      const line = readLine(bytes)
      if (typeof line !== 'string' && line.event && line.seq > after) visit(line.event)
    }
  }
}
