import * as z from 'zod'
import type { Released } from '../../domain/privacy/disclosure/model.ts'
import type { Journal, Projection } from '../ports.ts'

const numbers = z.array(z.number().nullable())

/** JSON has no undefined in lists, so a place that is summed over is written apart from null. */
const cellSchema = z.object({
  keys: z.array(z.union([z.object({ is: z.string().nullable() }), z.object({})])),
  values: numbers.nullable(),
})

const releasedSchema = z.object({
  /** Of the datasets, the hash of their data and how their tables are joined. */
  base: z.string(),
  /** Conditions on rows, as trees: JSON. */
  conditions: z.string(),
  dataset: z.string(),
  population: z.string(),
  by: z.array(z.string()),
  measures: z.array(z.string()),
  rounded: z.literal(true).optional(),
  cells: z.array(cellSchema),
})
type Written = z.infer<typeof releasedSchema>

/** A table that left, and which rows it was of. */
export interface Remembered {
  readonly base: string
  readonly conditions: string
  readonly dataset: string
  readonly table: Released
}

/** What a workspace remembers of published tables, at most; the oldest are forgotten first. */
const most = 500

/** What was published from protected datasets: published numbers only, never what was held back. */
export const releasedProjection: Projection<readonly Written[]> = {
  name: 'released',
  version: 1,
  initial: [],
  reduce(state, event) {
    if (event.type !== 'disclosure.released') return state
    const read = releasedSchema.safeParse(event.data)
    return read.success ? [...state, read.data].slice(-most) : state
  },
}

export interface ReleaseMemory {
  /** Tables of the same base. */
  earlier(base: string): readonly Remembered[]
  remember(tables: readonly Remembered[]): Promise<void>
}

export function createReleaseMemory(journal: Journal): ReleaseMemory {
  const known = () => journal.state(releasedProjection)
  return {
    earlier: (base) =>
      known()
        .filter((one) => one.base === base)
        .map(read),
    async remember(tables) {
      for (const table of tables) {
        const data = write(table)
        const text = JSON.stringify(data)
        if (known().some((one) => JSON.stringify(one) === text)) continue
        await journal.append({ type: 'disclosure.released', data })
      }
    },
  }
}

function write({ base, conditions, dataset, table }: Remembered): Written {
  const cells = table.cells.map(({ keys, values }) => ({
    keys: keys.map((is) => (is === undefined ? {} : { is })),
    values: values && [...values],
  }))
  const { population, by, measures, rounded } = table
  const about = { base, conditions, dataset, population, by: [...by], measures: [...measures] }
  return { ...about, ...(rounded ? { rounded } : {}), cells }
}

function read({ base, conditions, dataset, cells, rounded, ...table }: Written): Remembered {
  const places = (keys: Written['cells'][number]['keys']) =>
    keys.map((one) => ('is' in one ? one.is : undefined))
  return {
    base,
    conditions,
    dataset,
    table: {
      ...table,
      ...(rounded ? { rounded } : {}),
      cells: cells.map(({ keys, values }) => ({ keys: places(keys), values })),
    },
  }
}
