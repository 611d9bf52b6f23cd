import { copyFile, link, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { thinned } from '../domain/notebook/thin.ts'
import type { Clock, KeptVersion, VersionedText } from '../services/ports.ts'
import { syncFolder, writeAtomic } from './atomic.ts'
import { errnoOf, WorkspaceError } from './errors.ts'
import { readText } from './read-text.ts'

interface Settings {
  /** Holds a folder for each id. */
  readonly folder: string
  readonly tmp: string
  readonly clock: Clock
  /** With the dot. */
  readonly extension: string
  /** Bytes of the longest text. */
  readonly longest: number
}

/** `2026-11-26T013015.123Z_<sha256>`, with a `+` where it is pinned. */
const filePattern = /^(\d{4}-\d\d-\d\dT\d{6}\.\d{3}Z)(\+?)_([0-9a-f]{64})$/
const namesFile = 'names.json'

interface KeptFile extends KeptVersion {
  readonly file: string
}

/** Earlier contents of files, each a file of its own. The caller sees to it that ids are safe. */
export class KeptVersions {
  readonly #settings: Settings

  constructor(settings: Settings) {
    this.#settings = settings
  }

  /** Keeps what lies at `path`, which has this version, and thins out what is old. */
  async keep(id: string, path: string, version: string, pin: boolean): Promise<void> {
    const kept = await this.#place(id, version, pin)
    try {
      await link(path, kept) // no second copy, however large; the file itself is never written into
    } catch {
      // the disk has no links: a stick, a network drive
      await copyFile(path, `${kept}.part`)
      await rename(`${kept}.part`, kept)
    }
    await this.#settled(id)
  }

  /** Keeps a text that no file holds any more. */
  async keepText(id: string, { text, version }: VersionedText): Promise<void> {
    await writeAtomic(await this.#place(id, version, true), text, this.#settings.tmp)
    await this.#settled(id)
  }

  /** Newest first. */
  async list(id: string): Promise<readonly KeptVersion[]> {
    const files = await this.#files(id)
    return files.map(({ file: _, ...version }) => version)
  }

  /** `undefined` where it is not kept, or its file no longer holds it. */
  async read(id: string, version: string): Promise<VersionedText | undefined> {
    const found = (await this.#files(id)).find((kept) => kept.version === version)
    if (!found) return undefined
    const text = await readText(this.#path(id, found.file), this.#settings.longest).catch(
      () => undefined, // damaged, or never was a text
    )
    return text?.version === version ? text : undefined
  }

  async name(id: string, version: string, name: string): Promise<void> {
    const found = (await this.#files(id)).some((kept) => kept.version === version)
    if (!found) throw new WorkspaceError('not_found', { what: id })
    const names = { ...(await this.#names(id)), [version]: name }
    const used = Object.entries(names).filter(([, text]) => text !== '')
    const path = join(this.#folder(id), namesFile)
    await writeAtomic(path, JSON.stringify(Object.fromEntries(used)), this.#settings.tmp)
  }

  /** Ids of which anything is kept. */
  async ids(): Promise<readonly string[]> {
    const names = await this.#listing(this.#settings.folder)
    const found = await Promise.all(
      names.map(async (id) => ((await this.#files(id)).length > 0 ? [id] : [])),
    )
    return found.flat().sort()
  }

  async forget(id: string): Promise<void> {
    await rm(this.#folder(id), { recursive: true, force: true })
  }

  async #place(id: string, version: string, pin: boolean): Promise<string> {
    await mkdir(this.#folder(id), { recursive: true })
    const at = this.#settings.clock.now().toISOString().replaceAll(':', '')
    return this.#path(id, `${at}${pin ? '+' : ''}_${version}${this.#settings.extension}`)
  }

  async #settled(id: string): Promise<void> {
    await syncFolder(this.#folder(id))
    const dated = (await this.#files(id)).map((kept) => ({
      file: kept.file,
      at: Date.parse(kept.at),
      pinned: kept.pinned || kept.name !== undefined,
    }))
    const stay = new Set(thinned(dated, this.#settings.clock.now().getTime()))
    for (const old of dated.filter((kept) => !stay.has(kept))) {
      await rm(this.#path(id, old.file), { force: true })
    }
  }

  /** Newest first. Colons are not allowed in file names on Windows, so that times come without. */
  async #files(id: string): Promise<readonly KeptFile[]> {
    const { extension } = this.#settings
    const names = await this.#names(id)
    const files = (await this.#listing(this.#folder(id))).filter((name) => name.endsWith(extension))
    return files
      .sort()
      .reverse()
      .flatMap((file) => {
        const [, stamp = '', pin = '', version = ''] =
          filePattern.exec(file.slice(0, -extension.length)) ?? []
        if (version === '') return []
        const at = stamp.replace(/T(\d\d)(\d\d)/, 'T$1:$2:')
        return [{ file, version, at, pinned: pin === '+', name: names[version] }]
      })
  }

  /** Names are a convenience: where their file is lost or damaged, there are none. */
  async #names(id: string): Promise<Readonly<Record<string, string>>> {
    try {
      const read: unknown = JSON.parse(await readFile(join(this.#folder(id), namesFile), 'utf8'))
      const entries = Object.entries(Object(read) as object)
      return Object.fromEntries(entries.filter(([, name]) => typeof name === 'string'))
    } catch {
      return {}
    }
  }

  async #listing(folder: string): Promise<string[]> {
    try {
      return await readdir(folder)
    } catch (error) {
      const code = errnoOf(error)
      if (code === 'ENOENT' || code === 'ENOTDIR') return []
      throw error
    }
  }

  #folder(id: string): string {
    return join(this.#settings.folder, id)
  }

  #path(id: string, file: string): string {
    return join(this.#folder(id), file)
  }
}
