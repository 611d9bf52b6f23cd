import type { Channel, ColourChannel } from './channel.ts'
import type { Chart, DataMark, Mark } from './chart.ts'
import {
  paramNames,
  ref,
  unseen,
  withoutUndefined,
  type Json,
  type JsonObject,
} from './mosaic-json.ts'
import type { Palette } from './palette.ts'

/** A mark of ours as one or two of Mosaic's. */
export function compileMark(mark: Mark, chart: Chart, palette: Palette): JsonObject[] {
  if (mark.mark === 'ruleX' || mark.mark === 'ruleY') return compileRule(mark, palette)
  const paints = {
    fill: 'fill' in mark ? mark.fill : undefined,
    stroke: 'stroke' in mark ? mark.stroke : undefined,
  }
  return [
    {
      mark: mark.mark === 'density' ? 'rect' : mark.mark,
      data: compileData(mark, chart),
      x: compileChannel(mark.x),
      y: compileChannel(mark.y),
      ...compilePaints(mark, paints, palette),
      ...(mark.mark === 'dot' ? { r: compileChannel(mark.r ?? { kind: 'number', value: 4 }) } : {}),
      ...(mark.mark === 'text' ? compileText(mark) : {}),
      ...(mark.mark === 'rectY' ? { inset: 0.5 } : {}),
      ...(mark.sort ? { sort: withoutUndefined(mark.sort) } : {}),
      ...(mark.tip === false ? {} : compileTip(mark, mark.tip)),
      ...withoutUndefined({
        fillOpacity: mark.fillOpacity,
        strokeOpacity: mark.strokeOpacity,
        strokeWidth: mark.strokeWidth,
      }),
    },
  ]
}

function compileData(mark: DataMark, chart: Chart): JsonObject {
  const from = tablePath(mark.from ?? chart.from ?? '')
  const filter = chart['filter-by']
  if (filter === undefined || !mark.filtered) return { from }
  return { from, filterBy: ref(paramNames.selection(filter)) }
}

/** A table in a schema is a path; Mosaic quotes each part. */
function tablePath(name: string): Json {
  const [first = '', second] = name.split('.')
  return second === undefined ? first : [first, second]
}

function compileChannel(channel: Channel): Json {
  switch (channel.kind) {
    case 'column':
      return { column: channel.column }
    case 'count':
      return { count: null }
    case 'aggregate':
      if (channel.of === 'distinct') return { count: channel.column, distinct: true }
      return { [channel.of]: channel.column }
    case 'bin':
      return withoutUndefined({ bin: channel.column, steps: channel.steps })
    case 'calendar':
      return { bin: channel.column, interval: channel.unit }
    case 'number':
      return channel.value
    case 'parameter':
      return ref(paramNames.parameter(channel.name))
  }
}

interface Paints {
  readonly fill: ColourChannel | undefined
  readonly stroke: ColourChannel | undefined
}

/** A line is painted by its stroke, everything else by its fill; the data's own colour unless said. */
function compilePaints(mark: DataMark, { fill, stroke }: Paints, palette: Palette): JsonObject {
  const paint = (channel: ColourChannel): Json =>
    channel.kind === 'colour' ? palette.colours[channel.colour] : compileChannel(channel)
  const usual: ColourChannel = { kind: 'colour', colour: mark.mark === 'text' ? 'ink' : 'teal' }
  if (mark.mark === 'lineY') return { stroke: paint(stroke ?? usual) }
  if (stroke === undefined) return { fill: paint(fill ?? usual) }
  return fill === undefined
    ? { stroke: paint(stroke) }
    : { fill: paint(fill), stroke: paint(stroke) }
}

/** Whose values they are, the name, the value; what only paints is said by the legend. */
function compileTip(mark: DataMark, tip: true | string): JsonObject {
  const [name, value] = mark.mark === 'barX' ? ['y', 'x'] : ['x', 'y']
  const silent = (['fill', 'stroke', 'r'] as const).filter(
    (channel) => channel in mark && !(mark.mark === 'cell' && channel === 'fill'),
  )
  const told = typeof tip === 'string' ? [unseen, name, value] : [name, value]
  const format: JsonObject = Object.fromEntries<boolean>([
    ...told.map((key) => [key, true] as const),
    ...silent.map((key) => [key, false] as const),
  ])
  return { ...(typeof tip === 'string' ? { channels: { [unseen]: tip } } : {}), tip: { format } }
}

function compileText(mark: Extract<Mark, { mark: 'text' }>): JsonObject {
  return {
    text: compileChannel(mark.text),
    ...withoutUndefined({ dx: mark.dx, dy: mark.dy, textAnchor: mark.anchor }),
  }
}

/** A threshold, and its words at the far end of the rule. */
function compileRule(
  mark: Extract<Mark, { mark: 'ruleX' | 'ruleY' }>,
  palette: Palette,
): JsonObject[] {
  const place =
    mark.mark === 'ruleX' ? { x: compileChannel(mark.x) } : { y: compileChannel(mark.y) }
  const stroke = palette.colours[mark.stroke]
  const line = {
    mark: mark.mark,
    ...place,
    stroke,
    ...withoutUndefined({ strokeWidth: mark.strokeWidth, strokeDasharray: mark.strokeDasharray }),
  }
  if (mark.label === undefined) return [line]
  const end =
    mark.mark === 'ruleX'
      ? { frameAnchor: 'top', dy: -14 }
      : { frameAnchor: 'right', textAnchor: 'end', dy: -8 }
  const words = {
    mark: 'text',
    data: [{ label: mark.label }],
    text: 'label',
    ...place,
    ...end,
    fill: stroke,
  }
  return [line, words]
}
