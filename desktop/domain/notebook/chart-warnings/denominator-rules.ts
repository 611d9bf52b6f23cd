import { readsTable, type Chart } from '../chart.ts'
import { fold } from '../name.ts'
import { titleIn } from '../pivot/titles.ts'
import {
  columnOf,
  namesOf,
  numbers,
  valueWords,
  type ChartFacts,
  type MainMark,
  type SourceTable,
} from './facts.ts'
import { rateTable } from './rate-table.ts'
import type { Mend, Warning } from './warning.ts'
import { isArea, isBase, isCount, isPopulation, isRate } from './words.ts'

/** Fewer cases than this, and one more or less moves a rate by more than three points. */
const fewCases = 30

/** The table that the mark reads, where it is known. */
export function tableOf(
  chart: Chart,
  { mark }: MainMark,
  { tables }: ChartFacts,
): SourceTable | undefined {
  const from = mark.from ?? chart.from ?? ''
  return tables.find(({ name }) => fold(name) === fold(from))
}

/** Where more people live, more happens: counts of places compare how large they are. */
export function noDenominator(chart: Chart, main: MainMark, facts: ChartFacts): Warning[] {
  const { mark, along, value, drawn } = main
  const place = columnOf(mark[along])
  if (!['barX', 'barY', 'cell'].includes(mark.mark) || place === undefined) return []
  if (!isArea(`${place} ${titleIn(facts.titles, place)}`)) return []
  if (namesOf(drawn[along]).length < 3 || !showsCount(chart, main, facts)) return []
  return [
    {
      kind: 'no-denominator',
      sentence: {
        zh: '这里比的是件数：人多的地方数自然多，不说明问题更重。要比轻重，请除以人口，看每万人多少。',
        en: 'These are counts: places with more people have more of everything. To compare, divide by the people who live there.',
      },
      ...mendOf(chart, main, facts, value),
    },
  ]
}

function showsCount(chart: Chart, main: MainMark, { titles }: ChartFacts): boolean {
  const channel = main.mark.mark === 'cell' ? main.mark.fill : main.mark[main.value]
  if (channel === undefined || /每|人均|户均|率|比/.test(chart[main.value]?.label ?? ''))
    return false
  if (channel.kind === 'count') return true
  if (channel.kind === 'aggregate' && channel.of !== 'sum' && channel.of !== 'distinct')
    return false
  if (channel.kind !== 'aggregate' && channel.kind !== 'column') return false
  if (isPopulation(channel.column) || isPopulation(titleIn(titles, channel.column))) return false
  if (channel.kind === 'aggregate' && channel.of === 'distinct') return true
  const shown = numbers(main.drawn[main.value])
  const whole = shown.every((number) => number === undefined || (number >= 0 && number % 1 === 0))
  return whole && isCount(valueWords(chart, main, titles))
}

function mendOf(
  chart: Chart,
  main: MainMark,
  facts: ChartFacts,
  value: 'x' | 'y',
): { readonly mend?: Mend } {
  if (main.mark.mark === 'cell' || chart.plot.filter(readsTable).length > 1) return {}
  const rate = rateTable(chart, main, tableOf(chart, main, facts), facts)
  if (!rate) return {}
  const [from, shown] = chart.draw
    ? [['from'], ['draw', 'value']]
    : [
        ['plot', main.index, 'from'],
        ['plot', main.index, value],
      ]
  return {
    mend: {
      label: { zh: '改用每万人', en: 'Per 10,000 people' },
      rate,
      edits: [
        { path: from, value: rate.name },
        { path: shown, value: rate.column },
        { path: [value, 'label'], value: rate.label },
        { path: [value, 'domain'], value: undefined },
        { path: [value, 'format'], value: undefined },
        // the title most likely still speaks of counts
        {
          path: ['subtitle'],
          value: [chart.subtitle, rate.label].filter(Boolean).join('；').slice(0, 300),
        },
      ],
    },
  }
}

/** Rates of a handful of cases jump about, and always stand first or last. */
export function tooFewCases(chart: Chart, main: MainMark, facts: ChartFacts): Warning[] {
  const table = tableOf(chart, main, facts)
  const channel = main.mark[main.value]
  if (!table || channel.kind !== 'column' || !isRate(valueWords(chart, main, facts.titles)))
    return []
  const base = table.columns.find(
    (name) => name !== channel.column && (isBase(name) || isBase(titleIn(facts.titles, name))),
  )
  const along = columnOf(main.mark[main.along])
  if (base === undefined || along === undefined) return []
  const few = table.rows.flatMap((row) => {
    const [cases] = numbers([row[base]])
    const name = row[along]
    return cases !== undefined && cases < fewCases && typeof name === 'string' ? [name] : []
  })
  if (few.length === 0) return []
  const names = `${few.slice(0, 3).join('、')}${few.length > 3 ? ` 等 ${few.length} 组` : ''}`
  const title = titleIn(facts.titles, base)
  return [
    {
      kind: 'few-cases',
      sentence: {
        zh: `${names}的“${title}”不到 ${fewCases}，这样的比率差一两例就变很多，排在最前或最后不说明什么。请合并、标出，或只比分母够大的组。`,
        en: `${few.length} groups have a “${title}” below ${fewCases}: one case more or less moves their rates a lot. Merge or mark them.`,
      },
    },
  ]
}
