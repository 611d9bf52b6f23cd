import { hash as digest } from 'node:crypto'
import type { JournalEvent } from '../services/ports.ts'
import { canonicalJson } from './canonical.ts'

/** A place in the chain: the last sequence number and the hash of its line. */
export interface Position {
  readonly seq: number
  readonly hash: string
}

export const beginning: Position = { seq: 0, hash: '0'.repeat(64) }

/** An event before it has its place; `data` is canonical JSON already. */
export interface Draft {
  readonly at: string
  readonly by?: string
  readonly data: string
  readonly type: string
}

/**
 * A line that holds by itself. `event` is undefined for a lost line, which a repair leaves where
 * the events `from`…`seq` could not be brought back and of which only the last hash is known.
 */
export interface ChainLine extends Position {
  readonly from: number
  readonly prev: string
  readonly event: JournalEvent | undefined
  /** The line as it stands on disk, without its newline. */
  readonly bytes: Buffer
}

/** SHA-256, lower-case hex. */
export function sha256(content: string | Uint8Array): string {
  return digest('sha256', content, 'hex')
}

/**
 * Gives an event its place after `after`. The line is the canonical JSON of
 * `{at, by?, data, hash, prev, seq, type}`; its hash is that of the same without `hash`.
 */
export function sealEvent(draft: Draft, after: Position): Position & { readonly text: string } {
  const seq = after.seq + 1
  const by = draft.by === undefined ? '' : `,"by":${JSON.stringify(draft.by)}`
  const start = `{"at":${JSON.stringify(draft.at)}${by},"data":${draft.data}`
  const end = `,"prev":"${after.hash}","seq":${seq},"type":${JSON.stringify(draft.type)}}`
  const hash = sha256(start + end)
  return { seq, hash, text: `${start}${hashKey}${hash}"${end}\n` }
}

/** The line that stands for events which are gone: `seq` and `hash` are those of the last one. */
export function lostLine(from: number, prev: string, last: Position): ChainLine {
  const text = canonicalJson({ from, hash: last.hash, lost: true, prev, seq: last.seq })
  return { from, prev, seq: last.seq, hash: last.hash, event: undefined, bytes: Buffer.from(text) }
}

const hashKey = ',"hash":"'
const hashLength = 64

/** Reads a line and checks its own hash; says why where it does not hold. */
export function readLine(bytes: Buffer): ChainLine | 'unreadable' | 'altered' {
  const value = parseObject(bytes)
  if (value === undefined) return 'unreadable'
  const { from, seq, prev, hash, lost } = value
  if (!isPlace(seq) || typeof prev !== 'string' || typeof hash !== 'string') return 'unreadable'
  if (lost === true && isPlace(from)) {
    const line = lostLine(from, prev, { seq, hash })
    return from <= seq && line.bytes.equals(bytes) ? line : 'altered'
  }
  const event = toEvent(value, seq)
  if (event === undefined) return 'unreadable'
  return hashWithout(bytes, hash) === hash
    ? { from: seq, seq, prev, hash, event, bytes }
    : 'altered'
}

function isPlace(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0
}

function parseObject(bytes: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

function toEvent(value: Readonly<Record<string, unknown>>, seq: number): JournalEvent | undefined {
  const { at, by, data, type } = value
  if (typeof at !== 'string' || typeof type !== 'string') return undefined
  if (typeof data !== 'object' || data === null) return undefined
  const event = { seq, at, type, data: data as Readonly<Record<string, unknown>> }
  if (by === undefined) return event
  return typeof by === 'string' ? { ...event, by } : undefined
}

/**
 * The hash of the line's bytes with the hash itself taken out. The last `,"hash":"` is the line's
 * own: only `prev`, `seq` and `type` follow it, and a quote inside a text is always escaped.
 */
function hashWithout(bytes: Buffer, hash: string): string | undefined {
  const start = bytes.lastIndexOf(hashKey)
  const end = start + hashKey.length + hashLength + 1
  if (start < 0 || bytes.toString('latin1', start, end) !== `${hashKey}${hash}"`) return undefined
  return sha256(Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]))
}
