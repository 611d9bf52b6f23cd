import type { Along, KindDrawing, Kind, Measure } from '../chart-kinds/kinds.ts'
import type { ColumnKind } from '../pivot/pieces.ts'
import type { ChartColumn } from './first-choices.ts'

/** A part that a column plays in a ready-made kind. */
export type Part = 'names' | 'series' | 'at' | 'panels' | 'day' | 'column'

/** The parts of each kind that are columns, besides what is measured and that along which it is drawn. */
export const partsOf: Readonly<Record<Kind, readonly Part[]>> = {
  ranked: ['names'],
  lollipop: ['names'],
  grouped: ['names', 'series'],
  stacked: ['names', 'series'],
  share: ['names', 'series'],
  likert: ['names', 'series'],
  pyramid: ['names', 'series'],
  slope: ['names', 'at'],
  box: ['names', 'column'],
  panels: ['panels'],
  calendar: ['day'],
  control: [],
  funnel: ['names'],
}

/** Whether it is drawn along something. */
export const hasAlong = (kind: Kind): boolean => kind === 'panels' || kind === 'control'

/** The kinds of column that can play a part. */
export function playable(part: Part | 'along', kind: ColumnKind): boolean {
  if (part === 'day') return kind === 'date'
  if (part === 'column') return kind === 'number'
  if (part === 'along') return kind === 'date' || kind === 'number' || kind === 'text'
  return kind !== 'other'
}

/** A ready-made kind as a form shows it; empty where it is not chosen or not needed. */
export interface DrawingChoices {
  readonly kind: Kind
  readonly parts: Readonly<Partial<Record<Part, string>>>
  readonly value: Measure
  readonly along: Along | undefined
}

/** What the form shows of a drawing. */
export function drawingChoices(draw: KindDrawing): DrawingChoices {
  const own: Readonly<Record<string, unknown>> = draw
  const parts = partsOf[draw.kind].map((part) => [part, own[part === 'column' ? 'value' : part]])
  return {
    kind: draw.kind,
    parts: Object.fromEntries(parts) as DrawingChoices['parts'],
    value: draw.kind === 'box' ? { kind: 'count' } : draw.value,
    along: 'along' in draw ? draw.along : undefined,
  }
}

/**
 * A first drawing of a kind from the columns of a table, keeping what was chosen before; undefined
 * where the table has no column for one of its parts.
 */
export function firstDrawing(
  kind: Kind,
  columns: readonly ChartColumn[],
  before?: DrawingChoices,
): DrawingChoices | undefined {
  const used = new Set<string>()
  const take = (part: Part | 'along') => {
    const kept = part === 'along' ? before?.along?.column : before?.parts[part]
    const fit = columns.filter((one) => playable(part, one.kind) && !used.has(one.name))
    const found = fit.find(({ name }) => name === kept) ?? best(part, kind, fit)
    if (found) used.add(found.name)
    return found
  }
  const chosen = partsOf[kind].map((part) => [part, take(part)?.name] as const)
  const optional = (part: Part) => kind === 'box' && part === 'names'
  if (chosen.some(([part, name]) => name === undefined && !optional(part))) return undefined
  const along = hasAlong(kind) ? take('along') : undefined
  if (hasAlong(kind) && !along) return undefined
  return {
    kind,
    parts: Object.fromEntries(chosen.filter(([, name]) => name !== undefined)),
    value: before?.value ?? { kind: 'count' },
    along: along && alongOf(along, before?.along),
  }
}

/** Of the columns that fit, the one that most would take. */
function best(
  part: Part | 'along',
  kind: Kind,
  fit: readonly ChartColumn[],
): ChartColumn | undefined {
  if (part === 'along') return fit.find((one) => one.kind === 'date') ?? fit[0]
  if (part === 'day' || part === 'column') return fit[0]
  const most = part === 'series' ? (kind === 'pyramid' ? 2 : 7) : 60
  const texts = fit.filter((one) => one.kind !== 'date' && one.kind !== 'number')
  const groups = texts.filter(({ distinct = 2 }) => distinct >= 2 && distinct <= most)
  if (part === 'at') return fit.find((one) => one.kind === 'date') ?? groups[0] ?? fit[0]
  return groups[0] ?? texts[0] ?? fit[0]
}

function alongOf({ name, kind }: ChartColumn, before: Along | undefined): Along {
  if (before?.column === name) return before
  return kind === 'date'
    ? { kind: 'calendar', unit: 'month', column: name }
    : { kind: 'column', column: name }
}
