import type { Budget, Polytope } from './polytope.ts'
import { polytopeOf, type Slack, type System } from './system.ts'

/** A cell whose range must stay wide, in the measure's own unit. */
export interface Target {
  readonly cell: number
  /** How wide, given the least the cell can be. */
  readonly need: (least: number) => number
}

/** A shown cell that may be taken back, and how much would be lost with it. */
export interface Retractable {
  readonly cell: number
  readonly loss: number
}

/** Weighs more than any path of taken back cells. */
const wanted = 1e5
/** Less than this is no move: bounds are loosened by trifles that add up over many rows. */
const near = 1e-3

/**
 * Keeps the ranges of cells wide. It asks what the published equations leave for a cell, by a
 * linear programme each way, and where that is too narrow finds which shown cells to take back
 * with the least loss: those that must give way when the cell is pushed further than the
 * equations let it.
 */
export class Guard {
  readonly ready: boolean
  readonly #system: System
  readonly #polytope: Polytope
  readonly #slacks: ReadonlyMap<number, Slack>
  readonly #losses: ReadonlyMap<number, number>
  readonly #taken = new Set<number>()
  readonly #unit: number

  constructor(system: System, retractable: readonly Retractable[], budget: Budget, unit: number) {
    const cells = retractable.map(({ cell }) => cell)
    const { polytope, slacks } = polytopeOf(system, cells, unit, budget)
    this.#system = system
    this.#polytope = polytope
    this.#slacks = slacks
    this.#losses = new Map(retractable.map(({ cell, loss }) => [cell, loss]))
    this.#unit = unit
    this.ready = polytope.settle()
  }

  /** Whether what is published leaves the cell a range as wide as needed. */
  isWide(target: Target): boolean {
    return this.#gap(target) === undefined
  }

  /** The range itself, in the measure's own unit. */
  range(cell: number): readonly [least: number, most: number] {
    const down = this.#polytope.raise(new Map([[cell, -1]]))
    const least = down === 'endless' ? -Infinity : this.#value(cell)
    const up = this.#polytope.raise(new Map([[cell, 1]]))
    return [least, up === 'endless' ? Infinity : this.#value(cell)]
  }

  /** The cells to take back so that the range is wide; undefined where nothing helps. */
  widen(target: Target): number[] | undefined {
    const goal = this.#gap(target)
    if (goal === undefined) return []
    const above = this.#push(target.cell, goal, 1, target)
    if (above.reached) return above.cells
    const most = this.#value(target.cell)
    const width = goal - this.#leastOf(target, goal)
    const below = this.#push(target.cell, most - width, -1, target)
    return below.reached ? [...above.cells, ...below.cells] : undefined
  }

  /** What the cell would have to reach; undefined where it can. */
  #gap({ cell, need }: Target): number | undefined {
    if (this.#polytope.raise(new Map([[cell, -1]])) === 'endless') return undefined
    const least = this.#value(cell)
    const goal = least + need(least)
    return this.#reaches(cell, goal, 1, new Map([[cell, 1]])) ? undefined : goal
  }

  #leastOf(target: Target, goal: number): number {
    this.#polytope.raise(new Map([[target.cell, -1]]))
    const least = this.#value(target.cell)
    return Math.min(least, goal)
  }

  #value(cell: number): number {
    return (this.#polytope.value[cell] ?? 0) * this.#unit
  }

  /** Walks towards a value and no further; whether it came there. */
  #reaches(cell: number, goal: number, sign: 1 | -1, prices: ReadonlyMap<number, number>): boolean {
    const bounds = sign > 0 ? this.#polytope.upper : this.#polytope.lower
    const own = bounds[cell] ?? 0
    const end = goal / this.#unit
    const slip = near * Math.max(1, Math.abs(end))
    if (sign * (own - end) < -slip) return false
    if (sign * ((this.#polytope.value[cell] ?? 0) - end) >= -slip) return true
    bounds[cell] = end
    this.#polytope.raise(prices)
    bounds[cell] = own
    return sign * ((this.#polytope.value[cell] ?? 0) - end) >= -slip
  }

  #push(cell: number, goal: number, sign: 1 | -1, target: Target) {
    const step = Math.max(near, Math.abs(goal - this.#value(target.cell)) / this.#unit)
    const prices = new Map([[cell, sign * wanted]])
    const open = [...this.#slacks].filter(([one]) => !this.#taken.has(one))
    for (const [one, slack] of open) this.#offer(one, slack, step, prices)
    const reached = this.#reaches(cell, goal, sign, prices)
    const cells: number[] = []
    for (const [one, { up, down }] of open) {
      const moved = Math.max(this.#polytope.value[up] ?? 0, this.#polytope.value[down] ?? 0)
      if (moved > near) cells.push(one)
      else for (const column of [up, down]) this.#polytope.upper[column] = 0
    }
    for (const one of cells) this.#taken.add(one)
    return { reached, cells }
  }

  /** Opens a shown cell's columns at the price of its loss, spread over what the step asks of it. */
  #offer(cell: number, { up, down }: Slack, step: number, prices: Map<number, number>): void {
    const seen = this.#system.seen[cell]
    const loss = this.#losses.get(cell) ?? 1
    const room = Math.max(0, (seen?.lower ?? 0) - this.#system.floor) / this.#unit
    this.#polytope.upper[up] = Infinity
    this.#polytope.upper[down] = room
    prices.set(up, -loss)
    prices.set(down, (-loss * step) / Math.max(step / 50, Math.min(step, room)))
  }
}
