import { ZhizhiError } from '../../contract/errors.ts'
import type { RemovedNotebook } from '../../contract/notebooks.ts'
import { notebookId } from '../../contract/workbench.ts'
import { freeId, wishedId } from '../../domain/notebook/notebook-id.ts'
import { parseNotebook } from '../../domain/notebook/parse.ts'
import type { Clock, Content, KeptTextFiles, VersionedText } from '../ports.ts'

interface Parts {
  readonly content: Content
  readonly files: KeptTextFiles
  readonly clock: Clock
}

/** Notebooks that come and go: new ones, removed ones. */
export class NotebookLibrary {
  readonly #content: Content
  readonly #files: KeptTextFiles
  readonly #clock: Clock
  #making: Promise<unknown> = Promise.resolve()

  constructor({ content, files, clock }: Parts) {
    this.#content = content
    this.#files = files
    this.#clock = clock
  }

  /** Keeps a new notebook under a free id; one after another, so that two do not take the same. */
  create(source: string, wish?: string): Promise<{ id: string; version: string }> {
    const made = this.#making.then(async () => {
      const taken = new Set([...(await this.#known()), ...(await this.#files.removed())])
      const day = this.#clock.now().toISOString().slice(0, 10).replaceAll('-', '')
      const id = freeId(wish ?? wishedId(parseNotebook(source).head.title, day), taken)
      return { id, version: (await this.#files.write(id, source, undefined)).version }
    })
    this.#making = made.catch(() => undefined)
    return made
  }

  /** `bad_request` for what was shipped, which would only come back. */
  async remove(id: string, base: string): Promise<void> {
    if (await this.#isShipped(id)) throw new ZhizhiError('bad_request', { field: 'id' })
    await this.#files.remove(id, base)
  }

  async removed(): Promise<RemovedNotebook[]> {
    const ids = (await this.#files.removed()).filter((id) => notebookId.safeParse(id).success)
    const found = await Promise.all(
      ids.map(async (id) => {
        const last = await this.#last(id)
        if (!last || (await this.#isShipped(id))) return []
        const { title } = parseNotebook(last.text).head
        return [{ id, title: title === '' ? id : title, at: last.at }]
      }),
    )
    return found.flat().toSorted((one, other) => (one.at < other.at ? 1 : -1))
  }

  /** `not_found` where nothing of it is kept that can be read; `conflict` where it is there. */
  async bringBack(id: string): Promise<{ version: string }> {
    const last = await this.#last(id)
    if (!last) throw new ZhizhiError('not_found', { what: id })
    return { version: (await this.#files.write(id, last.text, undefined)).version }
  }

  async forget(id: string): Promise<void> {
    await this.#files.forget(id)
  }

  /** The newest version that can be read. */
  async #last(id: string): Promise<(VersionedText & { readonly at: string }) | undefined> {
    for (const { version, at } of await this.#files.versions(id)) {
      const text = await this.#files.readVersion(id, version)
      if (text) return { ...text, at }
    }
    return undefined
  }

  async #known(): Promise<string[]> {
    const shipped = await this.#content.list('notebooks')
    return [...shipped.map((name) => name.replace(/\.md$/, '')), ...(await this.#files.list())]
  }

  async #isShipped(id: string): Promise<boolean> {
    return (await this.#content.text(`notebooks/${id}.md`)) !== undefined
  }
}
