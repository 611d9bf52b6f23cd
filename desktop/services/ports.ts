import type { EngineTable } from '../contract/engine.ts'
import type { Client } from '../contract/wire/procedure.ts'
import type { ReadSheet, Sheet } from '../domain/catalogue/exchange/sheet.ts'
import type { PlacedSheet } from '../domain/notebook/pivot/workbook.ts'
import type { Outcome } from '../domain/notebook/stat/model/table.ts'
import type { ModelData } from '../domain/statistics/regression/data.ts'
import type { Model } from '../domain/statistics/regression/spec.ts'

/** The doors through which the use cases reach the outside world. */

export interface Clock {
  now(): Date
}

export type EngineState = 'starting' | 'ready' | 'stopped'

/** The engine process behind its protocol; started again by its supervisor after it dies. */
export interface Engine {
  readonly call: Client<EngineTable>['call']
  readonly stream: Client<EngineTable>['stream']
  readonly state: EngineState
  /** Told on every change of state; after `ready` following `stopped`, every cell is gone. */
  onState(listener: (state: EngineState) => void): () => void
}

/** One thing that happened, as the journal keeps it. `by` is a pseudonymous person id. */
export interface JournalEvent {
  readonly seq: number
  readonly at: string
  readonly type: string
  readonly by?: string
  readonly data: Readonly<Record<string, unknown>>
}

export type NewEvent = Pick<JournalEvent, 'type' | 'data'> & { readonly by?: string }

/** A state that is a pure function of the events. A new `version` discards older snapshots. */
export interface Projection<State> {
  readonly name: string
  readonly version: number
  readonly initial: State
  reduce(state: State, event: JournalEvent): State
}

export interface JournalDamage {
  readonly file: string
  readonly line: number
  readonly reason: string
}

export interface Journal {
  /** Resolves once the event is on the disk. */
  append(event: NewEvent): Promise<JournalEvent>
  /** The present state of a projection that was registered when the workspace was opened. */
  state<State>(projection: Projection<State>): State
  /** What was found wrong when the journal was opened; empty when all was well. */
  readonly damage: readonly JournalDamage[]
}

export interface Person {
  readonly id: string
  readonly name: string
  readonly picture: string
}

/** Names and pictures, apart from the events so that a person can be forgotten. */
export interface People {
  list(): readonly Person[]
  add(person: Omit<Person, 'id'>): Promise<Person>
  change(person: Person): Promise<Person>
  forget(id: string): Promise<void>
}

/** What somebody in a class suggested, without personal information. */
export interface Suggestion {
  readonly id: string
  readonly session: string
  /** ISO 8601. */
  readonly at: string
  readonly text: string
}

/** Suggestions, apart from the events so that each can be deleted. */
export interface Suggestions {
  list(): readonly Suggestion[]
  add(suggestion: Omit<Suggestion, 'id'>): Promise<Suggestion>
  /** `not_found` where there is none. */
  remove(id: string): Promise<void>
}

export interface VersionedText {
  readonly text: string
  /** SHA-256 of the text, hex. */
  readonly version: string
}

/** Plain text files of one kind (notebooks), by id, with kept versions. */
export interface TextFiles {
  list(): Promise<readonly string[]>
  /** `undefined` where there is none. */
  read(id: string): Promise<VersionedText | undefined>
  /** Fails with `conflict` where the file is no longer at `base` (`undefined`: must not exist yet). */
  write(id: string, text: string, base: string | undefined): Promise<VersionedText>
}

/** An earlier content of a file; `at` is when it was replaced, ISO 8601. */
export interface KeptVersion {
  readonly version: string
  readonly at: string
  /** Kept for a reason, and not thinned out with time. */
  readonly pinned: boolean
  /** What the user called it. */
  readonly name: string | undefined
}

/** A file that was written or removed, here or by another program; without `version` it is gone. */
export interface TextChange {
  readonly id: string
  readonly version: string | undefined
}

/** Text files whose earlier contents can be looked at, newest first, also after they were removed. */
export interface KeptTextFiles extends TextFiles {
  /** `pin`: what is replaced is kept for good. */
  write(
    id: string,
    text: string,
    base: string | undefined,
    options?: { readonly pin?: boolean | undefined },
  ): Promise<VersionedText>
  versions(id: string): Promise<readonly KeptVersion[]>
  /** `undefined` where there is none, or its content is no longer what was kept. */
  readVersion(id: string, version: string): Promise<VersionedText | undefined>
  /** An empty name takes the name away. `not_found` where the version is not kept. */
  nameVersion(id: string, version: string, name: string): Promise<void>
  /** Keeps the present content for good, whatever is written later; `conflict` as in `write`. */
  pin(id: string, base: string): Promise<void>
  /** Keeps the present content as a version and takes the file away; `conflict` as in `write`. */
  remove(id: string, base: string): Promise<void>
  /** Ids of which there are versions only. */
  removed(): Promise<readonly string[]>
  /** Deletes the versions of a removed file; `conflict` where the file is there. */
  forget(id: string): Promise<void>
  /** Calls `listener` after every change until the returned function is called. */
  watch(listener: (change: TextChange) => void): () => void
}

/** The read-only content that ships with the app (courses, datasets, notebooks), by relative path. */
export interface Content {
  list(folder: string): Promise<readonly string[]>
  /** `undefined` where there is none. */
  text(path: string): Promise<string | undefined>
  /** A file's bytes; why there are none where it is missing, no plain file of this folder, or has more than `most`. */
  bytes(path: string, most: number): Promise<FileBytes>
  /** SHA-256 of a file's bytes, hex; `undefined` where there is none. */
  sha256(path: string): Promise<string | undefined>
  /** A copy of the file that the engine may read (and may lose), as an absolute path. */
  engineCopy(path: string): Promise<string>
}

export type FileBytes =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly why: 'missing' | 'outside' | 'too_large' }

/** Workbooks (XLSX) as plain sheets. */
export interface Workbooks {
  /** Refuses, in words for the user, what is no workbook or does not let itself be read in bounds. */
  read(
    bytes: Uint8Array,
  ): Promise<
    | { readonly ok: true; readonly sheets: readonly ReadSheet[] }
    | { readonly ok: false; readonly problem: string }
  >
  write(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>>
  /** One sheet whose headings may reach over several cells. */
  writePlaced(sheet: PlacedSheet): Promise<Uint8Array<ArrayBuffer>>
}

/** Models fitted to rows, apart from everything else that goes on; given up with the signal. */
export interface Models {
  fit(spec: Model, rows: ModelData, signal: AbortSignal): Promise<Outcome>
}

/** Descriptors of other offices' datasets, kept in the workspace by their ids; no data with them. */
export interface Listings {
  list(): Promise<readonly { readonly id: string; readonly text: string }[]>
  /** Replaces what was there, as a whole. */
  write(id: string, text: string): Promise<void>
  /** `not_found` where there is none. */
  remove(id: string): Promise<void>
}

/** The workspace's own datasets with data, each placed and removed as a whole. */
export interface OwnDatasets {
  /** Whether a folder of this name is there, whatever is in it. */
  has(id: string): Promise<boolean>
  /** `report`: how it came in, kept beside the descriptor. */
  place(id: string, descriptor: string, parquet: string, report: string): Promise<void>
  /** The report of a dataset; nothing where it has none. */
  report(id: string): Promise<string | undefined>
  /** `not_found` where there is none. */
  remove(id: string): Promise<void>
}

/** The workspace's own random salt, with which persons' codes are made. It never leaves the workspace. */
export interface WorkspaceSalt {
  /** Made when first asked for; nothing where what is there is damaged. */
  own(): Promise<Uint8Array | undefined>
}

/** A key that signs certificates. */
export interface CertificateSigner {
  /** The first 8 bytes of the SHA-256 of the public key's SPKI form, hex. */
  readonly id: string
  /** Raw Ed25519 public key, 32 bytes, base 64. */
  readonly publicKey: string
  sign(bytes: Uint8Array): Uint8Array
}

/** The workspace's own key for certificates, and checking with anybody's. */
export interface CertificateKeys {
  /** Made when first asked for. */
  own(): Promise<CertificateSigner>
  /** The workspace's first key: what was derived from it stays the same when it no longer signs. */
  first(): Promise<CertificateSigner>
  /** Puts a new key in the place of this one, which is kept aside; nothing where it is not the own key. */
  renew(id: string): Promise<void>
  idOf(publicKey: string): string
  verify(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean
}
