import type { Sentence } from '../problem.ts'
import type { ResultTable } from '../result-table.ts'
import { writeCell, type CellValue } from '../value.ts'
import type { Figure } from './figure/figure.ts'
import { say, type Finding, type Finished } from './finished.ts'
import type { SmallTable } from './small-table.ts'
import type { StatOf } from './stat.ts'
import { numberOf, valuesIn } from './statistics-row.ts'
import { formatFor, noCause, percent, plainFinding, points, pointsEn, written } from './wording.ts'
import { statisticRows } from './write-parts.ts'

interface Line {
  readonly way: number
  readonly stratum: string
  readonly group: string
  readonly n: number
  readonly mean: number
}

interface Stratum {
  readonly name: string
  readonly a: Line
  readonly b: Line
}

/** A column of strata: in how many the sign is the other one, and what is left with equal make-up. */
interface Way {
  readonly column: string
  readonly strata: readonly Stratum[]
  readonly turned: number
  /** The difference with each stratum weighing as many as are in both groups. */
  readonly adjusted: number
}

export function finishSimpson(stat: StatOf<'simpson'>, table: ResultTable): Finished {
  const lines = linesIn(table)
  const whole = lines.filter(({ way }) => way === -1)
  const names = stat.groups?.map(String) ?? whole.map(({ group }) => group)
  const [a, b] = names.map((name) => whole.find(({ group }) => group === name))
  const used = whole.reduce((sum, { n }) => sum + n, 0)
  const basis = say(`${written(used)} 行有值`, `${written(used)} rows with a value`)
  const why = whyNot(stat, table, names)
  if (why || !a || !b || !(a.n > 0 && b.n > 0))
    return { ok: false, why: why ?? notTwo(stat.group, names), basis }
  const difference = a.mean - b.mean
  const ways = stat.within.map((column, way) =>
    wayOf(
      column,
      lines.filter((one) => one.way === way),
      [a.group, b.group],
      difference,
    ),
  )
  const turned = ways.filter(isTurned)
  const share = isShare(whole)
  const shown = (value: number) => (share ? points(value) : written(value))
  const [one, two] = [a, b].map(({ mean }) => (share ? percent(mean) : written(mean)))
  const worst = [...turned].sort(
    (x, y) => y.turned / y.strata.length - x.turned / x.strata.length,
  )[0]
  return {
    ok: true,
    findings: findingsOf(difference, worst ?? ways[0], turned.length, used, share),
    sentence: say(
      `${stat.column}：合在一起，${a.group} ${one ?? ''}，${b.group} ${two ?? ''}，差 ${shown(difference)}。${turnedText(turned, shown).zh}`,
      `${stat.column}: over all ${a.group} ${one ?? ''}, ${b.group} ${two ?? ''}; the difference is ${share ? pointsEn(difference) : written(difference)}. ${turnedText(turned, share ? pointsEn : written).en}`,
    ),
    says: turned.length > 0 ? reversed : steady,
    saysNot: noCause,
    table: tableOf(worst ?? ways[0], [a, b], share),
    figure: pictureOf(difference, ways, share),
    basis,
    cautions: [smallCells],
  }
}

function findingsOf(
  difference: number,
  way: Way | undefined,
  turned: number,
  used: number,
  share: boolean,
): Finding[] {
  const format = share ? '%' : undefined
  const column = way?.column ?? ''
  const within = say(`按${column}分层后的差`, `difference within ${column}`)
  return [
    plainFinding('estimate', say('总的差', 'difference over all'), difference, format),
    plainFinding('adjusted', within, way?.adjusted ?? NaN, format),
    plainFinding('turned', say('方向反过来的列', 'columns that turn it'), turned, '.0'),
    plainFinding('n', say('行数', 'rows'), used, '.0'),
  ]
}

function pictureOf(difference: number, ways: readonly Way[], share: boolean): Figure {
  const bar = (label: Sentence, value: number) => ({ label, value })
  const within = ways.map(({ column, adjusted }) =>
    bar(say(`按${column}分层`, `within ${column}`), adjusted),
  )
  return {
    kind: 'bars',
    measure: say('合在一起和各列分层后的差', 'the difference over all and within each column'),
    format: share ? '%' : undefined,
    rows: [bar(say('合在一起', 'over all'), difference), ...within].filter(({ value }) =>
      Number.isFinite(value),
    ),
  }
}

const textOf = (value: CellValue) => (value === null ? '' : writeCell(value))

function linesIn(table: ResultTable): Line[] {
  const [ways, strata, groups, ns, means] = ['way', 'stratum', 'group_name', 'n', 'mean'].map(
    (column) => valuesIn(table, column),
  )
  return Array.from({ length: table.rows }, (_, row) => ({
    way: numberOf(ways?.[row]),
    stratum: textOf(strata?.[row] ?? null),
    group: textOf(groups?.[row] ?? null),
    n: numberOf(ns?.[row]),
    mean: numberOf(means?.[row]),
  }))
}

function wayOf(
  column: string,
  lines: readonly Line[],
  [a, b]: readonly [string, string],
  difference: number,
): Way {
  const firsts = lines.filter(({ group, n }) => group === a && n > 0)
  const strata = firsts.flatMap((first): Stratum[] => {
    const second = lines.find(
      ({ stratum, group, n }) => stratum === first.stratum && group === b && n > 0,
    )
    return second ? [{ name: first.stratum, a: first, b: second }] : []
  })
  const weight = strata.reduce((sum, one) => sum + one.a.n + one.b.n, 0)
  const adjusted = strata.reduce(
    (sum, one) => sum + ((one.a.n + one.b.n) / weight) * (one.a.mean - one.b.mean),
    0,
  )
  const turned = strata.filter((one) => (one.a.mean - one.b.mean) * difference < 0).length
  return { column, strata, turned, adjusted: strata.length > 0 ? adjusted : NaN }
}

/** More than half of the strata go the other way. */
const isTurned = ({ turned, strata }: Way) => strata.length > 1 && turned > strata.length / 2

function isShare(lines: readonly Line[]): boolean {
  return lines.every(({ mean }) => mean >= 0 && mean <= 1)
}

function turnedText(turned: readonly Way[], shown: (value: number) => string): Sentence {
  if (turned.length === 0) {
    return say('分层来看，方向没有反过来。', 'Within strata the direction stays.')
  }
  const zh = turned.map(
    ({ column, strata, turned: count, adjusted }) =>
      `按${column}分层，${strata.length} 层里有 ${count} 层反过来，按同样的构成比，差 ${shown(adjusted)}`,
  )
  const en = turned.map(
    ({ column, strata, turned: count, adjusted }) =>
      `within ${column} ${count} of ${strata.length} strata go the other way; with equal make-up the difference is ${shown(adjusted)}`,
  )
  return say(`${zh.join('；')}。`, `${en.join('; ')}.`)
}

function tableOf(way: Way | undefined, [a, b]: readonly [Line, Line], share: boolean): SmallTable {
  const format = share ? '%' : formatFor(a.mean)
  return {
    title: say(`按${way?.column ?? ''}分层`, `Within ${way?.column ?? ''}`),
    columns: [
      { title: say(way?.column ?? '', way?.column ?? '') },
      { title: say(a.group, a.group), format },
      { title: say(b.group, b.group), format },
      { title: say('差', 'difference'), format },
      { title: say(`${a.group}的行数`, `rows of ${a.group}`), format: '.0' },
      { title: say(`${b.group}的行数`, `rows of ${b.group}`), format: '.0' },
    ],
    rows: (way?.strata ?? [])
      .slice(0, 40)
      .map((one) => [one.name, one.a.mean, one.b.mean, one.a.mean - one.b.mean, one.a.n, one.b.n]),
  }
}

function whyNot({ group }: StatOf<'simpson'>, table: ResultTable, names: readonly string[]) {
  if (table.rows >= statisticRows) {
    return say('层数太多，请选类别少的列。', 'Too many strata: choose columns of few categories.')
  }
  return names.length === 2 ? undefined : notTwo(group, names)
}

const notTwo = (group: string, names: readonly string[]) =>
  say(
    `要比的是两组：${group}有 ${names.length} 组（${names.slice(0, 6).join('、')}），请写明哪两组，并且都有值。`,
    `Two groups are compared: ${group} has ${names.length} (${names.slice(0, 6).join(', ')}); name two that have values.`,
  )
const reversed = say(
  '合在一起的差，多半是两组的构成不同造成的（辛普森悖论）：分开看，方向相反，下结论要用分层的比较。',
  'The difference over all comes of unlike make-up (Simpson’s paradox): within strata it turns, so compare within strata.',
)
const steady = say(
  '在这些列里看，两组的差不是构成不同造成的反转；没有查过的列还不知道。',
  'None of these columns turns the difference; of others nothing is known.',
)
const smallCells = say(
  '行数少的层，方向容易碰巧反过来，先看行数。',
  'Strata of few rows turn by chance: look at their rows first.',
)
