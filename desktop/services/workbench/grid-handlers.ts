import type { AppTable } from '../../contract/procedures.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import type { Engine } from '../ports.ts'
import type { Sessions } from './sessions.ts'

type GridHandlers = Pick<Handlers<AppTable, undefined>, `session.${'remaining' | 'find'}`>

/** What a grid asks of a cell's table besides its pages and its summary. */
export function createGridHandlers(sessions: Sessions, engine: Engine): GridHandlers {
  const tableOf = (session: string, relation: string) =>
    sessions.session(session).relation(relation)
  return {
    'session.remaining'({ session, relation, filters }, { signal }) {
      const input = { relation: tableOf(session, relation), filters }
      return engine.call('relation.remaining', input, { signal })
    },
    'session.find'({ session, relation, ...question }, { signal }) {
      const input = { ...question, relation: tableOf(session, relation) }
      return engine.call('relation.find', input, { signal })
    },
  }
}
