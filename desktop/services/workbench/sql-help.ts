import type { AppTable } from '../../contract/procedures.ts'
import { trialOf } from '../../contract/sql-help.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import type { Attaching } from '../attaching.ts'
import type { Clock, Engine } from '../ports.ts'
import type { Sessions } from './sessions.ts'

interface Parts {
  readonly engine: Engine
  readonly sessions: Sessions
  readonly attaching: Attaching
  readonly clock: Clock
}

type SqlHelpHandlers = Pick<
  Handlers<AppTable, undefined>,
  `sql.${'tree' | 'same' | 'complete'}` | `session.${'try' | 'untry' | 'explain'}`
>

/** What the editor asks about a text of SQL. Cells and their tables stay as they are. */
export function createSqlHelpHandlers({
  engine,
  sessions,
  attaching,
  clock,
}: Parts): SqlHelpHandlers {
  return {
    'sql.tree': (input, { signal }) => engine.call('sql.tree', input, { signal }),
    'sql.same': (input, { signal }) => engine.call('sql.same', input, { signal }),
    'sql.complete': (input, { signal }) => engine.call('sql.complete', input, { signal }),
    async 'session.try'({ session, cell, sql, values, datasets }, { signal, progress }) {
      const schema = sessions.session(session).id
      await attaching.need(datasets)
      const begun = clock.now().getTime()
      const made = await engine.call(
        'cell.create',
        { relation: { schema, name: trialOf(cell) }, sql, parameters: values },
        { signal, onProgress: progress },
      )
      return { ...made, ms: clock.now().getTime() - begun }
    },
    async 'session.untry'({ session, cell }) {
      const relation = { schema: sessions.session(session).id, name: trialOf(cell) }
      return engine.call('cell.drop', { relation })
    },
    async 'session.explain'({ session, sql, values, datasets, run }, { signal }) {
      const schema = sessions.session(session).id
      await attaching.need(datasets)
      return engine.call('sql.explain', { schema, sql, parameters: values, run }, { signal })
    },
  }
}
