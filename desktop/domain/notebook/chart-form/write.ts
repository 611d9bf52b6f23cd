import { isMap, isSeq, parseDocument, type Document } from 'yaml'
import { colours } from '../channel.ts'
import { chartSchema } from '../chart.ts'
import { readYaml } from '../yaml-part.ts'
import { choicesOf, isWhole, mainMark, type ChartChoices } from './choices.ts'

/** A chart's YAML from choices alone. */
export function writeChart(choices: ChartChoices): string {
  const empty = 'title: 图\nplot:\n  - mark: barX\n    x: { count: true }\n    y: 列'
  return withChoices(empty, choices)
}

/**
 * The chart's YAML with these choices. Only what they change is written; comments, further marks and
 * all that the form does not show stay. The same text where it cannot be read or too little is chosen.
 */
export function withChoices(body: string, after: ChartChoices): string {
  const read = readYaml(body, chartSchema)
  if (!read.ok || (!read.value.draw && !isWhole(after))) return body
  const document = parseDocument(body, { stringKeys: true })
  const before = choicesOf(read.value)
  const main = ['plot', mainMark(read.value)]
  const differs = (...keys: (keyof ChartChoices)[]) =>
    keys.some((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  if (differs('from')) {
    const own = document.getIn([...main, 'from']) !== undefined
    document.setIn(own ? [...main, 'from'] : ['from'], after.from)
  }
  if (differs('shape', 'along', 'step', 'across', 'how', 'column', 'colour', 'sort', 'limit')) {
    writeMark(document, main, before, after)
  }
  if (differs('title')) document.set('title', after.title.trim())
  if (differs('source')) put(document, ['source'], after.source.trim())
  for (const side of ['x', 'y'] as const) {
    if (!differs(side)) continue
    put(document, [side, 'label'], after[side].label.trim())
    put(document, [side, 'format'], after[side].format)
    dropEmpty(document, side)
  }
  if (differs('select')) put(document, ['select'], selectOf(after))
  if (differs('filterBy')) put(document, ['filter-by'], after.filterBy)
  const written = document.toString({ lineWidth: 0 }).trimEnd()
  return readYaml(written, chartSchema).ok ? written : body
}

type Path = readonly (string | number)[]

/** Sets a value, in one line; takes it away where it is empty. */
function put(document: Document, path: Path, value: unknown): void {
  if (value === undefined || value === '') {
    if (document.hasIn(path)) document.deleteIn(path)
    return
  }
  const node: unknown = document.createNode(value)
  if (isMap(node) || isSeq(node)) node.flow = true
  document.setIn(path, node)
}

function dropEmpty(document: Document, key: string): void {
  const node = document.get(key)
  if (isMap(node) && node.items.length === 0) document.delete(key)
}

/** What only some marks know: it goes where the shape changes. */
const particular = ['fill', 'stroke', 'r', 'sort'] as const

function writeMark(
  document: Document,
  main: Path,
  before: ChartChoices,
  after: ChartChoices,
): void {
  if (before.shape !== after.shape) {
    for (const key of particular) put(document, [...main, key], undefined)
    if (document.getIn([...main, 'tip']) === undefined) document.setIn([...main, 'tip'], true)
  }
  document.setIn([...main, 'mark'], after.shape)
  const { x, y, paint } = channels(after)
  put(document, [...main, 'x'], x)
  put(document, [...main, 'y'], y)
  const painted = after.shape === 'lineY' ? 'stroke' : 'fill'
  const repaint = before.colour !== after.colour || before.shape !== after.shape
  if (repaint || after.shape === 'cell') put(document, [...main, painted], paint)
  const sort = sortOf(after)
  if (before.sort !== after.sort || before.limit !== after.limit || before.shape !== after.shape) {
    put(document, [...main, 'sort'], sort)
  }
}

/** A column’s name alone would be a colour where it is called like one. */
const columnChannel = (column: string) =>
  colours.some((name) => name === column) ? { column } : column

function channels(choices: ChartChoices): { x: unknown; y: unknown; paint: unknown } {
  const { shape, along, step, across, how, column, colour } = choices
  const names = step === '' ? along : { [step]: along }
  const size = how === 'rows' ? { count: true } : how === 'value' ? column : { [how]: column }
  const paint = colour === '' ? undefined : columnChannel(colour)
  switch (shape) {
    case 'barX':
      return { x: size, y: names, paint }
    case 'dot':
      return { x: names, y: across, paint }
    case 'density':
      return { x: along, y: across, paint: undefined }
    case 'rectY':
      return { x: { bin: along, steps: 20 }, y: { count: true }, paint }
    case 'cell':
      return { x: names, y: across, paint: how === 'value' ? columnChannel(column) : size }
    default:
      return { x: names, y: size, paint }
  }
}

function sortOf({ shape, sort, limit }: ChartChoices): unknown {
  if (sort === 'none' || (shape !== 'barX' && shape !== 'barY')) return undefined
  const [names, size] = shape === 'barX' ? ['y', 'x'] : ['x', 'y']
  const by = sort === 'most' ? `-${size}` : size
  return limit === undefined ? { [names]: by } : { [names]: by, limit }
}

function selectOf({ select, shape }: ChartChoices): unknown {
  if (select === '') return undefined
  const brush = shape === 'barX' || shape === 'barY' || shape === 'cell' ? 'point' : 'intervalX'
  return { brush, as: select }
}
