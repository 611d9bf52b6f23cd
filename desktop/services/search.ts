import type { Hit } from '../contract/app.ts'
import type { AppTable } from '../contract/procedures.ts'
import type { Handlers } from '../contract/wire/procedure.ts'
import {
  buildIndex,
  loadIndex,
  type SearchIndex,
  type SerializedIndex,
} from '../domain/search/search-index.ts'
import { simplify } from '../domain/search/simplify.ts'
import { kept } from './kept.ts'
import type { Content, TextFiles } from './ports.ts'
import { contentDocuments, notebookDocument, simplified } from './search-documents.ts'

/** The index of the shipped content, made once when the app is built. */
export async function buildContentIndex(content: Content): Promise<SerializedIndex> {
  return buildIndex((await contentDocuments(content)).map(simplified))
}

export interface SearchParts {
  /** Read at the first search. */
  readonly shipped: () => Promise<SerializedIndex>
  /** The workspace's own notebooks; one with a shipped notebook's id stands in its place. */
  readonly notebooks: TextFiles
}

export interface SearchService {
  readonly handlers: Pick<Handlers<AppTable, undefined>, 'search'>
  search(text: string, limit: number): Promise<Hit[]>
  /** To be told after a notebook was written: the next search reads them anew. */
  notebooksChanged(): void
}

interface Workspace {
  readonly index: SearchIndex
  readonly ids: ReadonlySet<string>
}

export function createSearch({ shipped, notebooks }: SearchParts): SearchService {
  const content = kept(() => shipped().then(loadIndex))
  let workspace: Promise<Workspace> | undefined

  const search = async (text: string, limit: number) => {
    const words = simplify(text)
    workspace ??= readWorkspace(notebooks)
    const own = await workspace
    const others = (await content()).search(words).filter((hit) => !isReplaced(hit, own.ids))
    const hits = [...own.index.search(words), ...others]
    return hits.toSorted((one, other) => other.score - one.score).slice(0, limit)
  }
  return {
    handlers: { search: ({ text, limit }) => search(text, limit) },
    search,
    notebooksChanged() {
      workspace = undefined
    },
  }
}

async function readWorkspace(notebooks: TextFiles): Promise<Workspace> {
  const ids = await notebooks.list()
  const read = ids.map(async (id) => {
    const file = await notebooks.read(id).catch(() => undefined)
    return file ? [simplified(notebookDocument(id, file.text))] : []
  })
  const documents = (await Promise.all(read)).flat()
  return { index: loadIndex(buildIndex(documents)), ids: new Set(documents.map(({ id }) => id)) }
}

const isReplaced = ({ type, id }: Hit, own: ReadonlySet<string>) =>
  type === 'notebook' && own.has(id)
