import { wilson } from '../../statistics/proportions.ts'
import type { ResultTable } from '../result-table.ts'
import { say, type Finished } from './finished.ts'
import { hitText } from './finish-single.ts'
import { groupNames, tooMany } from './group-rows.ts'
import type { StatOf } from './stat.ts'
import { numberIn, rowOf } from './statistics-row.ts'
import { percent, plainFinding, written } from './wording.ts'

interface Group {
  readonly name: string
  readonly rows: number
  readonly replies: number
  readonly hits: number
}

/** What the share can be among all: if nobody, and if everybody who did not answer counted. */
const boundsOf = ({ rows, replies, hits }: Group) => ({
  low: hits / rows,
  high: (hits + rows - replies) / rows,
})

export function finishAnswered(stat: StatOf<'answered'>, table: ResultTable): Finished {
  const groups = groupNames(table).map(({ name, row }): Group => {
    const of = (column: string) => numberIn(rowOf(table, row), column)
    return { name: name ?? '', rows: of('row_count'), replies: of('replies'), hits: of('hits') }
  })
  const add = (of: (one: Group) => number) => groups.reduce((sum, one) => sum + of(one), 0)
  const all = {
    name: '合计',
    rows: add((one) => one.rows),
    replies: add((one) => one.replies),
    hits: add((one) => one.hits),
  }
  const basis = say(`${written(all.rows)} 行`, `${written(all.rows)} rows`)
  const share = wilson({ hits: all.hits, n: all.replies }, stat.confidence)
  const many = tooMany(groups.length)
  if (many) return { ok: false, why: many, basis }
  if (!share) return { ok: false, why: nobody, basis }
  const { low, high } = boundsOf(all)
  const what = hitText(stat)
  return {
    ok: true,
    findings: [
      plainFinding('estimate', say('回答的人里', 'of those who answered'), share.estimate, '%'),
      plainFinding('reply', say('回答的占', 'answered'), all.replies / all.rows, '%'),
      plainFinding('low', say('全体至少', 'of all, at least'), low, '%'),
      plainFinding('high', say('全体至多', 'of all, at most'), high, '%'),
      plainFinding('n', say('行数', 'rows'), all.rows, '.0'),
    ],
    sentence: say(
      `${percent(all.replies / all.rows)} 的行有回答；回答的里面，${what.zh}的占 ${percent(share.estimate)}。没有回答的不知道怎样：全体的真实比例在 ${percent(low)} 到 ${percent(high)} 之间。`,
      `${percent(all.replies / all.rows)} of the rows have an answer; of these ${percent(share.estimate)} have ${what.en}. Of the rest nothing is known: among all the share lies between ${percent(low)} and ${percent(high)}.`,
    ),
    says: verdict(groups, low, high),
    saysNot: say(
      '它没有说没回答的人怎么想；只有多回访，区间才会变窄。',
      'It does not say what those think who did not answer; only more calls narrow the range.',
    ),
    table: tableOf([...groups, all]),
    figure: {
      kind: 'intervals',
      measure: say(
        '真实比例可能的范围（点是回答者里的比例）',
        'what the share can be (dot: those who answered)',
      ),
      format: '%',
      rows: groups
        .filter(({ replies }) => replies > 0)
        .map((one) => ({
          label: say(one.name, one.name),
          estimate: one.hits / one.replies,
          ...boundsOf(one),
        })),
    },
    basis,
    cautions: unevenCaution(groups),
  }
}

function verdict(groups: readonly Group[], low: number, high: number) {
  const bounds = groups.map(boundsOf)
  const apart = bounds.some((one) => bounds.some((other) => one.low > other.high))
  const width = percent(high - low)
  return apart
    ? say(
        `范围宽 ${width}；有的组不论没回答的人怎么想，都比另一些组高或低。`,
        `The range is ${width} wide; some groups lie apart whatever the others think.`,
      )
    : say(
        `范围宽 ${width}；各组的范围重叠，凭这些回答排不出名次。`,
        `The range is ${width} wide; the groups’ ranges overlap, so the answers give no ranking.`,
      )
}

const nobody = say('没有一行有回答，算不出比例。', 'No row has an answer.')

function tableOf(groups: readonly Group[]) {
  return {
    title: say('各组的回答', 'Answers by group'),
    columns: [
      { title: say('组', 'group') },
      { title: say('行数', 'rows'), format: '.0' },
      { title: say('回答的占', 'answered'), format: '%' },
      { title: say('回答者里的比例', 'of those who answered'), format: '%' },
      { title: say('全体至少', 'of all, at least'), format: '%' },
      { title: say('全体至多', 'of all, at most'), format: '%' },
    ],
    rows: groups.map((one) => {
      const { low, high } = boundsOf(one)
      const share = one.replies > 0 ? one.hits / one.replies : null
      return [one.name, one.rows, one.replies / one.rows, share, low, high]
    }),
  }
}

/** Groups that answer very unequally are compared by who was asked, not by what they think. */
function unevenCaution(groups: readonly Group[]) {
  const shares = groups.map(({ rows, replies }) => replies / rows)
  const [least, most] = [Math.min(...shares), Math.max(...shares)]
  return most - least > 0.1
    ? [
        say(
          `各组回答的占比从 ${percent(least)} 到 ${percent(most)}，差得多，直接比满意率会误导。`,
          `Answers range from ${percent(least)} to ${percent(most)} by group: comparing the shares as they are misleads.`,
        ),
      ]
    : []
}
