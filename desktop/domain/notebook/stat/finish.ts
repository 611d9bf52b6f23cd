import type { ResultTable } from '../result-table.ts'
import type { Finished } from './finished.ts'
import { finishCorrelation, finishIndependence } from './finish-association.ts'
import { finishMeanDifference, finishProportionDifference } from './finish-difference.ts'
import { finishMean, finishProportion, finishSummary } from './finish-single.ts'
import type { Stat } from './stat.ts'

/** Finishes a statistic from its table: the rows of `writeStat`. */
export function finishStat(stat: Stat, table: ResultTable): Finished {
  switch (stat.test) {
    case 'summary':
      return finishSummary(stat, table)
    case 'mean':
      return finishMean(stat, table)
    case 'proportion':
      return finishProportion(stat, table)
    case 'mean-difference':
      return finishMeanDifference(stat, table)
    case 'proportion-difference':
      return finishProportionDifference(stat, table)
    case 'correlation':
      return finishCorrelation(stat, table)
    case 'independence':
      return finishIndependence(stat, table)
  }
}
