import type { Chart } from '../chart.ts'
import { manyBars, manyColours, cutOff, over100 } from './amount-rules.ts'
import { cutAxis, sizeMisused, unmarkedLog } from './axis-rules.ts'
import { noDenominator, tooFewCases } from './denominator-rules.ts'
import type { KindDrawing } from '../chart-kinds/kinds.ts'
import { mainMarkOf, type ChartFacts } from './facts.ts'
import { kindBars } from './kind-bars.ts'
import { lastPeriod, timeGap } from './time-rules.ts'
import type { Warning } from './warning.ts'

const rules = [
  cutAxis,
  unmarkedLog,
  noDenominator,
  tooFewCases,
  over100,
  sizeMisused,
  lastPeriod,
  timeGap,
  cutOff,
  manyBars,
  manyColours,
]

/** A ready-made kind says itself what it leaves out, and never has more colours than can be told apart. */
const kindRules = [cutAxis, noDenominator, tooFewCases]

/** How a chart that has been drawn may mislead, the gravest first; what was accepted is among it. */
export function warningsOf(chart: Chart, facts: ChartFacts): Warning[] {
  if (chart.draw) return warningsOfKind(chart, chart.draw, facts)
  const main = mainMarkOf(chart, facts)
  if (!main) return []
  return rules.flatMap((rule): Warning[] => rule(chart, main, facts))
}

function warningsOfKind(chart: Chart, draw: KindDrawing, facts: ChartFacts): Warning[] {
  const main = facts.groups && kindBars(draw, facts.groups)
  return main ? kindRules.flatMap((rule): Warning[] => rule(chart, main, facts)) : []
}
