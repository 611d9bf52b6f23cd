import type { KindDrawing, Measure } from '../../notebook/chart-kinds/kinds.ts'
import type { How } from '../../notebook/chart-form/choices.ts'
import type { Result } from '../result.ts'

/** A ready-made kind in the terms of the marks that it draws. */
export interface DrawnAs {
  readonly mark: string
  readonly along: string
  readonly colour: string
  readonly how: How
  readonly column: string
  readonly sort: 'none' | 'most'
  /** Names that it leaves out leave so many; undefined where it draws them all. */
  readonly limit: number | undefined
}

/**
 * What a ready-made kind shows. Bars are bars, whichever way they were asked for: their order and how
 * many there are is said by the kind and not by the table. A kind that is no bar is itself.
 */
export function drawnAs(draw: KindDrawing, data: Result): DrawnAs {
  const bare = { colour: '', sort: 'none', limit: undefined } as const
  switch (draw.kind) {
    case 'ranked':
    case 'lollipop':
    case 'grouped':
    case 'stacked':
      return {
        ...{ mark: 'barX', along: draw.names, ...sized(draw.value) },
        colour: 'series' in draw ? draw.series : '',
        sort: draw.order === 'value' ? 'most' : 'none',
        limit: namesIn(data, draw.names) > draw.top ? draw.top : undefined,
      }
    case 'control':
      return { ...bare, mark: 'control', along: draw.along.column, ...sized(draw.value) }
    case 'panels':
      return { ...bare, mark: 'panels', along: draw.along.column, ...sized(draw.value) }
    case 'calendar':
      return { ...bare, mark: 'calendar', along: draw.day, ...sized(draw.value) }
    case 'box':
      return { ...bare, mark: 'box', along: draw.names ?? '', how: 'value', column: draw.value }
    default:
      return { ...bare, mark: draw.kind, along: draw.names, ...sized(draw.value) }
  }
}

/** Of several rows a column is added up. */
function sized(value: Measure): { readonly how: How; readonly column: string } {
  if (value.kind === 'count') return { how: 'rows', column: '' }
  return value.kind === 'aggregate'
    ? { how: value.of, column: value.column }
    : { how: 'sum', column: value.column }
}

function namesIn({ columns, rows }: Result, name: string): number {
  const at = columns.findIndex((column) => column.name === name)
  return new Set(rows.map((row) => JSON.stringify(row[at]))).size
}
