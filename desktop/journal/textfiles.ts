import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock, TextFiles, VersionedText } from '../services/ports.ts'
import { writeAtomic } from './atomic.ts'
import { errnoOf, WorkspaceError, writing } from './errors.ts'
import { sha256 } from './line.ts'

export interface TextFilesSettings {
  readonly folder: string
  readonly tmp: string
  readonly clock: Clock
  /** With the dot. */
  readonly extension: string
  /** How many earlier contents of each file are kept. */
  readonly versions: number
}

/** An earlier content of a file; `at` is when it was replaced. */
export interface KeptVersion {
  readonly version: string
  readonly at: string
}

/** Text files whose earlier contents can be looked at, newest first. */
export interface KeptTextFiles extends TextFiles {
  versions(id: string): Promise<readonly KeptVersion[]>
  readVersion(id: string, version: string): Promise<VersionedText | undefined>
}

/** Letters and digits of any script, then also `-`, `_` and inner dots; works on every file system. */
const idPattern = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*(?:\.[\p{L}\p{N}_-]+)*$/u
const idLength = 80
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i
const versionPattern = /^(.+)_([0-9a-f]{64})$/

function isId(id: string): boolean {
  const plain = id === id.normalize('NFC') && id.length <= idLength && !reserved.test(id)
  return plain && idPattern.test(id)
}

/** Plain files in one folder, each replaced as a whole, with what they held before in `.versions`. */
export class VersionedFolder implements KeptTextFiles {
  readonly #settings: TextFilesSettings
  #writing: Promise<unknown> = Promise.resolve()

  constructor(settings: TextFilesSettings) {
    this.#settings = settings
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
    return isId(id) ? readText(this.#path(id)) : undefined
  }

  /** Writes wait for one another, so that each compares its base with what is really there. */
  async write(id: string, text: string, base: string | undefined): Promise<VersionedText> {
    if (!isId(id)) throw new WorkspaceError('bad_request', { field: 'id' })
    const written = this.#writing.then(() =>
      writing(this.#path(id), () => this.#replace(id, text, base)),
    )
    this.#writing = written.catch(() => undefined)
    return written
  }

  async versions(id: string): Promise<readonly KeptVersion[]> {
    if (!isId(id)) return []
    const names = await this.#versionNames(id)
    return names.flatMap((name) => {
      const [, stamp = '', version = ''] = versionPattern.exec(name) ?? []
      return version === '' ? [] : [{ version, at: fromStamp(stamp) }]
    })
  }

  async readVersion(id: string, version: string): Promise<VersionedText | undefined> {
    const names = isId(id) ? await this.#versionNames(id) : []
    const name = names.find((kept) => kept.endsWith(`_${version}`))
    return name === undefined ? undefined : readText(this.#versionPath(id, name))
  }

  async #replace(id: string, text: string, base: string | undefined): Promise<VersionedText> {
    const present = await readText(this.#path(id))
    if (present?.version !== base) throw new WorkspaceError('conflict', { id })
    const version = sha256(text)
    if (present?.version === version) return present
    if (present) await this.#keep(id, present)
    await writeAtomic(this.#path(id), text, this.#settings.tmp)
    return { text, version }
  }

  async #keep(id: string, { text, version }: VersionedText): Promise<void> {
    const { tmp, clock, versions } = this.#settings
    await mkdir(this.#versionFolder(id), { recursive: true })
    const path = this.#versionPath(id, `${toStamp(clock.now())}_${version}`)
    await writeAtomic(path, text, tmp)
    const names = await this.#versionNames(id)
    for (const old of names.slice(versions)) await rm(this.#versionPath(id, old), { force: true })
  }

  /** Newest first, without the extension. */
  async #versionNames(id: string): Promise<readonly string[]> {
    const { extension } = this.#settings
    try {
      const names = await readdir(this.#versionFolder(id))
      const own = names.filter((name) => name.endsWith(extension))
      return own
        .map((name) => name.slice(0, -extension.length))
        .sort()
        .reverse()
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return []
      throw error
    }
  }

  #path(id: string): string {
    return join(this.#settings.folder, id + this.#settings.extension)
  }

  #versionFolder(id: string): string {
    return join(this.#settings.folder, '.versions', id)
  }

  #versionPath(id: string, name: string): string {
    return join(this.#versionFolder(id), name + this.#settings.extension)
  }
}

async function readText(path: string): Promise<VersionedText | undefined> {
  try {
    const bytes = await readFile(path)
    return { text: bytes.toString('utf8'), version: sha256(bytes) }
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Colons are not allowed in file names on Windows. */
function toStamp(at: Date): string {
  return at.toISOString().replaceAll(':', '')
}

function fromStamp(stamp: string): string {
  return stamp.replace(/T(\d\d)(\d\d)/, 'T$1:$2:')
}
