import { anova, welchAnova } from '../../statistics/anova.ts'
import { meanInterval } from '../../statistics/means.ts'
import type { Sentence } from '../problem.ts'
import type { ResultTable } from '../result-table.ts'
import { writeValue } from '../value.ts'
import { say, type Finished } from './finished.ts'
import { notNumbers, sampleIn } from './finish-single.ts'
import type { StatOf } from './stat.ts'
import { numberIn, rowOf } from './statistics-row.ts'
import { compareMeans, type Group } from './compare-means.ts'
import { groupNames, tooMany, type Pair } from './group-rows.ts'
import { pairCaution } from './pair-table.ts'
import {
  basisOf,
  formatFor,
  noCause,
  pFinding,
  plainFinding,
  pText,
  sampleCaution,
  written,
} from './wording.ts'

export function finishMeans(stat: StatOf<'means'>, table: ResultTable): Finished {
  const names = groupNames(table)
  const all = names.flatMap(({ name, row }) =>
    name === null ? [] : [{ name, sample: sampleIn(rowOf(table, row)) }],
  )
  const groups = all.filter(({ sample }) => sample.n >= 2)
  const basis = basisOfGroups(table, stat.group)
  const many = tooMany(all.length)
  if (many) return { ok: false, why: many, basis }
  const samples = groups.map(({ sample }) => sample)
  const [classic, free] = [anova(samples), welchAnova(samples)]
  if (!classic) return { ok: false, why: noSpread(groups.length), basis }
  const result = free ?? classic
  const compared = compareMeans(groups, stat, formatFor(groups[0]?.sample.mean ?? 0))
  const apart = compared.pairs.filter(({ p }) => p < 1 - stat.confidence)
  const sentence = say(
    `${stat.column}在${stat.group}的 ${groups.length} 组之间：${free ? '韦尔奇方差分析' : '方差分析'} F = ${writeValue(result.f, '.2')}（自由度 ${result.between}，${writeValue(result.within, '.1')}），${pText(result.p)}；组别解释了差异的 ${writeValue(classic.eta, '%')}（η²）。`,
    `${stat.column} by ${stat.group}, ${groups.length} groups: ${free ? 'Welch’s F' : 'F'} = ${writeValue(result.f, '.2')} (${result.between} and ${writeValue(result.within, '.1')} degrees of freedom), ${pText(result.p)}; the groups explain ${writeValue(classic.eta, '%')} of the variation (η²).`,
  )
  return {
    ok: true,
    findings: [
      plainFinding('estimate', say('F', 'F'), result.f, '.2'),
      pFinding(result.p),
      plainFinding('eta', say('η²', 'η²'), classic.eta, '.3'),
      plainFinding('omega', say('ω²', 'ω²'), classic.omega, '.3'),
      plainFinding('classic_f', say('F（假设方差相等）', 'F (equal variances)'), classic.f, '.2'),
      { ...pFinding(classic.p), name: 'classic_p', label: say('它的 p', 'its p') },
      plainFinding(
        'n',
        say('行数', 'rows'),
        samples.reduce((sum, one) => sum + one.n, 0),
        '.0',
      ),
    ],
    sentence,
    says: groupsSay(apart, result.p < 1 - stat.confidence),
    saysNot: noCause,
    table: compared.table,
    figure: {
      kind: 'intervals',
      measure: meanOf(stat.column, stat.unit),
      rows: groups.map((one) => intervalRow(one, stat.confidence)),
    },
    basis,
    cautions: [
      sampleCaution,
      ...compared.cautions,
      ...leftOut(all.length - groups.length),
      ...pairCaution(groups.length),
    ],
  }
}

const meanOf = (column: string, unit = '') => {
  const shown = unit === '' ? '' : `（${unit}）`
  return say(`${column}的平均${shown}`, `mean of ${column}${unit === '' ? '' : ` (${unit})`}`)
}

function intervalRow({ name, sample }: Group, confidence: number) {
  const { low, high } = meanInterval(sample, confidence) ?? { low: NaN, high: NaN }
  return { label: say(name, name), estimate: sample.mean, low, high }
}

/** Which groups lie apart, in words. */
export function groupsSay(apart: readonly Pair[], different: boolean): Sentence {
  if (!different) {
    return say('这些数据看不出各组有差别。', 'These data do not show that the groups differ.')
  }
  if (apart.length === 0) {
    return say(
      '各组不全一样，但两两比较后说不准差在哪两组。',
      'The groups are not all alike, but no single pair stands out.',
    )
  }
  const some = apart.slice(0, 4)
  const more = apart.length > some.length ? `等 ${apart.length} 对` : ''
  return say(
    `各组不全一样。分得出高低的有：${some.map((one) => apartText(one).zh).join('、')}${more}。`,
    `The groups are not all alike. Apart lie ${some.map((one) => apartText(one).en).join(', ')}${more === '' ? '' : ` and others, ${apart.length} pairs`}.`,
  )
}

/** A pair, the higher first where it is known. */
function apartText({ a, b, above }: Pair): Sentence {
  if (above === undefined) return say(`${a}与${b}`, `${a} and ${b}`)
  const [high, low] = above ? [a, b] : [b, a]
  return say(`${high}高于${low}`, `${high} above ${low}`)
}

/** Rows used and left out, those of no group among them. */
function basisOfGroups(table: ResultTable, group: string): Sentence {
  const rows = groupNames(table)
  const known = rows.filter(({ name }) => name !== null)
  const sum = (list: typeof rows, column: string) =>
    list.reduce((total, { row }) => total + numberIn(rowOf(table, row), column), 0)
  const basis = basisOf({
    rows: sum(known, 'row_count'),
    used: sum(known, 'n'),
    empty: sum(known, 'empty_count'),
    wrong: notNumbers,
  })
  const homeless = sum(rows, 'row_count') - sum(known, 'row_count')
  if (homeless === 0) return basis
  return say(
    `${basis.zh}；另有 ${written(homeless)} 行没有${group}`,
    `${basis.en}; ${written(homeless)} more have no ${group}`,
  )
}

const noSpread = (groups: number) =>
  groups < 2
    ? say('至少要有两组，每组至少 2 个值。', 'At least two groups of two values each are needed.')
    : say('各组里的值各自都一样，没有可比的差异。', 'Within each group all values are the same.')

const leftOut = (count: number) =>
  count > 0
    ? [
        say(
          `有 ${count} 组不到 2 个值，没有算进来。`,
          `${count} groups of fewer than two values are left out.`,
        ),
      ]
    : []
