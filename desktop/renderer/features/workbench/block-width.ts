import type { Block } from '../../../domain/notebook/notebook.ts'

/** How much of a line a block takes. */
export type Width = 'full' | 'half' | 'third'

export function widthOf(block: Block): Width {
  if (block.kind === 'chart') return block.chart.half ? 'half' : 'full'
  return block.kind === 'value' ? block.card.width : 'full'
}

/** Whether the next block that is seen may stand in the same line, so that nothing is put between. */
export function standsBeside(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index]
  const next = blocks.slice(index + 1).find((one) => one.kind !== 'prose' || one.text.trim() !== '')
  return !!block && !!next && widthOf(block) !== 'full' && widthOf(next) !== 'full'
}
