import { isTableKind, type Notebook } from '../../../../domain/notebook/notebook.ts'

/** The table that a new block most likely works on: the nearest cell above it, else a dataset's. */
export function tableAbove(
  { blocks }: Pick<Notebook, 'blocks'>,
  index: number,
  tables: readonly string[],
): string | undefined {
  const cell = blocks
    .slice(0, index + 1)
    .findLast(({ kind }) => isTableKind(kind) && kind !== 'stat' && kind !== 'check')
  return cell && 'name' in cell ? cell.name : tables[0]
}
