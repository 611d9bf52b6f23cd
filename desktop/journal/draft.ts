import type { Clock, JournalEvent, NewEvent } from '../services/ports.ts'
import { canonicalJson } from './canonical.ts'
import { WorkspaceError } from './errors.ts'
import type { Draft } from './line.ts'

/** Types and person ids are plain words: no name, and nothing that needs escaping, gets in. */
const word = /^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,63}$/
const largest = 1024 * 1024

/** Fixes an event as it will be kept; what the caller changes afterwards does not matter. */
export function draftOf(event: NewEvent, clock: Clock): Draft {
  const { type, by, data } = event
  if (!word.test(type)) throw new WorkspaceError('bad_request', { field: 'type' })
  if (by !== undefined && !word.test(by)) throw new WorkspaceError('bad_request', { field: 'by' })
  const text = canonicalJson(data)
  const bytes = Buffer.byteLength(text)
  if (bytes > largest) throw new WorkspaceError('too_large', { bytes, limit: largest })
  const draft = { at: clock.now().toISOString(), data: text, type }
  return by === undefined ? draft : { ...draft, by }
}

/** The event as a later start will read it back. */
export function eventOf({ at, by, data, type }: Draft, seq: number): JournalEvent {
  const event = { seq, at, type, data: JSON.parse(data) as JournalEvent['data'] }
  return by === undefined ? event : { ...event, by }
}
