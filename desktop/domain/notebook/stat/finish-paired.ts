import { twoSidedT } from '../../statistics/distributions.ts'
import { meanInterval } from '../../statistics/means.ts'
import type { ResultTable } from '../result-table.ts'
import { say, type Finished } from './finished.ts'
import { sampleIn, smallCaution, tooFew } from './finish-single.ts'
import type { StatOf } from './stat.ts'
import { numberIn } from './statistics-row.ts'
import {
  basisOf,
  confidenceText,
  intervalFindings,
  noCause,
  plainFinding,
  pText,
  sampleCaution,
  written,
} from './wording.ts'

/** Two numbers of each row: the mean of their differences, with Student's t. */
export function finishPaired(stat: StatOf<'paired'>, table: ResultTable): Finished {
  const [first, second] = stat.columns
  const sample = sampleIn(table)
  const wrong = say('不是两列都有数', 'lack a number in one column')
  const basis = basisOf({ rows: numberIn(table, 'row_count'), used: sample.n, empty: 0, wrong })
  const interval = meanInterval(sample, stat.confidence)
  if (!interval) return { ok: false, why: tooFew(sample.n), basis }
  if (!(sample.sd > 0)) return { ok: false, why: allAlike, basis }
  const { estimate, low, high } = interval
  const p = twoSidedT(estimate / (sample.sd / Math.sqrt(sample.n)), sample.n - 1)
  const { zh, en } = confidenceText(stat.confidence)
  const [from, to] = [written(low), written(high, stat.unit)]
  const label = say(`${first} − ${second}`, `${first} − ${second}`)
  return {
    ok: true,
    findings: [
      ...intervalFindings({ ...interval, p }, say('差的平均', 'mean difference')),
      plainFinding('sd', say('差的标准差', 'its standard deviation'), sample.sd),
      plainFinding('n', say('行数', 'rows'), sample.n, '.0'),
    ],
    sentence: say(
      `同一行里${first}减${second}，平均 ${written(estimate, stat.unit)}，${zh} ${from} 到 ${to}（${pText(p)}）。`,
      `Within a row ${first} less ${second} is ${written(estimate, stat.unit)} on average, ${en} ${from} to ${to} (${pText(p)}).`,
    ),
    says:
      low > 0 || high < 0
        ? say(
            `${low > 0 ? first : second}高一些，差别大到难以用碰巧来解释。`,
            `${low > 0 ? first : second} is higher by more than chance easily explains.`,
          )
        : say(
            '区间跨过 0，分不出哪一列更高。',
            'The interval includes 0: neither is shown to be higher.',
          ),
    saysNot: noCause,
    figure: {
      kind: 'intervals',
      measure: say('差的平均', 'mean difference'),
      rows: [{ label, estimate, low, high }],
      reference: { value: 0, label: say('没有差别', 'no difference') },
    },
    basis,
    cautions: [sampleCaution, ...smallCaution(sample.n)],
  }
}

const allAlike = say(
  '每一行的差都一样，算不出区间。',
  'All differences are the same; there is no interval.',
)
