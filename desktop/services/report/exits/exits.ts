import { ZhizhiError } from '../../../contract/errors.ts'
import type { AppTable } from '../../../contract/procedures.ts'
import type { Handlers } from '../../../contract/wire/procedure.ts'
import { paperPalette } from '../../../domain/notebook/palette.ts'
import type { LayerTable } from '../../../domain/notebook/picture/chart-table.ts'
import { framed, type Framed } from '../../../domain/notebook/picture/frame.ts'
import { csvText } from '../../../domain/sharing/csv.ts'
import type { Workbooks } from '../../ports.ts'
import { beijingDay } from '../moment.ts'
import { leavingChart, type ExitParts } from './leaving.ts'
import { prepared } from './prepared.ts'

type ExitHandlers = Pick<Handlers<AppTable, undefined>, `chart.${'picture' | 'data'}`>

const types = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A chart or map as a picture, or as the numbers behind it. */
export function createChartExits(parts: ExitParts): ExitHandlers {
  const named = (cell: string) => `${cell}-${beijingDay(parts.clock.now())}`
  return {
    'chart.picture': (request, { signal }) =>
      leavingChart(parts, request, signal, async (leaving) => {
        const ready = await prepared(parts, leaving)
        return { name: named(leaving.cell.name), ...framed(ready.framed, paperPalette) }
      }),
    'chart.data': ({ format, ...request }, { signal }) =>
      leavingChart(parts, request, signal, async (leaving) => {
        const { tables, framed: words } = await prepared(parts, leaving)
        const [first] = tables
        if (!first) throw new ZhizhiError('chart_refused', { problem: '图里没有数据' })
        const bytes =
          format === 'csv' ? csvOf(first) : await workbookOf(parts.workbooks, tables, words)
        return { name: `${named(leaving.cell.name)}.${format}`, type: types[format], bytes }
      }),
  }
}

function csvOf({ columns, rows }: LayerTable): Uint8Array<ArrayBuffer> {
  const lines = [[...columns], ...rows.map((row) => row.map((cell) => cell ?? ''))]
  return new TextEncoder().encode(csvText(lines))
}

/** A sheet for each layer, and one with the words without which numbers are passed on unexplained. */
function workbookOf(
  workbooks: Workbooks,
  tables: readonly LayerTable[],
  { title, synthetic, notes }: Framed,
): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = tables.map(({ columns, rows }, at) => ({
    name: tables.length === 1 ? '数据' : `图层 ${at + 1}`,
    columns: columns.map((heading) => ({ heading, width: 18 })),
    rows,
  }))
  const about = [title, ...(synthetic === undefined ? [] : [synthetic]), ...notes]
  const told = {
    name: '说明',
    columns: [{ heading: '这张图', width: 80 }],
    rows: about.map((line) => [line]),
  }
  return workbooks.write([...sheets, told])
}
