import type { Coefficient } from '../../../statistics/regression/fit.ts'
import type { Fitted } from '../../../statistics/regression/fit-model.ts'
import type { Sentence } from '../../problem.ts'
import { writeValue } from '../../value.ts'
import { say } from '../finished.ts'
import type { ModelStat } from '../stat.ts'
import { confidenceText, pText } from '../wording.ts'
import { sized } from './size.ts'
import { ratioName, termText } from './terms.ts'

const models: Readonly<Record<Fitted['test'], Sentence>> = {
  ols: say('线性回归', 'Linear regression'),
  logit: say('逻辑回归', 'Logistic regression'),
  poisson: say('泊松回归', 'Poisson regression'),
  did: say('双重差分', 'Difference in differences'),
}

/** The result with its numbers: the formula, and its first term. */
export function sentenceOf(
  stat: ModelStat,
  fitted: Fitted,
  main: Coefficient | undefined,
): Sentence {
  const name = models[fitted.test]
  const what = stat.test === 'did' ? stat.outcome : stat.formula
  if (!main) return say(`${name.zh} ${what}。`, `${name.en} of ${what}.`)
  const term = termText(main.term)
  const { zh, en } = confidenceText(stat.confidence)
  const number = sized(main.estimate)
  const range = [sized(main.low), sized(main.high)]
  return say(
    `${name.zh}（${what}）：“${term.zh}”的系数是 ${number}，${zh} ${range.join(' 到 ')}（${pText(main.p)}）。`,
    `${name.en} (${what}): the coefficient of “${term.en}” is ${number}, ${en} ${range.join(' to ')} (${pText(main.p)}).`,
  )
}

interface Told {
  readonly says: Sentence
  readonly saysNot: Sentence
}

/** What the model says in plain words, and what nobody may read into it. */
export function saysOf(fitted: Fitted, main: Coefficient | undefined): Told {
  if (fitted.test === 'did') return { says: effectText(main), saysNot: parallel }
  return { says: main ? slopeText(fitted, main) : onlyConstant, saysNot: noCause }
}

const clear = ({ low, high }: Coefficient) => low > 0 || high < 0

function effectText(main: Coefficient | undefined): Sentence {
  if (!main) return onlyConstant
  if (!clear(main)) {
    return say(
      '扣除两组本来的差别和共同的变化以后，这些数据看不出实施有效果；看不出不等于没有。',
      'Net of standing differences and common change, these data do not show an effect, which is not to say that there is none.',
    )
  }
  const size = sized(Math.abs(main.estimate))
  const up = main.estimate > 0
  return say(
    `扣除两组本来的差别和共同的变化以后，受影响的一组平均多${up ? '升' : '降'}了 ${size}。`,
    `Net of standing differences and common change, the treated ${up ? 'rose' : 'fell'} by ${size} more on average.`,
  )
}

function slopeText(fitted: Fitted, main: Coefficient): Sentence {
  const term = termText(main.term)
  if (!clear(main)) {
    return say(
      `别的项相同时，这些数据看不出“${term.zh}”与结果有关；看不出不等于没有。`,
      `With the other terms equal, these data do not show that “${term.en}” matters, which is not to say that it does not.`,
    )
  }
  const ratio = ratioName(fitted)
  if (ratio) {
    const times = writeValue(Math.exp(main.estimate), '.2')
    return say(
      `别的项相同时，“${term.zh}”每多 1（或换成这一类），${fitted.test === 'logit' ? '优势' : '件数的率'}变为原来的 ${times} 倍（${ratio.zh}）。`,
      `With the other terms equal, one more of “${term.en}” multiplies the ${fitted.test === 'logit' ? 'odds' : 'rate'} by ${times} (${ratio.en}).`,
    )
  }
  const size = sized(Math.abs(main.estimate))
  const more = main.estimate > 0
  return say(
    `别的项相同时，“${term.zh}”每多 1（或换成这一类），结果平均${more ? '多' : '少'} ${size}。`,
    `With the other terms equal, one more of “${term.en}” goes with ${size} ${more ? 'more' : 'less'} on average.`,
  )
}

const onlyConstant = say('模型里只有常数项。', 'The model has a constant only.')
const noCause = say(
  '这不说明原因：没有放进模型的因素也可能造成这种差别。系数也不能推到数据范围以外。',
  'This says nothing about causes: what is not in the model may make the difference. Nor does it hold outside the range of the data.',
)
const parallel = say(
  '只有在“没有实施的话，两组会一样变化”时，这才是实施的效果。事前走势相近是必要的线索，不是证明。',
  'It is the effect only if both groups would have changed alike without the treatment. Like trends before are a clue, not a proof.',
)
