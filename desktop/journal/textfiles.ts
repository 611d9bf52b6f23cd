import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  Clock,
  KeptTextFiles,
  KeptVersion,
  TextChange,
  VersionedText,
} from '../services/ports.ts'
import { syncFolder, writeAtomic } from './atomic.ts'
import { WorkspaceError, writing } from './errors.ts'
import { watchFolder } from './folder-watch.ts'
import { KeptVersions } from './kept-versions.ts'
import { sha256 } from './line.ts'
import { readText, versionOf } from './read-text.ts'

export interface TextFilesSettings {
  readonly folder: string
  readonly tmp: string
  readonly clock: Clock
  /** With the dot. */
  readonly extension: string
}

/** Bytes of the longest text that is read: 2 million signs, of up to three bytes each. */
const LONGEST = 6_000_000

/** Letters and digits of any script, then also `-`, `_` and inner dots; works on every file system. */
const idPattern = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*(?:\.[\p{L}\p{N}_-]+)*$/u
const idLength = 80
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

function isId(id: string): boolean {
  const plain = id === id.normalize('NFC') && id.length <= idLength && !reserved.test(id)
  return plain && idPattern.test(id)
}

/** Plain files in one folder, each replaced as a whole, with what they held before in `.versions`. */
export class VersionedFolder implements KeptTextFiles {
  readonly #settings: TextFilesSettings
  readonly #kept: KeptVersions
  readonly #listeners = new Set<(change: TextChange) => void>()
  /** What each file was last seen to hold, to keep when another program writes over it. */
  readonly #seen = new Map<string, VersionedText>()
  /** Files that a reader found changed, or gone, before the watch did: it has still to be told. */
  readonly #untold = new Set<string>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(settings: TextFilesSettings) {
    this.#settings = settings
    const folder = join(settings.folder, '.versions')
    this.#kept = new KeptVersions({ ...settings, folder, longest: LONGEST })
  }

  async list(): Promise<readonly string[]> {
    const { folder, extension } = this.#settings
    const names = (await readdir(folder)).filter((name) => name.endsWith(extension))
    return names
      .map((name) => name.slice(0, -extension.length))
      .filter(isId)
      .sort()
  }

  async read(id: string): Promise<VersionedText | undefined> {
    return isId(id) ? this.#queued(() => this.#read(id)) : undefined
  }

  async write(
    id: string,
    text: string,
    base: string | undefined,
    { pin = false }: { readonly pin?: boolean | undefined } = {},
  ): Promise<VersionedText> {
    return this.#inTurn(id, () => this.#replace(id, text, base, pin))
  }

  async versions(id: string): Promise<readonly KeptVersion[]> {
    return isId(id) ? this.#kept.list(id) : []
  }

  async readVersion(id: string, version: string): Promise<VersionedText | undefined> {
    return isId(id) ? this.#kept.read(id, version) : undefined
  }

  async nameVersion(id: string, version: string, name: string): Promise<void> {
    await this.#inTurn(id, () => this.#kept.name(id, version, name))
  }

  async pin(id: string, base: string): Promise<void> {
    await this.#inTurn(id, async () => {
      const present = await this.#read(id)
      if (present?.version !== base) throw new WorkspaceError('conflict', { id })
      const kept = await this.#kept.list(id)
      if (kept.some(({ version, pinned }) => version === base && pinned)) return
      await this.#kept.keepText(id, present)
    })
  }

  async remove(id: string, base: string): Promise<void> {
    await this.#inTurn(id, async () => {
      const path = this.#path(id)
      const present = await versionOf(path)
      if (present === undefined) throw new WorkspaceError('not_found', { what: id })
      if (present !== base) throw new WorkspaceError('conflict', { id })
      await this.#kept.keep(id, path, present, true)
      await rm(path)
      await syncFolder(this.#settings.folder)
      this.#seen.delete(id)
      this.#tell({ id, version: undefined })
    })
  }

  async removed(): Promise<readonly string[]> {
    const present = new Set(await this.list())
    return (await this.#kept.ids()).filter((id) => isId(id) && !present.has(id))
  }

  async forget(id: string): Promise<void> {
    await this.#inTurn(id, async () => {
      if ((await versionOf(this.#path(id))) !== undefined) {
        throw new WorkspaceError('conflict', { id })
      }
      await this.#kept.forget(id)
    })
  }

  watch(listener: (change: TextChange) => void): () => void {
    const { folder, extension } = this.#settings
    this.#listeners.add(listener)
    const stop = watchFolder(folder, (name) => {
      const id = name.slice(0, -extension.length)
      if (name.endsWith(extension) && isId(id)) void this.#look(id, listener)
    })
    return () => {
      stop()
      this.#listeners.delete(listener)
    }
  }

  /** Another program may have written or removed the file; our own writing was told already. */
  async #look(id: string, listener: (change: TextChange) => void): Promise<void> {
    const change = await this.#queued(async () => {
      const before = this.#seen.get(id)?.version
      await this.#read(id).catch(() => undefined) // keeps what it held before
      const version = await versionOf(this.#path(id)).catch(() => undefined)
      const untold = this.#untold.delete(id)
      return { version, told: version === before && !untold }
    })
    if (!change.told) listener({ id, version: change.version })
  }

  /** Writes wait for one another, so that each compares its base with what is really there. */
  #inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    return this.#queued(() => {
      if (!isId(id)) throw new WorkspaceError('bad_request', { field: 'id' })
      return writing(this.#path(id), work)
    })
  }

  #queued<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => undefined)
    return done
  }

  async #read(id: string): Promise<VersionedText | undefined> {
    try {
      const present = await readText(this.#path(id), LONGEST)
      await this.#see(id, present)
      return present
    } catch (error) {
      await this.#see(id, undefined)
      throw error
    }
  }

  async #replace(
    id: string,
    text: string,
    base: string | undefined,
    pin: boolean,
  ): Promise<VersionedText> {
    const path = this.#path(id)
    const present = await versionOf(path)
    if (present !== base) throw new WorkspaceError('conflict', { id })
    const bytes = Buffer.from(text)
    if (bytes.length > LONGEST) throw new WorkspaceError('too_large')
    const written = { text: bytes.toString('utf8'), version: sha256(bytes) }
    if (written.version === present) return written
    if (present !== undefined) await this.#kept.keep(id, path, present, pin)
    await writeAtomic(path, bytes, this.#settings.tmp)
    this.#seen.set(id, written)
    this.#tell({ id, version: written.version })
    return written
  }

  /** What we saw before, and another program has written over or taken away, is kept. */
  async #see(id: string, present: VersionedText | undefined): Promise<void> {
    const before = this.#seen.get(id)
    if (present) this.#seen.set(id, present)
    else this.#seen.delete(id)
    if (before && before.version !== present?.version) {
      this.#untold.add(id)
      await this.#kept.keepText(id, before).catch(() => undefined) // a full disk; reading goes on
    }
  }

  #tell(change: TextChange): void {
    for (const listener of this.#listeners) listener(change)
  }

  #path(id: string): string {
    return join(this.#settings.folder, id + this.#settings.extension)
  }
}
