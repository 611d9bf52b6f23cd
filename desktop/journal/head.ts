import { canonicalJson } from './canonical.ts'
import type { DamageReason } from './damage.ts'
import type { SigningKey } from './keys.ts'
import type { Position } from './line.ts'

/** How far the journal is acknowledged. */
export interface Head extends Position {
  readonly at: string
}

/**
 * The head file holds two slots, written in turn, so that a torn write spoils one of them at most.
 * Each has a disk block of its own, and the whole reads as a JSON array of two objects.
 */
export const slotBytes = 4096
export const slotCount = 2

interface SlotBody extends Head {
  readonly key: string
  readonly sig: string
}

export function renderSlot(slot: number, head: Head, key: SigningKey): Buffer {
  const signed = { at: head.at, hash: head.hash, key: key.id, seq: head.seq }
  return frame(slot, { ...signed, sig: key.sign(canonicalJson(signed)) })
}

function frame(slot: number, body: SlotBody): Buffer {
  const end = slot === slotCount - 1 ? ']\n' : '\n'
  const text = (slot === 0 ? '[' : ',') + canonicalJson(body)
  return Buffer.from(text.padEnd(slotBytes - end.length) + end)
}

/** What the head file says: the newest slot that holds, and what is wrong with the others. */
export interface HeadReading {
  readonly head: Head | undefined
  readonly slot: number
  readonly faults: readonly { readonly line: number; readonly reason: DamageReason }[]
}

/** Reads both slots. Without a key the signature goes unchecked and the content alone counts. */
export function readSlots(bytes: Buffer, key: SigningKey | undefined): HeadReading {
  const faults: { line: number; reason: DamageReason }[] = []
  let newest: { head: Head; slot: number } | undefined
  for (let slot = 0; slot < slotCount; slot++) {
    const read = readSlot(slot, bytes.subarray(slot * slotBytes, (slot + 1) * slotBytes), key)
    if (typeof read === 'string') faults.push({ line: slot + 1, reason: read })
    else if (newest === undefined || read.seq >= newest.head.seq) newest = { head: read, slot }
  }
  if (bytes.length > slotBytes * slotCount) {
    faults.push({ line: slotCount + 1, reason: 'head_unreadable' })
  }
  return { head: newest?.head, slot: newest?.slot ?? 0, faults }
}

function readSlot(slot: number, bytes: Buffer, key: SigningKey | undefined): Head | DamageReason {
  const body = parseSlot(slot, bytes)
  if (body === undefined || !frame(slot, body).equals(bytes)) return 'head_unreadable'
  const { sig, ...signed } = body
  const { at, hash, seq } = signed
  if (key === undefined) return { at, hash, seq }
  if (signed.key !== key.id) return 'head_other_key'
  return key.verify(canonicalJson(signed), sig) ? { at, hash, seq } : 'head_altered'
}

function parseSlot(slot: number, bytes: Buffer): SlotBody | undefined {
  const text = bytes.toString('utf8')
  try {
    const value: unknown = JSON.parse(slot === 0 ? `${text}]` : `[${text.slice(1)}`)
    const [body] = Array.isArray(value) ? (value as unknown[]) : []
    return isSlotBody(body) ? body : undefined
  } catch {
    return undefined
  }
}

function isSlotBody(value: unknown): value is SlotBody {
  if (typeof value !== 'object' || value === null) return false
  const { at, hash, key, seq, sig } = value as Readonly<Record<string, unknown>>
  const texts = [at, hash, key, sig].every((text) => typeof text === 'string')
  return texts && typeof seq === 'number' && Object.keys(value).length === 5
}
