import {
  choicesOf,
  isWhole,
  shapes,
  type ChartChoices,
  type Shape,
} from '../../../../domain/notebook/chart-form/choices.ts'
import type { ChartColumn } from '../../../../domain/notebook/chart-form/first-choices.ts'
import { firstChoices } from '../../../../domain/notebook/chart-form/first-choices.ts'
import {
  drawingChoices,
  firstDrawing,
  type DrawingChoices,
} from '../../../../domain/notebook/chart-form/parts.ts'
import type { Look } from '../../../../domain/notebook/chart-form/suggest.ts'
import { drawingTitle, proposedTitle } from '../../../../domain/notebook/chart-form/title.ts'
import { withDrawing, withLayers } from '../../../../domain/notebook/chart-form/write-drawing.ts'
import type { Measure } from '../../../../domain/notebook/chart-kinds/kinds.ts'
import type { Chart } from '../../../../domain/notebook/chart.ts'
import type { ChartCell } from '../../../../domain/notebook/notebook.ts'
import type { Titles } from '../../../../domain/notebook/pivot/titles.ts'

/** What a chart is drawn from. */
export interface Ground {
  readonly columns: readonly ChartColumn[]
  readonly titles: Titles
}

/** What a chart looks like now. */
export function lookOf(chart: Chart): Look {
  return chart.draw?.kind ?? choicesOf(chart).shape
}

export const isShape = (look: Look): look is Shape => shapes.some((shape) => shape === look)

/** A chart's YAML as a ready-made kind; undefined where the table lacks a column for it. */
export function asKind(
  { body, chart }: ChartCell,
  kind: Exclude<Look, Shape>,
  { columns, titles }: Ground,
): string | undefined {
  const choices = firstDrawing(
    kind,
    columns,
    chart.draw ? drawingChoices(chart.draw) : layered(chart),
  )
  return (
    choices &&
    withDrawing(body, choices, { title: titleOf(chart, choices, titles), from: chart.from ?? '' })
  )
}

/** A chart's YAML with other parts of its kind. */
export function withParts(
  { body, chart }: ChartCell,
  next: DrawingChoices,
  from: string,
  titles: Titles,
) {
  return withDrawing(body, next, { title: titleOf(chart, next, titles), from })
}

/** A title that only says what is drawn follows it; one that an author wrote stays. */
function titleOf(chart: Chart, next: DrawingChoices, titles: Titles): string {
  const plain = chart.draw
    ? drawingTitle(drawingChoices(chart.draw), titles)
    : proposedTitle(choicesOf(chart), titles)
  return chart.title === plain ? drawingTitle(next, titles) : chart.title
}

/** What layers show, as far as a kind can take it over. */
function layered(chart: Chart): DrawingChoices {
  const { along, colour, how, column } = choicesOf(chart)
  const parts = { names: along, panels: along, day: along, at: along, series: colour, column }
  return { kind: 'ranked', parts, value: measureOf(how, column), along: undefined }
}

function measureOf(how: ChartChoices['how'], column: string): Measure {
  if (how === 'rows' || column === '') return { kind: 'count' }
  return how === 'value' ? { kind: 'column', column } : { kind: 'aggregate', of: how, column }
}

/** A ready-made kind's YAML as layers of one mark. */
export function asLayers(
  { body, chart }: ChartCell,
  shape: Shape,
  ground: Ground,
): string | undefined {
  const { draw } = chart
  if (!draw) return undefined
  const choices = layersOf(draw, chart, shape, ground)
  return choices && withLayers(body, choices)
}

function layersOf(
  draw: NonNullable<Chart['draw']>,
  chart: Chart,
  shape: Shape,
  { columns, titles }: Ground,
): ChartChoices | undefined {
  const { parts, value, along } = drawingChoices(draw)
  const numbers = columns.filter(({ kind }) => kind === 'number').map(({ name }) => name)
  const first = firstChoices({
    from: chart.from ?? '',
    columns,
    rows: undefined,
    titles,
    source: '',
  })
  const names = parts.names ?? parts.panels ?? along?.column ?? parts.day ?? first?.along ?? ''
  const measure =
    value.kind === 'count'
      ? ({ how: 'rows', column: '' } as const)
      : ({ how: value.kind === 'column' ? 'value' : value.of, column: value.column } as const)
  const day = columns.find(({ kind }) => kind === 'date')?.name
  const line = shape === 'lineY' || shape === 'areaY'
  const at =
    shape === 'dot' || shape === 'rectY' ? (numbers[0] ?? '') : line ? (day ?? names) : names
  const across =
    shape === 'dot'
      ? (numbers[1] ?? '')
      : (parts.series ?? columns.find(({ name }) => name !== at)?.name ?? '')
  const chosen = {
    ...choicesOf(chart),
    ...measure,
    ...{ shape, along: at, across, step: line && at === day ? ('month' as const) : ('' as const) },
    colour: shape === 'cell' || shape === 'dot' || shape === 'rectY' ? '' : (parts.series ?? ''),
  }
  const plain = chart.title === drawingTitle(drawingChoices(draw), titles)
  const titled = { ...chosen, title: plain ? proposedTitle(chosen, titles) : chart.title }
  return isWhole(titled) ? titled : undefined
}
