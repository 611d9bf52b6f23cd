import type { Sentence } from '../problem.ts'
import type { ResultTable } from '../result-table.ts'
import { writeCell } from '../value.ts'
import { say } from './finished.ts'
import type { StatOf } from './stat.ts'
import { numberOf, valuesIn } from './statistics-row.ts'
import { basisOf } from './wording.ts'
import { mostPoints } from './write-series.ts'

interface Point {
  readonly place: string
  readonly value: number
  readonly size: number
}

export interface Series {
  readonly points: readonly Point[]
  readonly basis: Sentence
  readonly cautions: readonly Sentence[]
  /** Where the definition changes: upright lines of a figure. */
  readonly marks: readonly { readonly at: number; readonly label: Sentence }[]
}

const unusable = say('没有可用的数', 'have no usable number')

/** A series in its order; or why there is none. */
export function seriesIn(
  { version }: Pick<StatOf<'season'>, 'version'>,
  table: ResultTable,
): Series | { readonly why: Sentence } {
  const numbers = (column: string) => valuesIn(table, column).map(numberOf)
  const [rows, used, versions] = [numbers('row_count'), numbers('n'), numbers('versions')]
  if (table.rows > mostPoints) {
    return {
      why: say(
        `时间点超过 ${mostPoints} 个，请先按月或按周汇总。`,
        `More than ${mostPoints} points: sum up by month or week first.`,
      ),
    }
  }
  const [xs, sizes] = [numbers('x'), numbers('s')]
  const kept = Array.from({ length: table.rows }, (_, at) => at).filter((at) =>
    Number.isFinite(xs[at]),
  )
  const places = valuesIn(table, 'place_name').map((value) => placeText(writeCell(value)))
  const names = valuesIn(table, 'version').map((value) => (value === null ? '' : writeCell(value)))
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
  const marks = kept.flatMap((row, at) => {
    const before = kept[at - 1]
    if (version === undefined || before === undefined || names[row] === names[before]) return []
    return [{ at, label: say(`改用${names[row] ?? ''}`, `now ${names[row] ?? ''}`) }]
  })
  return {
    points: kept.map((row) => ({
      place: places[row] ?? '',
      value: xs[row] ?? Number.NaN,
      size: sizes[row] ?? Number.NaN,
    })),
    basis: basisOf({ rows: sum(rows), used: sum(used), empty: 0, wrong: unusable }),
    marks,
    cautions: cautionsOf(table.rows - kept.length, marks.length, versions, version),
  }
}

/** A moment at midnight is a day. */
const placeText = (text: string) => text.replace(/ 00:00:00$/, '')

function cautionsOf(
  gaps: number,
  changes: number,
  versions: readonly number[],
  version: string | undefined,
): Sentence[] {
  const mixed = versions.filter((count) => count > 1).length
  return [
    ...(gaps > 0
      ? [
          say(
            `有 ${gaps} 个时间点没有数，跳过了，前后的点被当成相邻的。`,
            `${gaps} points have no number and are skipped.`,
          ),
        ]
      : []),
    ...(changes > 0 || mixed > 0
      ? [
          say(
            `${version ?? ''}不止一种（换了 ${changes} 次${mixed > 0 ? `，${mixed} 个时间点里混着几种` : ''}）：口径变了，前后不能直接比，变化可能只是口径的变化。`,
            `${version ?? ''} is not the same throughout (${changes} changes${mixed > 0 ? `, ${mixed} points mixed` : ''}): the definition changed, so before and after do not compare.`,
          ),
        ]
      : []),
  ]
}
