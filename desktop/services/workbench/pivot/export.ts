import { ZhizhiError } from '../../../contract/errors.ts'
import type { AppTable } from '../../../contract/procedures.ts'
import type { Relation } from '../../../contract/table.ts'
import type { Handlers, Input } from '../../../contract/wire/procedure.ts'
import { fold } from '../../../domain/notebook/name.ts'
import type { PivotCell } from '../../../domain/notebook/notebook.ts'
import { valuesOf } from '../../../domain/notebook/parameters.ts'
import { parseNotebook } from '../../../domain/notebook/parse.ts'
import { sheetOf, type PivotSheet } from '../../../domain/notebook/pivot/sheet.ts'
import { sheetHtml, sheetText } from '../../../domain/notebook/pivot/text.ts'
import { titlesOf } from '../../../domain/notebook/pivot/titles.ts'
import { placedSheet } from '../../../domain/notebook/pivot/workbook.ts'
import type { Catalogue } from '../../catalogue.ts'
import type { Clock, Engine, Workbooks } from '../../ports.ts'
import { beijingDay, beijingText } from '../../report/moment.ts'
import { withGuardedCell } from '../../disclosure/guarded-cell.ts'
import type { Releases } from '../../disclosure/releases.ts'
import type { Sessions } from '../sessions.ts'
import { readCrosstab } from './read-crosstab.ts'

interface Parts {
  readonly sessions: Sessions
  readonly releases: Releases
  readonly engine: Engine
  readonly catalogue: Catalogue
  readonly workbooks: Workbooks
  readonly clock: Clock
  readonly version: string
}

type PivotHandlers = Pick<Handlers<AppTable, undefined>, `pivot.${'copy' | 'workbook'}`>
type Request = Input<AppTable, 'pivot.copy'>

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What leaves the workbench as a crosstab. */
export function createPivotHandlers(parts: Parts): PivotHandlers {
  return {
    async 'pivot.copy'(request, { signal }) {
      const { sheet, note } = await leaving(parts, request, signal)
      return { text: sheetText(sheet, note), html: sheetHtml(sheet, note) }
    },
    async 'pivot.workbook'(request, { signal }) {
      const { sheet, note, cell } = await leaving(parts, request, signal)
      const fields = cell.pivot.rows.length
      const placed = placedSheet(sheet, { name: cell.name, note, fields })
      const name = `${cell.name}-${beijingDay(parts.clock.now())}.xlsx`
      return { name, type: xlsx, bytes: await parts.workbooks.writePlaced(placed) }
    },
  }
}

interface Leaving {
  readonly cell: PivotCell
  readonly sheet: PivotSheet
  readonly note: string
}

/** Every crosstab that leaves comes through here; over protected data it is made of what may leave. */
async function leaving(parts: Parts, request: Request, signal: AbortSignal): Promise<Leaving> {
  const { sessions, engine, catalogue } = parts
  const notebook = parseNotebook(request.source)
  const cell = notebook.blocks.find(
    (block): block is PivotCell =>
      block.kind === 'pivot' && fold(block.name) === fold(request.cell),
  )
  if (!cell) throw new ZhizhiError('not_found', { what: request.cell })
  const datasets = request.datasets.map((id) => catalogue.dataset(id).package)
  const { pivot } = cell
  const read = async (relation: Relation) => {
    const of = { relation, pivot, titles: titlesOf(datasets) }
    return sheetOf(await readCrosstab(engine, of, signal), pivot)
  }
  const values = valuesOf(notebook, request.values)
  const guarded = await withGuardedCell(
    parts,
    { notebook, values, cell: cell.name },
    {
      signal,
      work: async ({ relation, note }) => ({ sheet: await read(relation), held: note?.zh ?? '' }),
    },
  )
  const shown = sessions.session(request.session).relation(cell.name)
  const { sheet, held } = guarded ?? { sheet: await read(shown), held: '' }
  const sources = datasets.map(
    ({ title, synthetic, governance }) =>
      `${title}（${synthetic ? '合成数据' : '真实数据'}，${governance.catalogue.provider}）`,
  )
  const source = sources.length > 0 ? sources.join('、') : '本笔记'
  const made = `${beijingText(parts.clock.now())}导出 · 致知 ${parts.version}`
  return { cell, sheet, note: `来源：${source}。${held}${made}` }
}
