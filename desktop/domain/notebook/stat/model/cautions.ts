import type { DidFit } from '../../../statistics/regression/did.ts'
import type { CountFit, LinearFit } from '../../../statistics/regression/fit.ts'
import type { Fitted } from '../../../statistics/regression/fit-model.ts'
import type { Model } from '../../../statistics/regression/spec.ts'
import type { Sentence } from '../../problem.ts'
import { writeValue } from '../../value.ts'
import { say } from '../finished.ts'
import { pText } from '../wording.ts'
import { termText } from './terms.ts'

/** Fewer clusters make errors too small (A. C. Cameron, D. L. Miller, 2015). */
const fewClusters = 30
/** VIF above 10 and condition numbers above 30 are the usual marks (Belsley, Kuh and Welsch, 1980). */
const highInflation = 10
const farRow = 1

/** What to beware of, worst first. */
export function cautionsOf(stat: Model, fitted: Fitted): Sentence[] {
  return [
    ...collinearCautions(fitted),
    ...(fitted.test === 'did' ? didCautions(fitted) : []),
    ...(fitted.test === 'ols' ? linearCautions(stat, fitted) : []),
    ...(fitted.test === 'poisson' ? scatterCautions(fitted) : []),
    ...(fitted.test === 'logit' ? hitCautions(fitted) : []),
    ...clusterCautions(fitted),
  ]
}

function collinearCautions({ collinear }: Fitted): Sentence[] {
  if (collinear.length === 0) return []
  const [zh, en] = (['zh', 'en'] as const).map((language) =>
    collinear.map((term) => termText(term)[language]).join(language === 'zh' ? '、' : ', '),
  )
  return [
    say(
      `${zh ?? ''}可以由别的项算出来，没有放进模型。`,
      `${en ?? ''} can be computed from other terms and was left out.`,
    ),
  ]
}

function didCautions({ staggered, preTrends, balanced }: DidFit): Sentence[] {
  return [
    ...(staggered
      ? [
          say(
            '各单位开始实施的时间不同。效果随时间变化时，这个平均数会拿早实施的当晚实施的对照，可能偏，甚至方向相反；请按同一批分别算。',
            'Units start at different times. Where effects change with time, early ones serve as controls of late ones and the average may be wrong, even in sign: fit each wave by itself.',
          ),
        ]
      : []),
    ...(preTrends && preTrends.p < 0.05
      ? [
          say(
            `实施之前两组的走势就不一样（${pText(preTrends.p)}），这个效果不可信。`,
            `The groups moved apart before the start (${pText(preTrends.p)}): do not trust this effect.`,
          ),
        ]
      : []),
    ...(preTrends
      ? []
      : [
          say(
            '实施之前不足两期，或检验算不出来，看不了事前走势。',
            'Fewer than two periods before the start, or no test: trends before it cannot be looked at.',
          ),
        ]),
    ...(balanced ? [] : [say('有的单位缺了几期。', 'Some units lack some periods.')]),
  ]
}

function linearCautions(stat: Model, fit: LinearFit): Sentence[] {
  const worst = fit.vif.reduce((most, one) => Math.max(most, one.value), 0)
  const scatter = fit.breuschPagan
  const plain = stat.test === 'ols' && stat.se === 'classic'
  return [
    ...(plain && scatter && scatter.p < 0.05
      ? [
          say(
            `各处的波动大小不一（布罗施—帕甘检验 ${pText(scatter.p)}），请改用稳健标准误 HC3。`,
            `The scatter differs from place to place (Breusch–Pagan ${pText(scatter.p)}): use robust errors HC3.`,
          ),
        ]
      : []),
    ...(worst > highInflation
      ? [
          say(
            `有的项彼此太像（方差膨胀因子最大 ${writeValue(worst, '.1')}），各自的系数不稳。`,
            `Some terms are too alike (greatest VIF ${writeValue(worst, '.1')}); their own coefficients are unsteady.`,
          ),
        ]
      : []),
    ...(fit.cook.value > farRow
      ? [
          say(
            `第 ${fit.cook.row} 行对结果影响很大（库克距离 ${writeValue(fit.cook.value, '.2')}），请看看它对不对。`,
            `Row ${fit.cook.row} sways the result (Cook’s distance ${writeValue(fit.cook.value, '.2')}): look whether it is right.`,
          ),
        ]
      : []),
  ]
}

function scatterCautions({ dispersion }: CountFit): Sentence[] {
  if (!(dispersion > 1.5)) return []
  const times = writeValue(dispersion, '.1')
  return [
    say(
      `件数的波动是泊松分布的 ${times} 倍，区间会太窄，请用稳健标准误。`,
      `Counts scatter ${times} times as much as Poisson’s; intervals are too narrow: use robust errors.`,
    ),
  ]
}

function hitCautions({ hit }: CountFit): Sentence[] {
  if (hit === undefined || hit === '1') return []
  return [say(`“${hit}”算作 1。`, `“${hit}” counts as 1.`)]
}

function clusterCautions({ clusters }: Fitted): Sentence[] {
  if (clusters === undefined || clusters >= fewClusters) return []
  return [
    say(
      `只有 ${clusters} 个群，聚类稳健标准误往往偏小。`,
      `With ${clusters} clusters only, cluster-robust errors tend to be too small.`,
    ),
  ]
}
