import type { Block } from '../../../domain/notebook/notebook.ts'

/** A key for each block: a cell keeps its own wherever it goes, even beside another of its name. */
export function blockKeys(blocks: readonly Block[]): string[] {
  const seen = new Map<string, number>()
  return blocks.map((block, index) => {
    if (block.kind === 'prose') return `prose ${index}`
    const count = (seen.get(block.name) ?? 0) + 1
    seen.set(block.name, count)
    return `cell ${block.name} ${count}`
  })
}
