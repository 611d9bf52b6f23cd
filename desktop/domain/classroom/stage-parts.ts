import type { PlanStep, StepKind } from './step.ts'
import type { StageShow } from './stage-show.ts'

const parts: Readonly<Record<StageShow['kind'], StepKind>> = {
  title: 'talk',
  idea: 'talk',
  query: 'talk',
  phone: 'practice',
  practice: 'practice',
  question: 'exercise',
  answer: 'exercise',
  card: 'close',
  end: 'close',
}

/** A step of the plan that nothing is shown for costs less than a page in the wrong step. */
const skipCost = 0.75

/**
 * To which step of the plan each page belongs: in order, kind to kind as far as it goes, and no step
 * of the plan left out without need. Empty where there is no plan.
 */
export function partsOf(shows: readonly StageShow[], plan: readonly PlanStep[]): number[] {
  // the lesson begins with the plan
  let costs = plan.map((_, at) => (at === 0 ? 0 : Infinity))
  const before: number[][] = []
  for (const show of shows.slice(1)) {
    const from = plan.map((_, to) => cheapest(costs, to))
    before.push(from)
    costs = plan.map((step, to) => cost(costs, from[to] ?? 0, to) + misfit(show, step))
  }
  const ends = costs.map((sum, at) => sum + skipCost * (plan.length - 1 - at))
  let at = ends.indexOf(Math.min(...ends))
  const found = shows.length > 0 && plan.length > 0 ? [at] : []
  for (const from of plan.length > 0 ? before.toReversed() : []) {
    at = from[at] ?? 0
    found.unshift(at)
  }
  return found
}

const misfit = (show: StageShow, step: PlanStep): number => {
  const other =
    'scenario' in show && step.scenario !== undefined && show.scenario !== step.scenario ? 1 : 0
  return (parts[show.kind] === step.kind ? 0 : 1) + other
}

/** What it costs to come to `to` from `from`, with what was spent so far. */
const cost = (costs: readonly number[], from: number, to: number): number =>
  (costs[from] ?? Infinity) + skipCost * Math.max(0, to - from - 1)

/** Of two ways equally good, the one that has been longer in its step. */
function cheapest(costs: readonly number[], to: number): number {
  let best = to
  for (let from = to - 1; from >= 0; from -= 1) {
    if (cost(costs, from, to) < cost(costs, best, to)) best = from
  }
  return best
}
