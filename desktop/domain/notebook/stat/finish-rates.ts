import { directRate, ratioToExpected, type RateStratum } from '../../statistics/standardise.ts'
import type { Estimate } from '../../statistics/means.ts'
import type { ResultTable } from '../result-table.ts'
import { writeCell } from '../value.ts'
import { say, type Finished } from './finished.ts'
import type { StatOf } from './stat.ts'
import { numberIn, numberOf, valuesIn } from './statistics-row.ts'
import { confidenceText, formatFor, plainFinding, written } from './wording.ts'
import { mostGroups, statisticRows } from './write-parts.ts'

interface Area {
  readonly name: string
  readonly crude: number
  readonly direct: Estimate
  readonly ratio: Estimate | undefined
}

interface Line extends RateStratum {
  readonly group: string
  readonly stratum: string
}

export function finishStandardise(stat: StatOf<'standardise'>, table: ResultTable): Finished {
  const lines = linesIn(table)
  const names = [...new Set(lines.map(({ group }) => group))]
  const used = lines.filter(({ weight }) => weight > 0)
  const wanted = table.rows > 0 ? numberIn(table, 'standard_rows') : 0
  const of = (name: string) => used.filter(({ group }) => group === name)
  const areas = names.flatMap((name) => areaOf(name, of(name), used, wanted, stat))
  const basis = basisOfRates(lines, used)
  if (names.length > mostGroups || table.rows >= statisticRows)
    return { ok: false, why: tooMany, basis }
  const [most, least] = [...areas]
    .sort((a, b) => b.direct.estimate - a.direct.estimate)
    .flatMap((one, at, all) => (at === 0 || at === all.length - 1 ? [one] : []))
  if (!most) return { ok: false, why: nothingMatches, basis }
  const last = least ?? most
  const unit = per(stat)
  const { zh, en } = confidenceText(stat.confidence)
  const range = [most, last].map(
    ({ direct }) => `${written(direct.low)} 到 ${written(direct.high)}`,
  )
  const rangeEn = [most, last].map(
    ({ direct }) => `${written(direct.low)} to ${written(direct.high)}`,
  )
  return {
    ok: true,
    findings: [
      plainFinding(
        'estimate',
        say(`${most.name}（最高）`, `${most.name} (highest)`),
        most.direct.estimate,
      ),
      plainFinding(
        'lowest',
        say(`${last.name}（最低）`, `${last.name} (lowest)`),
        last.direct.estimate,
      ),
      plainFinding('areas', say('算出来的地区', 'areas'), areas.length, '.0'),
    ],
    sentence: say(
      `按同样的构成算，${unit.zh}：${most.name}最高，${written(most.direct.estimate)}（${zh} ${range[0] ?? ''}）；${last.name}最低，${written(last.direct.estimate)}（${range[1] ?? ''}）。`,
      `With the same make-up, ${unit.en}: ${most.name} is highest, ${written(most.direct.estimate)} (${en} ${rangeEn[0] ?? ''}); ${last.name} lowest, ${written(last.direct.estimate)} (${rangeEn[1] ?? ''}).`,
    ),
    says: rankSays(areas),
    saysNot: say(
      '标准化的率是为了比较而算的，不是哪个地区真实的发生率；换一个标准，数会变。',
      'A standardised rate is made for comparing; no area has it, and another standard gives another.',
    ),
    table: tableOf(areas),
    figure: {
      kind: 'intervals',
      measure: say(`标准化的率（${unit.zh}）`, `standardised rate (${unit.en})`),
      rows: areas.map(({ name, direct }) => ({ label: say(name, name), ...direct })),
    },
    basis,
    cautions: names.length > areas.length ? [missing(names.length - areas.length)] : [],
  }
}

const per = ({ per: size, unit = '人' }: StatOf<'standardise'>) =>
  say(`每 ${written(size)} ${unit}`, `per ${written(size)}`)

function linesIn(table: ResultTable): Line[] {
  const texts = (column: string) =>
    valuesIn(table, column).map((one) => (one === null ? '' : writeCell(one)))
  const numbers = (column: string) => valuesIn(table, column).map(numberOf)
  const [groups, strata] = [texts('group_name'), texts('stratum')]
  const [events, people, weights] = [numbers('events'), numbers('population'), numbers('weight')]
  return groups.map((group, row) => ({
    group,
    stratum: strata[row] ?? '',
    events: events[row] ?? NaN,
    population: people[row] ?? NaN,
    weight: weights[row] ?? NaN,
  }))
}

/** An area's rates; nothing where a stratum of the standard has nobody or no number there. */
function areaOf(
  name: string,
  own: readonly Line[],
  all: readonly Line[],
  wanted: number,
  { per: size, confidence }: StatOf<'standardise'>,
): Area[] {
  const sound = own.every(({ events, population }) => events >= 0 && population > 0)
  const direct = sound && own.length === wanted ? directRate(own, confidence) : undefined
  if (!direct) return []
  const sum = (list: readonly Line[], of: (one: Line) => number) =>
    list.reduce((total, one) => total + of(one), 0)
  const expected = sum(own, (one) => {
    const same = all.filter(({ stratum }) => stratum === one.stratum)
    return (
      (one.population * sum(same, ({ events }) => events)) /
      sum(same, ({ population }) => population)
    )
  })
  const observed = sum(own, ({ events }) => events)
  const crude = (observed / sum(own, ({ population }) => population)) * size
  const scaled = (value: number) => value * size
  return [
    {
      name,
      crude,
      direct: {
        estimate: scaled(direct.estimate),
        low: scaled(direct.low),
        high: scaled(direct.high),
      },
      ratio: ratioToExpected(observed, expected, confidence),
    },
  ]
}

function tableOf(areas: readonly Area[]) {
  const format = formatFor(areas[0]?.direct.estimate ?? 0)
  return {
    title: say(
      '每个地区（比 = 实际 ÷ 按全体的率应有）',
      'Each area (ratio = observed ÷ expected at the rates of all)',
    ),
    columns: [
      { title: say('地区', 'area') },
      { title: say('粗率', 'crude rate'), format },
      { title: say('标准化率', 'standardised'), format },
      { title: say('区间下限', 'lower end'), format },
      { title: say('区间上限', 'upper end'), format },
      { title: say('比', 'ratio'), format: '.2' },
      { title: say('比的下限', 'its lower end'), format: '.2' },
      { title: say('比的上限', 'its upper end'), format: '.2' },
    ],
    rows: areas.map(({ name, crude, direct, ratio }) => [
      name,
      crude,
      direct.estimate,
      direct.low,
      direct.high,
      ratio?.estimate ?? null,
      ratio?.low ?? null,
      ratio?.high ?? null,
    ]),
  }
}

/** Whether the order of the areas is another one than by the crude rates. */
function rankSays(areas: readonly Area[]) {
  const order = (of: (one: Area) => number) =>
    [...areas].sort((a, b) => of(b) - of(a)).map(({ name }) => name)
  const crude = order((one) => one.crude)
  const direct = order((one) => one.direct.estimate)
  const moved = crude.filter((name, at) => direct[at] !== name).length
  return moved > 0
    ? say(
        `按同样的构成比，有 ${moved} 个地区的名次和粗率的不同：粗率的高低有一部分是构成（如年龄）造成的。`,
        `With the same make-up ${moved} areas change their place: part of the crude difference is make-up (age, say).`,
      )
    : say(
        '按同样的构成比，名次和粗率的一样。',
        'With the same make-up the order is that of the crude rates.',
      )
}

function basisOfRates(lines: readonly Line[], used: readonly Line[]) {
  const left = lines.length - used.length
  return say(
    `${lines.length} 个“地区 × 层”里用了 ${used.length} 个${left > 0 ? `，${left} 个在标准里没有对应的层` : ''}`,
    `${used.length} of ${lines.length} areas by strata used${left > 0 ? `, ${left} not in the standard` : ''}`,
  )
}

const nothingMatches = say(
  '没有一个地区能算：标准表里的每一层，地区都要有人口（大于 0）和事件数，层的写法要一样。',
  'No area can be computed: each needs people and events in every stratum of the standard, written alike.',
)
const tooMany = say(
  `地区超过 ${mostGroups} 个或者层太多，请先合并。`,
  `More than ${mostGroups} areas, or too many strata: merge first.`,
)
const missing = (count: number) =>
  say(
    `有 ${count} 个地区缺了标准里的层，没有算。`,
    `${count} areas lack a stratum of the standard and are left out.`,
  )
