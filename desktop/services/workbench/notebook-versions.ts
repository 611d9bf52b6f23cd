import { ZhizhiError } from '../../contract/errors.ts'
import type { NotebookVersion } from '../../contract/notebooks.ts'
import { sizeOfChange } from '../../domain/notebook/text-diff.ts'
import type { Content, KeptTextFiles, KeptVersion } from '../ports.ts'
import { sha256 } from './digest.ts'

interface Parts {
  readonly content: Content
  readonly files: KeptTextFiles
}

/** The earlier texts of notebooks; the shipped one is the first of them. */
export class NotebookVersions {
  readonly #content: Content
  readonly #files: KeptTextFiles

  constructor({ content, files }: Parts) {
    this.#content = content
    this.#files = files
  }

  /** Newest first; each with its difference from the one before it. */
  async list(id: string): Promise<NotebookVersion[]> {
    const shipped = await this.#shipped(id)
    const first = shipped === undefined ? undefined : await sha256(shipped)
    const kept = (await this.#files.versions(id)).filter(({ version }) => version !== first)
    const found: NotebookVersion[] = []
    let before = shipped
    for (const version of kept.toReversed()) {
      const text = (await this.#files.readVersion(id, version.version))?.text
      found.unshift(entry(version, before, text))
      before = text ?? before
    }
    if (first === undefined) return found
    const none = { until: null, name: null, size: null, damaged: false }
    return [...found, { version: first, ...none }]
  }

  /** `not_found` where it is not kept, or damaged. */
  async read(id: string, version: string): Promise<{ source: string }> {
    const kept = await this.#files.readVersion(id, version)
    if (kept) return { source: kept.text }
    const shipped = await this.#shipped(id)
    if (shipped !== undefined && (await sha256(shipped)) === version) return { source: shipped }
    throw new ZhizhiError('not_found', { what: id })
  }

  name(id: string, version: string, name: string): Promise<void> {
    return this.#files.nameVersion(id, version, name)
  }

  #shipped(id: string): Promise<string | undefined> {
    return this.#content.text(`notebooks/${id}.md`)
  }
}

function entry(
  { version, at, name }: KeptVersion,
  before: string | undefined,
  text: string | undefined,
): NotebookVersion {
  const known = before !== undefined && text !== undefined
  return {
    version,
    until: at,
    name: name ?? null,
    size: known ? sizeOfChange(before, text) : null,
    damaged: text === undefined,
  }
}
