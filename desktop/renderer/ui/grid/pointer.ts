import type { Place } from './keyboard.ts'

/** The cell that an event happened in. */
export function cellUnder(target: EventTarget | null): Place | undefined {
  if (!(target instanceof Element)) return undefined
  const cell = target.closest<HTMLElement>('[role="gridcell"][data-row]')
  if (!cell) return undefined
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) }
}
