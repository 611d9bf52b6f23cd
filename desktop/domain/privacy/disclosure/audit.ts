import { additiveFigures, allColumns } from './figures.ts'
import { Guard } from './guard.ts'
import { neededWidth, primaryReasons } from './judge.ts'
import { spotOf } from './lattice.ts'
import type { Place, Policy, Released, Table } from './model.ts'
import { roundedWidth } from './rounding.ts'
import { floorOf, systemBefore, unitOf } from './system.ts'

/** A cell that should not be known, with the range that everything published leaves for it. */
export interface Recoverable {
  readonly keys: readonly Place[]
  readonly measure: string
  readonly least: number
  readonly most: number
}

/** Ranges are worked out to within so much. */
const slip = 2e-3

/**
 * The cells of a table that could be worked out from all that was published of its population.
 * A cell that was shown outright counts as well.
 */
export function audit(all: readonly Released[], truth: Table, policy: Policy): Recoverable[] {
  const published = all.filter(({ population }) => population === truth.population)
  const columns = allColumns(truth, published)
  const primary = primaryReasons(truth, policy)
  return additiveFigures(truth).flatMap((figures) => {
    const system = systemBefore(columns, published, figures, floorOf(truth, figures))
    const guard = new Guard(system, [], { left: Infinity }, unitOf(figures))
    if (!guard.ready) throw new Error('the published tables contradict each other')
    return truth.cells.flatMap(({ keys }, at) => {
      const cell = system.at.get(spotOf(columns, truth.by, keys).address)
      if (primary[at] === undefined || cell === undefined) return []
      const [least, most] = guard.range(cell)
      const rounded = (system.seen[cell]?.upper ?? Infinity) < Infinity
      const width = neededWidth(figures.kind, figures.values[at] ?? 0, policy)
      const need = rounded ? roundedWidth : width
      const narrow = most - least < need * (1 - slip) - slip
      return narrow ? [{ keys, measure: figures.name, least, most }] : []
    })
  })
}
