import type { JournalDamage } from '../services/ports.ts'

/** What can be wrong with a workspace, in closed words; the sentences are the contract's. */
export type DamageReason =
  /** The line is no event line. */
  | 'unreadable'
  /** The line's own hash does not match its content. */
  | 'altered'
  /** An acknowledged line lacks its end. */
  | 'torn'
  /** The line is whole but does not hang on the one before it. */
  | 'unchained'
  /** The line's number was had already. */
  | 'repeated'
  | 'missing_events'
  | 'missing_segment'
  /** The file's name is not the number of its first event. */
  | 'misnamed'
  /** Events that the head vouches for are gone from the end. */
  | 'cut_tail'
  /** Events that an earlier repair could not bring back. */
  | 'lost'
  | 'head_missing'
  | 'head_unreadable'
  | 'head_altered'
  | 'head_other_key'
  /** The chain is whole but is not the one that the head was signed for. */
  | 'head_mismatch'
  | 'key_missing'
  | 'key_unreadable'
  | 'marker_missing'
  | 'person_unreadable'
  | 'suggestion_unreadable'

/** A finding; `file` is relative to the workspace, `line` counts from 1, 0 is the whole file. */
export interface Damage extends JournalDamage {
  readonly reason: DamageReason
}

/** Findings that cost nothing: what was set aside had never been acknowledged, or can be made again. */
export interface Notice extends JournalDamage {
  readonly reason: 'unacknowledged_tail' | 'snapshot_damaged' | 'upkeep_failed'
}
