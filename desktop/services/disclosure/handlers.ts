import { ZhizhiError } from '../../contract/errors.ts'
import type { AppTable } from '../../contract/procedures.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import { valuesOf } from '../../domain/notebook/parameters.ts'
import { parseNotebook } from '../../domain/notebook/parse.ts'
import type { Engine } from '../ports.ts'
import { isProtected, withGuardedCell, type GuardingParts } from './guarded-cell.ts'

type DisclosureHandlers = Pick<Handlers<AppTable, undefined>, `disclosure.${'cell' | 'rows'}`>

/** Rows of a protected table that are copied at once; it has no more cells than can be judged. */
const mostRows = 10_000

/** What a window asks before something leaves it. */
export function createDisclosureHandlers(
  parts: GuardingParts & { readonly engine: Engine },
): DisclosureHandlers {
  const { engine, catalogue } = parts
  return {
    async 'disclosure.cell'({ source, values, cell }, { signal }) {
      const notebook = parseNotebook(source)
      const asked = { notebook, values: valuesOf(notebook, values), cell }
      const found = await withGuardedCell(parts, asked, {
        signal,
        async work({ relation, note }) {
          const page = { relation, offset: 0, limit: mostRows, sort: [] }
          const { bytes } = await engine.call('relation.page', page, { signal })
          return { kind: 'table' as const, bytes, note }
        },
      })
      return found ?? { kind: 'open' }
    },
    'disclosure.rows'({ datasets }) {
      const held = datasets.find((id) => isProtected(catalogue, id))
      if (held !== undefined) throw new ZhizhiError('release_refused', { kind: 'rows', what: held })
      return Promise.resolve({})
    },
  }
}
