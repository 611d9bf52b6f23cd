import { constants, type FileHandle, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock, JournalEvent } from '../services/ports.ts'
import { syncFolder, writeAll } from './atomic.ts'
import type { Acknowledged } from './backup.ts'
import { eventOf } from './draft.ts'
import { errnoOf, writeFailure } from './errors.ts'
import type { HeadFile } from './headfile.ts'
import { type Draft, type Position, sealEvent } from './line.ts'
import { listSegments, type Segment, segmentOf } from './segments.ts'

interface Waiting {
  readonly draft: Draft
  readonly resolve: (event: JournalEvent) => void
  readonly reject: (error: Error) => void
}

export interface WriterOptions {
  readonly folder: string
  readonly head: HeadFile
  readonly end: Position
  readonly clock: Clock
  /** A segment that has grown to this many bytes is followed by a new one. */
  readonly segmentBytes: number
  /** Told of each event once it is on the disk, before its append resolves. */
  committed(event: JournalEvent): void
  /** Told after each commit, when all its events were acknowledged. */
  settled(): void
}

/** The last segment that holds lines, or one that starts with `next`. */
async function activeSegment(folder: string, next: number): Promise<Segment> {
  const last = (await listSegments(folder)).at(-1)
  if (last === undefined) return segmentOf(next)
  const { size } = await stat(join(folder, last.name))
  if (size > 0 || last.first === next) return last
  // Left by a start of a new segment that never got its first event.
  await rm(join(folder, last.name))
  return activeSegment(folder, next)
}

/** Largest number of events that share one commit. */
const batchLimit = 5000

/**
 * Appends events: lines first, then the head, each flushed to the disk, then the acknowledgement.
 * Whatever waits while one commit is under way shares the next.
 */
export class JournalWriter {
  readonly #options: WriterOptions
  #file: FileHandle
  #name: string
  #bytes: number
  #end: Position
  #queue: Waiting[] = []
  #draining: Promise<void> | undefined
  #failure: Error | undefined

  private constructor(options: WriterOptions, file: FileHandle, name: string, bytes: number) {
    this.#options = options
    this.#file = file
    this.#name = name
    this.#bytes = bytes
    this.#end = options.end
  }

  static async open(options: WriterOptions): Promise<JournalWriter> {
    const { name } = await activeSegment(options.folder, options.end.seq + 1)
    const file = await open(join(options.folder, name), constants.O_RDWR | constants.O_CREAT)
    await syncFolder(options.folder)
    return new JournalWriter(options, file, name, (await file.stat()).size)
  }

  /** The last acknowledged place. */
  get end(): Position {
    return this.#end
  }

  get acknowledged(): Acknowledged {
    return { name: this.#name, bytes: this.#bytes }
  }

  append(draft: Draft): Promise<JournalEvent> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ draft, resolve, reject })
      this.#draining ??= this.#drain()
    })
  }

  /** Waits for what is under way, refuses what comes after. */
  async close(): Promise<void> {
    await this.#draining
    this.#failure ??= new Error('the journal is closed')
    await this.#file.close()
  }

  async #drain(): Promise<void> {
    // Let everything that is appended in this turn join the first commit.
    await Promise.resolve()
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, batchLimit)
      try {
        await this.#commit(batch)
      } catch (error) {
        const failure = writeFailure(error, this.#options.folder)
        for (const { reject } of batch) reject(failure)
      }
    }
    this.#draining = undefined
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    if (this.#failure) throw this.#failure
    if (this.#bytes >= this.#options.segmentBytes) await this.#rotate()
    let end = this.#end
    const lines: string[] = []
    for (const { draft } of batch) {
      const sealed = sealEvent(draft, end)
      lines.push(sealed.text)
      end = { seq: sealed.seq, hash: sealed.hash }
    }
    const bytes = Buffer.from(lines.join(''))
    await this.#writeLines(bytes)
    await this.#writeHead(end)
    const first = this.#end.seq + 1
    this.#end = end
    this.#bytes += bytes.length
    for (const [index, waiting] of batch.entries()) this.#acknowledge(waiting, first + index)
    this.#options.settled()
  }

  #acknowledge({ draft, resolve, reject }: Waiting, seq: number): void {
    try {
      const event = eventOf(draft, seq)
      this.#options.committed(event)
      resolve(event)
    } catch (error) {
      // A reducer failed: the event is kept, the mistake is the programmer's and must be seen.
      reject(error instanceof Error ? error : new Error(String(error)))
    }
  }

  async #writeLines(bytes: Buffer): Promise<void> {
    try {
      await writeAll(this.#file, bytes, this.#bytes)
      await this.#file.datasync()
    } catch (error) {
      await this.#takeBack(error)
      throw error
    }
  }

  /** A full disk may have room again later; after any other failure nothing more is promised. */
  async #takeBack(error: unknown): Promise<void> {
    const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(errnoOf(error) ?? '')
    if (!full) this.#fail(error)
    try {
      await this.#file.truncate(this.#bytes)
      await this.#file.datasync()
    } catch (worse) {
      this.#fail(worse)
    }
  }

  async #writeHead({ seq, hash }: Position): Promise<void> {
    try {
      await this.#options.head.write({ seq, hash, at: this.#options.clock.now().toISOString() })
    } catch (error) {
      // The slot may hold the new head or the old: the lines must stay for the next start to judge.
      this.#fail(error)
      throw error
    }
  }

  #fail(error: unknown): void {
    this.#failure ??= writeFailure(error, this.#options.folder)
  }

  async #rotate(): Promise<void> {
    const { name } = segmentOf(this.#end.seq + 1)
    const file = await open(join(this.#options.folder, name), 'w+')
    await syncFolder(this.#options.folder)
    await this.#file.close()
    this.#file = file
    this.#name = name
    this.#bytes = 0
  }
}
