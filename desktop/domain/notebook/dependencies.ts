import { sourcesOf } from './chart.ts'
import { textsOfMap } from './map/map.ts'
import { fold } from './name.ts'
import type { Block, Notebook } from './notebook.ts'
import { fillQuotes, quotesIn } from './quote.ts'
import { textsOf } from './chart-text.ts'

/** Something that others of the notebook are made from, or that is made from others. */
export interface DependencyNode {
  /** Folded name of a cell, or a dataset's id after `data:`, or `block:` and its index. */
  readonly id: string
  readonly kind: 'dataset' | Block['kind']
  readonly label: string
  /** The block's index; undefined for a dataset. */
  readonly block: number | undefined
  /** Ids of what it is made from. */
  readonly from: readonly string[]
}

/** How a table cell was told to be made. */
interface Reader {
  readonly inputs: readonly string[]
  readonly parameters: readonly string[]
}

/** Everything of a notebook that has to do with data, and what it is made from. */
export function dependenciesOf(
  notebook: Pick<Notebook, 'head' | 'blocks'>,
  told: ReadonlyMap<string, Reader>,
): DependencyNode[] {
  const datasets = notebook.head.datasets.map(({ id }): DependencyNode => {
    return { id: dataId(id), kind: 'dataset', label: id, block: undefined, from: [] }
  })
  const cells = notebook.blocks.flatMap((block, index): DependencyNode[] => {
    const from = sourcesIn(block, told, notebook)
    if (block.kind === 'prose') {
      return from.length === 0 ? [] : [{ ...prose(block.text, index), from }]
    }
    return [{ id: fold(block.name), kind: block.kind, label: block.name, block: index, from }]
  })
  const known = new Set([...datasets, ...cells].map(({ id }) => id))
  return [...datasets, ...cells].map((node) => ({
    ...node,
    from: [...new Set(node.from)].filter((id) => known.has(id) && id !== node.id),
  }))
}

const dataId = (id: string) => `data:${id}`

function prose(text: string, index: number): Omit<DependencyNode, 'from'> {
  const words = fillQuotes(text, () => '…')
    .replaceAll(/[#*`>]/g, '')
    .trim()
  return { id: `block:${index}`, kind: 'prose', label: shortened(words), block: index }
}

const shortened = (text: string) => (text.length > 16 ? `${text.slice(0, 15)}…` : text)

function sourcesIn(
  block: Block,
  told: ReadonlyMap<string, Reader>,
  { head }: Pick<Notebook, 'head'>,
): string[] {
  if (block.kind === 'prose') return quoted([block.text])
  if (block.kind === 'chart') {
    const tables = sourcesOf(block.chart).map((source) => tableId(source, head))
    return [...tables, ...quoted(textsOf(block.chart))]
  }
  if (block.kind === 'map') return [fold(block.map.from), ...quoted(textsOfMap(block.map))]
  if (block.kind === 'value') return [fold(block.card.from)]
  const reader = told.get(block.name)
  const datasets = head.datasets.map(({ id }) => id)
  const inputs = reader?.inputs ?? []
  return [
    ...inputs.map((name) => (datasets.includes(name) ? dataId(name) : fold(name))),
    ...(reader?.parameters ?? []).map(fold),
  ]
}

const quoted = (texts: readonly string[]) =>
  texts.flatMap(quotesIn).flatMap(({ quote }) => (quote ? [fold(quote.name)] : []))

/** A chart's table is a cell, or a dataset's. */
function tableId(source: string, { datasets }: Notebook['head']): string {
  const [first = ''] = source.split('.')
  const dataset = datasets.find(({ id }) => id.replaceAll('-', '_') === fold(first))
  return dataset ? dataId(dataset.id) : fold(first)
}
