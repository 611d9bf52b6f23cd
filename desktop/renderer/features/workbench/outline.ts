import type { Block } from '../../../domain/notebook/notebook.ts'

/** A place in the notebook that one can go to. */
export interface Entry {
  /** The cell, for its state; undefined for a heading. */
  readonly cell: string | undefined
  readonly title: string
  readonly kind: Block['kind'] | 'heading'
  /** The block's place among the blocks. */
  readonly block: number
}

/** The headings and cells of a notebook, in order. */
export function outlineOf(blocks: readonly Block[]): Entry[] {
  return blocks.flatMap((block, index): Entry[] => {
    if (block.kind !== 'prose') {
      return [{ cell: block.name, title: titleOf(block), kind: block.kind, block: index }]
    }
    return Array.from(block.text.matchAll(/^##? +(.+?) *#*$/gm), ([, title = '']) => ({
      cell: undefined,
      title,
      kind: 'heading' as const,
      block: index,
    }))
  })
}

function titleOf(block: Exclude<Block, { kind: 'prose' }>): string {
  if (block.kind === 'chart') return block.chart.title
  if (block.kind === 'map') return block.map.title
  if (block.kind === 'value') return block.card.label
  if (block.kind === 'stat') return block.stat.label ?? block.name
  if (block.kind === 'check') return block.check.label ?? block.name
  return block.kind === 'input' && block.input.label !== '' ? block.input.label : block.name
}
