import { interceptName } from '../../../statistics/regression/design.ts'
import type { DidFit } from '../../../statistics/regression/did.ts'
import type { Fitted } from '../../../statistics/regression/fit-model.ts'
import type { Figure } from '../figure/figure.ts'
import { say } from '../finished.ts'
import type { ModelStat } from '../stat.ts'
import { termText } from './terms.ts'

/** More intervals than this are read in the table. */
const mostIntervals = 24

/** Coefficients with their intervals; of a difference in differences the means of both groups. */
export function figureOf(stat: ModelStat, fitted: Fitted): Figure | undefined {
  if (fitted.test === 'did') return stat.test === 'did' ? trends(stat.outcome, fitted) : undefined
  const rows = fitted.coefficients
    .filter(({ term, low, high }) => term !== interceptName && Number.isFinite(high - low))
    .map(({ term, estimate, low, high }) => ({ label: termText(term), estimate, low, high }))
  if (rows.length === 0 || rows.length > mostIntervals) return undefined
  return {
    kind: 'intervals',
    measure: say('系数和置信区间', 'coefficients with intervals'),
    rows,
    reference: { value: 0, label: say('0：没有差别', '0: no difference') },
  }
}

/** The picture of parallel trends. */
function trends(outcome: string, { means, start }: DidFit): Figure {
  const axis = [...new Set(means.map(({ time }) => time))]
  const line = (group: 'treated' | 'control') =>
    axis.map((at) => means.find((one) => one.time === at && one.group === group)?.mean ?? null)
  const at = axis.indexOf(start ?? '')
  return {
    kind: 'lines',
    measure: say(`${outcome}的平均`, `mean of ${outcome}`),
    axis,
    series: [
      { label: say('受影响', 'treated'), values: line('treated') },
      { label: say('没受影响', 'untreated'), values: line('control') },
    ],
    marks: at >= 0 ? [{ at, label: say('开始实施', 'start') }] : undefined,
  }
}
