import type { notebookProcedures } from '../../contract/notebooks.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import type { Clock, Content, KeptTextFiles } from '../ports.ts'
import { NotebookLibrary } from './notebook-library.ts'
import { NotebookVersions } from './notebook-versions.ts'

interface Parts {
  readonly content: Content
  readonly files: KeptTextFiles
  readonly clock: Clock
}

/** What a window asks about the keeping of notebooks. */
export function createNotebookHandlers(
  parts: Parts,
): Handlers<typeof notebookProcedures, undefined> {
  const versions = new NotebookVersions(parts)
  const library = new NotebookLibrary(parts)
  return {
    'notebook.versions': ({ id }) => versions.list(id),
    'notebook.version': ({ id, version }) => versions.read(id, version),
    async 'notebook.nameVersion'({ id, version, name }) {
      await versions.name(id, version, name)
      return {}
    },
    'notebook.create': ({ source, wish }) => library.create(source, wish),
    async 'notebook.remove'({ id, base }) {
      await library.remove(id, base)
      return {}
    },
    'notebook.removed': () => library.removed(),
    'notebook.bringBack': ({ id }) => library.bringBack(id),
    async 'notebook.forget'({ id }) {
      await library.forget(id)
      return {}
    },
  }
}
