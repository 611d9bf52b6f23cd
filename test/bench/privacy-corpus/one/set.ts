import { buildSet } from '../build.ts'
import type { GoldSet } from '../gold.ts'
import { chatter } from './chatter.ts'
import { chatty } from './chatty.ts'
import { columns, remarks } from './columns.ts'
import { formal } from './formal.ts'

/** The set that the finder may be improved with. */
export function developmentSet(): GoldSet {
  return buildSet({
    seed: 'development',
    texts: 600,
    tables: 60,
    clean: 0.35,
    formal,
    chatty,
    chatter,
    columns,
    cells: { ...formal, ...remarks },
  })
}
