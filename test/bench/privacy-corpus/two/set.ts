import { buildSet } from '../build.ts'
import type { GoldSet } from '../gold.ts'
import { chatter } from './chatter.ts'
import { chatty } from './chatty.ts'
import { columns, notes } from './columns.ts'
import { formal } from './formal.ts'

/** The set that the finder is judged by, and that nobody improves it with. */
export function heldOutSet(): GoldSet {
  return buildSet({
    seed: 'held out',
    texts: 1600,
    tables: 72,
    clean: 0.4,
    formal,
    chatty,
    chatter,
    columns,
    cells: { ...formal, ...notes },
  })
}
