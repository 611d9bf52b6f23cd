import { pearson } from '../../statistics/correlation.ts'
import type { Sentence } from '../problem.ts'
import type { ResultTable } from '../result-table.ts'
import { writeValue } from '../value.ts'
import { say, type Finished } from './finished.ts'
import type { Stat } from './stat.ts'
import { numberIn } from './statistics-row.ts'
import {
  basisOf,
  confidenceText,
  intervalFindings,
  noCause,
  pText,
  plainFinding,
  sampleCaution,
} from './wording.ts'

type Of<T extends Stat['test']> = Extract<Stat, { test: T }>

const two = (value: number) => writeValue(value, '.2')

export function finishCorrelation(
  { columns: [x, y], confidence }: Of<'correlation'>,
  table: ResultTable,
): Finished {
  const n = numberIn(table, 'n')
  const wrong = say('有一列没有有限的数', 'lack a finite number in one column')
  const basis = basisOf({ rows: numberIn(table, 'row_count'), used: n, empty: 0, wrong })
  if (!(n >= 4)) {
    const why = say(
      `只有 ${n} 行两列都有数，至少要 4 行。`,
      `Only ${n} rows have both numbers; at least four are needed.`,
    )
    return { ok: false, why, basis }
  }
  const found = pearson(numberIn(table, 'r'), n, confidence)
  if (!found) {
    const why = say(
      '有一列的值都一样，谈不上相关。',
      'One column never varies, so nothing goes with it.',
    )
    return { ok: false, why, basis }
  }
  const { zh, en } = confidenceText(confidence)
  const range = [two(found.low), two(found.high)]
  return {
    ok: true,
    findings: [
      ...intervalFindings(found, say('相关系数', 'correlation'), '.2'),
      plainFinding('n', say('行数', 'rows'), n, '.0'),
    ],
    sentence: say(
      `${x}与${y}的相关系数是 ${two(found.estimate)}，${zh} ${range.join(' 到 ')}（${pText(found.p)}）。`,
      `The correlation of ${x} and ${y} is ${two(found.estimate)}, ${en} ${range.join(' to ')} (${pText(found.p)}).`,
    ),
    says: together(found),
    saysNot: noCause,
    basis,
    cautions: [
      say(
        '它只看直线关系，几个极端的值就能改变它，先看散点图。',
        'It sees straight lines only, and a few extreme values can change it: look at a scatter plot first.',
      ),
      sampleCaution,
    ],
  }
}

function together({ low, high }: { low: number; high: number }): Sentence {
  if (low > 0)
    return say('一列高的行，另一列往往也高。', 'Rows high in one tend to be high in the other.')
  if (high < 0)
    return say('一列高的行，另一列往往低。', 'Rows high in one tend to be low in the other.')
  return say('这些数据看不出一同变化。', 'These data do not show that they go together.')
}
