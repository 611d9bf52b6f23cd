import type { Coefficient } from '../../../statistics/regression/fit.ts'
import { interceptName } from '../../../statistics/regression/design.ts'
import type { Fitted } from '../../../statistics/regression/fit-model.ts'
import type { ResultTable } from '../../result-table.ts'
import { say, type Finding, type Finished } from '../finished.ts'
import { noWords, type WordsOf } from '../column-words.ts'
import type { ModelStat } from '../stat.ts'
import { basisOf, pFinding, plainFinding } from '../wording.ts'
import { sizedFinding } from './size.ts'
import { cautionsOf } from './cautions.ts'
import { figureOf } from './figure.ts'
import { outcomeIn } from './table.ts'
import { coefficientTable } from './terms.ts'
import { titledModel, titledWhy } from './titled.ts'
import { saysOf, sentenceOf } from './wording.ts'

/** Tells a model from its table. */
export function finishModel(
  made: ModelStat,
  table: ResultTable,
  words: WordsOf = noWords,
): Finished {
  const outcome = outcomeIn(table)
  if (!outcome) {
    return {
      ok: false,
      why: say('模型还没有算出来。', 'The model has not been fitted.'),
      basis: undefined,
    }
  }
  if (!outcome.ok) {
    return { ok: false, why: titledWhy(made, outcome.why, words), basis: undefined }
  }
  const { stat, fitted } = titledModel(made, outcome.fitted, words)
  const wrong = say('缺值、不是有限的数或权重为 0', 'missing, not finite or of weight 0')
  const rows = fitted.n + fitted.missing + fitted.weightless
  const main = mainTerm(fitted)
  return {
    ok: true,
    findings: findingsOf(fitted, main),
    sentence: sentenceOf(stat, fitted, main),
    ...saysOf(fitted, main),
    table: coefficientTable(fitted),
    figure: figureOf(stat, fitted),
    basis: basisOf({ rows, used: fitted.n, empty: 0, wrong }),
    cautions: cautionsOf(stat, fitted),
  }
}

/** What a model is told by: its effect, or the first term that is no constant. */
function mainTerm({ coefficients }: Fitted): Coefficient | undefined {
  return coefficients.find(({ term }) => term !== interceptName) ?? coefficients[0]
}

function findingsOf(fitted: Fitted, main: Coefficient | undefined): Finding[] {
  const shown: Finding[] = main
    ? [
        sizedFinding('estimate', say('系数', 'coefficient'), main.estimate),
        sizedFinding('low', say('区间下限', 'lower end'), main.low),
        sizedFinding('high', say('区间上限', 'upper end'), main.high),
        pFinding(main.p),
      ]
    : []
  return [...shown, ...qualities(fitted), plainFinding('n', say('行数', 'rows'), fitted.n, '.0')]
}

function qualities(fitted: Fitted): Finding[] {
  switch (fitted.test) {
    case 'ols':
      return [
        plainFinding('r_squared', say('R²', 'R²'), fitted.rSquared, '.3'),
        plainFinding('adjusted', say('调整后 R²', 'adjusted R²'), fitted.adjusted, '.3'),
        plainFinding('residual_sd', say('残差标准差', 'residual sd'), fitted.residualSd),
        ...(fitted.f ? [plainFinding('f', say('F', 'F'), fitted.f.statistic, '.2')] : []),
        plainFinding('condition', say('条件数', 'condition number'), fitted.condition, '.1'),
        ...(fitted.durbinWatson === undefined
          ? []
          : [plainFinding('durbin_watson', say('DW', 'Durbin–Watson'), fitted.durbinWatson, '.2')]),
      ]
    case 'did': {
      const { preTrends: test } = fitted
      return [
        plainFinding('units', say('单位数', 'units'), fitted.units, '.0'),
        plainFinding('periods', say('时期数', 'periods'), fitted.periods, '.0'),
        ...(test ? [plainFinding('pre_p', say('事前趋势 p', 'pre-trend p'), test.p, '.3')] : []),
      ]
    }
    default:
      return [
        plainFinding('pseudo_r', say('伪 R²', 'pseudo R²'), fitted.pseudoRSquared, '.3'),
        plainFinding('aic', say('AIC', 'AIC'), fitted.aic, '.1'),
      ]
  }
}
