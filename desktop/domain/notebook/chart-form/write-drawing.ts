import { isMap, isSeq, parseDocument, YAMLSeq } from 'yaml'
import type { Along, KindDrawing, Measure } from '../chart-kinds/kinds.ts'
import { chartSchema } from '../chart.ts'
import { readYaml } from '../yaml-part.ts'
import type { ChartChoices } from './choices.ts'
import { drawingChoices, type DrawingChoices } from './parts.ts'
import { withChoices } from './write.ts'

/**
 * The chart's YAML with a ready-made kind in place of its layers; thresholds, comments and all else
 * stay. What only another kind knows goes where the kind changes. The same text where it cannot be
 * read.
 */
export function withDrawing(
  body: string,
  choices: DrawingChoices,
  { title, from }: { readonly title: string; readonly from: string },
): string {
  const read = readYaml(body, chartSchema)
  if (!read.ok) return body
  const document = parseDocument(body, { stringKeys: true })
  const before = read.value.draw
  if (title !== read.value.title) document.set('title', title)
  if (from !== read.value.from) document.set('from', from)
  const same = before?.kind === choices.kind
  if (!same) {
    document.set('draw', document.createNode(written(choices)))
    dropLayers(document)
    document.delete('select')
    document.delete('height')
  } else {
    for (const [key, value] of Object.entries(written(choices))) {
      if (!saysSame(before, choices, key)) document.setIn(['draw', key], flow(document, value))
    }
    if (choices.kind === 'box' && !choices.parts.names) document.deleteIn(['draw', 'names'])
  }
  const drawn = document.get('draw')
  if (isMap(drawn) && !same) drawn.flow = true
  const text = document.toString({ lineWidth: 0 }).trimEnd()
  return readYaml(text, chartSchema).ok ? text : body
}

type Document = ReturnType<typeof parseDocument>

function flow(document: Document, value: unknown): unknown {
  const node: unknown = document.createNode(value)
  if (isMap(node)) node.flow = true
  return node
}

/** Rules over the picture stay; the layers that read a table are drawn by the kind instead. */
function dropLayers(document: Document): void {
  const plot: unknown = document.get('plot')
  if (!isSeq(plot)) return
  const rules = plot.items.filter(
    (layer) => isMap(layer) && ['ruleX', 'ruleY'].includes(String(layer.get('mark'))),
  )
  plot.items.splice(0, plot.items.length, ...rules)
  if (plot.items.length === 0) document.delete('plot')
}

function written({ kind, parts, value, along }: DrawingChoices): Record<string, unknown> {
  const { column, ...named } = parts
  return {
    kind,
    ...named,
    ...(along
      ? { along: along.kind === 'column' ? along.column : { [along.unit]: along.column } }
      : {}),
    value: kind === 'box' ? column : measureText(value),
  }
}

function measureText(value: Measure): unknown {
  if (value.kind === 'count') return { count: true }
  return value.kind === 'column' ? value.column : { [value.of]: value.column }
}

/** Whether the drawing says this already, so that it need not be written anew. */
function saysSame(before: KindDrawing, choices: DrawingChoices, key: string): boolean {
  const now: Readonly<Record<string, unknown>> = written(choices)
  const then: Readonly<Record<string, unknown>> = written(drawingChoices(before))
  return JSON.stringify(now[key]) === JSON.stringify(then[key])
}

/** The chart's YAML with layers, as the choices say, in place of a ready-made kind. */
export function withLayers(body: string, choices: ChartChoices): string {
  const document = parseDocument(body, { stringKeys: true })
  document.delete('draw')
  const layers = new YAMLSeq<unknown>()
  const rules = document.get('plot')
  layers.items.push(document.createNode({ mark: 'barX', x: { count: true }, y: '列' }))
  if (isSeq(rules)) layers.items.push(...rules.items)
  document.set('plot', layers)
  const text = withChoices(document.toString({ lineWidth: 0 }).trimEnd(), choices)
  const read = readYaml(text, chartSchema)
  return read.ok && read.value.draw === undefined ? text : body
}

/** A column as what is drawn along: with a step of time, or as it is. */
export function alongFrom(
  column: string,
  unit: '' | Exclude<Along, { kind: 'column' }>['unit'],
): Along {
  return unit === '' ? { kind: 'column', column } : { kind: 'calendar', unit, column }
}
