import { fold } from '../name.ts'
import type { StatCell } from '../notebook.ts'
import type { ResultTable } from '../result-table.ts'
import { noWords, type WordsOf } from './column-words.ts'
import { withFindings, type Finished } from './finished.ts'
import { finishAnswered } from './finish-answered.ts'
import { finishControl } from './finish-control.ts'
import { finishDescribe } from './finish-describe.ts'
import { finishMeans } from './finish-groups.ts'
import { finishPaired } from './finish-paired.ts'
import { finishRanks } from './finish-ranks.ts'
import { finishStandardise } from './finish-rates.ts'
import { finishChange, finishSeason } from './finish-series.ts'
import { finishSimpson } from './finish-simpson.ts'
import { finishSurvey } from './finish-survey.ts'
import { finishCorrelation } from './finish-association.ts'
import { finishIndependence } from './finish-cross.ts'
import { finishMeanDifference, finishProportionDifference } from './finish-difference.ts'
import { finishMean, finishProportion, finishSummary } from './finish-single.ts'
import { finishModel } from './model/finish-model.ts'
import type { Stat } from './stat.ts'
import { titledStat } from './titled.ts'

/** Finishes a statistic from its table, the rows of `writeStat`, and tells it in its columns' words. */
export function finishStat(written: Stat, table: ResultTable, words: WordsOf = noWords): Finished {
  // columns that are told one by one find their own words
  const stat = written.test === 'describe' ? written : titledStat(written, words)
  switch (stat.test) {
    case 'summary':
      return finishSummary(stat, table)
    case 'describe':
      return finishDescribe(stat, table, words)
    case 'mean':
      return finishMean(stat, table)
    case 'proportion':
      return finishProportion(stat, table)
    case 'mean-difference':
      return finishMeanDifference(stat, table)
    case 'proportion-difference':
      return finishProportionDifference(stat, table)
    case 'paired':
      return finishPaired(stat, table)
    case 'correlation':
      return finishCorrelation(stat, table)
    case 'independence':
      return finishIndependence(stat, table)
    case 'means':
      return finishMeans(stat, table)
    case 'ranks':
      return finishRanks(stat, table)
    case 'survey':
      return finishSurvey(stat, table)
    case 'control':
      return finishControl(stat, table)
    case 'season':
      return finishSeason(stat, table)
    case 'change':
      return finishChange(stat, table)
    case 'simpson':
      return finishSimpson(stat, table)
    case 'standardise':
      return finishStandardise(stat, table)
    case 'answered':
      return finishAnswered(stat, table)
    case 'ols':
    case 'logit':
    case 'poisson':
    case 'did':
      return finishModel(stat, table, words)
  }
}

/** Tables by folded name; what a statistic comes to stands before its own columns, for quotes. */
export function finishedTables(
  cells: readonly StatCell[],
  tables: ReadonlyMap<string, ResultTable>,
): ReadonlyMap<string, ResultTable> {
  const finished = new Map(tables)
  for (const { name, stat } of cells) {
    const table = tables.get(fold(name))
    if (table) finished.set(fold(name), withFindings(table, finishStat(stat, table)))
  }
  return finished
}
