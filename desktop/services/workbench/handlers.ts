import { ZhizhiError } from '../../contract/errors.ts'
import type { AppTable } from '../../contract/procedures.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import { valuesOf } from '../../domain/notebook/parameters.ts'
import { parseNotebook } from '../../domain/notebook/parse.ts'
import type { Engine } from '../ports.ts'
import { countKeys } from './count-keys.ts'
import type { Sessions } from './sessions.ts'
import type { NotebookShelf } from './shelf.ts'

interface Parts {
  readonly shelf: NotebookShelf
  readonly sessions: Sessions
  readonly engine: Engine
}

type WorkbenchHandlers = Pick<
  Handlers<AppTable, undefined>,
  | `notebook.${'list' | 'read' | 'write'}`
  | `session.${'open' | 'close' | 'run' | 'page' | 'summary' | 'chart' | 'keys'}`
>

/** What a window asks of the workbench. */
export function createWorkbenchHandlers({ shelf, sessions, engine }: Parts): WorkbenchHandlers {
  return {
    'notebook.list': () => shelf.list(),
    'notebook.read': ({ id }) => shelf.read(id),
    'notebook.write': ({ id, source, base, pin }) => shelf.write(id, source, base, pin),
    'session.open': async () => ({ session: (await sessions.open()).id }),
    async 'session.close'({ session }) {
      await sessions.close(session)
      return {}
    },
    async 'session.run'({ session, source, values, asked }, { emit, signal }) {
      const notebook = parseNotebook(source)
      const options = { notebook, values: valuesOf(notebook, values), asked, emit, signal }
      return sessions.session(session).run(options)
    },
    'session.page'({ session, relation, ...page }, { signal }) {
      const table = sessions.session(session).relation(relation)
      return engine.call('relation.page', { relation: table, ...page }, { signal })
    },
    async 'session.summary'({ session, relation }, { signal }) {
      const table = sessions.session(session).relation(relation)
      return (await engine.call('relation.summary', { relation: table }, { signal })).columns
    },
    'session.keys'({ session, ...pair }, { signal }) {
      return countKeys(engine, pair, { signal, schema: sessions.session(session).id })
    },
    'session.chart'({ session, sql, type }, { signal }) {
      if (sql.length > maxChartQuery) throw new ZhizhiError('too_large')
      return engine.call('mosaic', { schema: sessions.session(session).id, sql, type }, { signal })
    },
  }
}

/** Characters of a statement that a chart may ask; Mosaic's own are a few thousand at most. */
const maxChartQuery = 200_000
