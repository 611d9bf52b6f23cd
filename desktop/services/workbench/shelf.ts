import { toWireError, ZhizhiError, type WireError } from '../../contract/errors.ts'
import { notebookSummarySchema, type NotebookSummary } from '../../contract/workbench.ts'
import { parseNotebook } from '../../domain/notebook/parse.ts'
import { explain } from '../../domain/notebook/problem.ts'
import type { Problem } from '../../domain/notebook/problem.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Content, KeptTextFiles } from '../ports.ts'
import { sha256 } from './digest.ts'

export interface StoredNotebook {
  readonly source: string
  /** SHA-256 of the source, hex. */
  readonly version: string
  /** Whether it differs from what was shipped. */
  readonly edited: boolean
}

/** Other names may lie in the folder; no address leads to them. */
const isId = (id: string) => notebookSummarySchema.shape.id.safeParse(id).success

interface Parts {
  readonly content: Content
  readonly files: KeptTextFiles
  readonly catalogue: Catalogue
}

/** The notebooks: those that were shipped, and the user's own copies, which come before them. */
export class NotebookShelf {
  readonly #content: Content
  readonly #files: KeptTextFiles
  readonly #catalogue: Catalogue

  constructor({ content, files, catalogue }: Parts) {
    this.#content = content
    this.#files = files
    this.#catalogue = catalogue
  }

  async list(): Promise<NotebookSummary[]> {
    const shipped = (await this.#content.list('notebooks'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => name.slice(0, -'.md'.length))
    const ids = [...new Set([...shipped, ...(await this.#files.list())])].filter(isId).toSorted()
    return Promise.all(ids.map((id) => this.#summary(id)))
  }

  /** `not_found` where there is neither a shipped notebook nor a copy; `notebook_unreadable`. */
  async read(id: string): Promise<StoredNotebook> {
    const shipped = await this.#shipped(id)
    const own = await this.#files.read(id)
    if (own) return { source: own.text, version: own.version, edited: own.text !== shipped }
    if (shipped === undefined) throw new ZhizhiError('not_found', { what: id })
    return { source: shipped, version: await sha256(shipped), edited: false }
  }

  /**
   * Keeps the user's copy. `base` is the version that was read, or empty for a notebook that does
   * not exist yet; `conflict` where another was written since. `pin`: what is replaced is kept for
   * good.
   */
  async write(
    id: string,
    source: string,
    base: string,
    pin?: boolean,
  ): Promise<{ version: string }> {
    const { version } = await this.#files.write(id, source, await this.#ownBase(id, base), { pin })
    return { version }
  }

  /** The version of the user's copy to write over; none yet where `base` is what was shipped. */
  async #ownBase(id: string, base: string): Promise<string | undefined> {
    if ((await this.#files.list()).includes(id)) return base
    const shipped = await this.#shipped(id)
    if (base === (shipped === undefined ? '' : await sha256(shipped))) return undefined
    throw new ZhizhiError('conflict', { what: id })
  }

  #shipped(id: string): Promise<string | undefined> {
    return this.#content.text(`notebooks/${id}.md`)
  }

  /** One that cannot be read must not keep the others from being listed. */
  async #summary(id: string): Promise<NotebookSummary> {
    try {
      const { source } = await this.read(id)
      return this.#described(id, source, (await this.#shipped(id)) !== undefined)
    } catch (error) {
      const shipped = (await this.#shipped(id)) !== undefined
      const nothing = { question: '', datasets: [], synthetic: false }
      return { id, title: id, ...nothing, shipped, problem: toWireError(error) }
    }
  }

  #described(id: string, source: string, shipped: boolean): NotebookSummary {
    const { head, problems } = parseNotebook(source)
    const unreadable = problems.find(({ kind }) => kind.startsWith('head-'))
    const datasets = head.datasets.map((use) => use.id)
    return {
      id,
      title: head.title === '' ? id : head.title,
      question: head.question,
      datasets,
      shipped,
      synthetic: this.#catalogue
        .entries()
        .some((entry) => datasets.includes(entry.id) && entry.package?.synthetic === true),
      problem: unreadable ? notebookInvalid(unreadable) : null,
    }
  }
}

/** A problem of a notebook's text as the error that a user is told of. */
export function notebookInvalid(problem: Problem): WireError {
  const { zh } = explain(problem)
  return { code: 'notebook_invalid', params: { line: problem.line, problem: zh }, at: problem.at }
}
