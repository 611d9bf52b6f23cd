import { cusum, pettitt } from '../../statistics/change-point.ts'
import { decompose } from '../../statistics/seasonal.ts'
import type { ResultTable } from '../result-table.ts'
import { writeValue } from '../value.ts'
import { say, type Finished } from './finished.ts'
import { seriesIn, type Series } from './series-rows.ts'
import type { StatOf } from './stat.ts'
import { formatFor, noCause, pFinding, plainFinding, pText, written } from './wording.ts'

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length

export function finishSeason(stat: StatOf<'season'>, table: ResultTable): Finished {
  const series = seriesIn(stat, table)
  if ('why' in series) return { ok: false, why: series.why, basis: undefined }
  const values = series.points.map(({ value }) => value)
  const { basis, marks } = series
  if (stat.multiply && values.some((value) => !(value > 0))) {
    return { ok: false, why: notPositive, basis }
  }
  const found = decompose(values, stat.period, stat.multiply)
  if (!found) return { ok: false, why: tooShort(values.length, stat.period), basis }
  const { figure } = found
  const places = series.points.slice(0, stat.period).map(({ place }) => place)
  const [top, bottom] = [figure.indexOf(Math.max(...figure)), figure.indexOf(Math.min(...figure))]
  const format = stat.multiply ? '%' : formatFor(Math.max(...figure.map(Math.abs)))
  const shown = (value: number) =>
    stat.multiply ? writeValue(value, '%') : written(value, stat.unit)
  const [high, low] = [figure[top] ?? NaN, figure[bottom] ?? NaN]
  const { column } = stat
  return {
    ok: true,
    findings: [
      plainFinding('estimate', say('最高的季节值', 'highest season'), high, format),
      plainFinding('low', say('最低的季节值', 'lowest season'), low, format),
      plainFinding(
        'adjusted',
        say('最后一点去掉季节后', 'last, without season'),
        found.adjusted.at(-1) ?? NaN,
      ),
      plainFinding('n', say('点数', 'points'), values.length, '.0'),
    ],
    sentence: say(
      `${column}每 ${stat.period} 个点一轮：最高在第 ${top + 1} 个（如 ${places[top] ?? ''}），${stat.multiply ? '是平常的' : '比平常多'} ${shown(high)}；最低在第 ${bottom + 1} 个（如 ${places[bottom] ?? ''}），${stat.multiply ? '是平常的' : '比平常多'} ${shown(low)}。`,
      `${column} repeats every ${stat.period} points: highest at the ${top + 1}th (such as ${places[top] ?? ''}), ${shown(high)} ${stat.multiply ? 'of' : 'above'} the usual; lowest at the ${bottom + 1}th (such as ${places[bottom] ?? ''}), ${shown(low)}.`,
    ),
    says: seasonSays,
    saysNot: say(
      '季节是过去几轮的平均，今年不一定照样；和上个月比之前，先看去掉季节后的线。',
      'The season is the mean of past rounds and need not repeat; compare months without their season.',
    ),
    table: seasonTable(figure, places, format),
    figure: {
      kind: 'lines',
      measure: say(`${column}${stat.unit === undefined ? '' : `（${stat.unit}）`}`, column),
      axis: series.points.map(({ place }) => place),
      series: [
        { label: say('原来的值', 'as it is'), values },
        { label: say('趋势', 'trend'), values: found.trend },
        { label: say('去掉季节后', 'without season'), values: found.adjusted },
      ],
      marks,
    },
    basis,
    cautions: series.cautions,
  }
}

const seasonSays = say(
  '有一部分起伏每一轮都差不多，是季节；去掉它，剩下的才是值得看的变化。',
  'Part of the ups and downs comes round each time: that is season, and what is left is the change to look at.',
)

function seasonTable(figure: readonly number[], places: readonly string[], format: string) {
  return {
    title: say('一轮里每个位置的季节值', 'The season at each place of a round'),
    columns: [
      { title: say('位置', 'place'), format: '.0' },
      { title: say('例如', 'such as') },
      { title: say('季节值', 'season'), format },
    ],
    rows: figure.slice(0, 60).map((value, at) => [at + 1, places[at] ?? '', value]),
  }
}

const tooShort = (points: number, period: number) =>
  say(
    `只有 ${points} 个点，每轮 ${period} 个，至少要有两轮（${2 * period} 个）。`,
    `Only ${points} points; two rounds of ${period} are needed.`,
  )
const notPositive = say(
  '按倍数算的季节要求所有的值都大于 0，请改用“加减”。',
  'A season that multiplies needs values above 0: let it add instead.',
)

export function finishChange(stat: StatOf<'change'>, table: ResultTable): Finished {
  const series = seriesIn(stat, table)
  if ('why' in series) return { ok: false, why: series.why, basis: undefined }
  const values = series.points.map(({ value }) => value)
  const [found, path] = [pettitt(values), cusum(values)]
  if (!found || !path) return { ok: false, why: noChange(values.length), basis: series.basis }
  const [before, after] = [meanOf(values.slice(0, found.at)), meanOf(values.slice(found.at))]
  const place = series.points[found.at]?.place ?? ''
  const changed = found.p < 1 - stat.confidence
  const { column, unit } = stat
  return {
    ok: true,
    findings: [
      plainFinding('estimate', say('前后平均之差', 'after less before'), after - before),
      pFinding(found.p),
      { name: 'place', label: say('可能的变点', 'likely place'), value: place, format: undefined },
      plainFinding('k', say('K', 'K'), found.k, '.0'),
      {
        ...pFinding(path.p),
        name: 'cusum_p',
        label: say('累积和检验的 p', 'p by cumulative sums'),
      },
      plainFinding('n', say('点数', 'points'), values.length, '.0'),
    ],
    sentence: say(
      `${column}最可能的变化在 ${place}：之前平均 ${written(before, unit)}，从那时起 ${written(after, unit)}（佩蒂特检验 ${pText(found.p)}；累积和检验 ${pText(path.p)}）。`,
      `${column} most likely changed at ${place}: ${written(before, unit)} on average before, ${written(after, unit)} since (Pettitt’s test ${pText(found.p)}; cumulative sums ${pText(path.p)}).`,
    ),
    says: changed
      ? say(
          '前后的水平不一样，不像碰巧。',
          'The level differs before and after by more than chance.',
        )
      : say('看不出水平有过变化。', 'No change of level shows.'),
    saysNot: noCause,
    figure: changeFigure(stat, series, { at: found.at, before, after, changed }),
    basis: series.basis,
    cautions: [...series.cautions, changeCaution],
  }
}

interface Change {
  readonly at: number
  readonly before: number
  readonly after: number
  readonly changed: boolean
}

function changeFigure(
  stat: StatOf<'change'>,
  series: Series,
  { at, before, after, changed }: Change,
) {
  const { column, unit } = stat
  const here = { at, label: say('变点', 'change') }
  return {
    kind: 'lines' as const,
    measure: say(`${column}${unit === undefined ? '' : `（${unit}）`}`, column),
    axis: series.points.map(({ place }) => place),
    series: [
      { label: say('值', 'value'), values: series.points.map(({ value }) => value) },
      {
        label: say('前后的平均', 'mean before and after'),
        values: series.points.map((_, index) => (index < at ? before : after)),
      },
    ],
    marks: changed ? [here, ...series.marks.filter((one) => one.at !== at)] : series.marks,
  }
}

const noChange = (points: number) =>
  points < 4
    ? say(`只有 ${points} 个点，至少要 4 个。`, `Only ${points} points; four are needed.`)
    : say('所有的值都一样，没有变化可找。', 'All values are the same.')
const changeCaution = say(
  '它只找一处变化，并且假定各点彼此无关；有季节或者一路上升的数列，先去掉季节和趋势再看。',
  'It seeks one change and takes the points as independent; take season and trend away first.',
)
