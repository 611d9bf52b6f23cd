import type { Channel } from '../channel.ts'
import type { Chart } from '../chart.ts'
import { fold } from '../name.ts'
import { titleIn } from '../pivot/titles.ts'
import { identifier, tableName } from '../query/identifier.ts'
import {
  columnOf,
  type ChartFacts,
  type MainMark,
  type PopulationTable,
  type SourceTable,
} from './facts.ts'
import type { RateTable } from './warning.ts'
import { isPopulation } from './words.ts'

const rateColumn = '每万人'

/** How many people, and in which table with which key; no table: in the chart's own. */
interface People {
  readonly column: string
  readonly join?: { readonly table: string; readonly key: string }
}

/** The query for a table of rates instead of counts; nothing where nobody knows the people. */
export function rateTable(
  chart: Chart,
  { mark, along, value }: MainMark,
  table: SourceTable | undefined,
  facts: ChartFacts,
): RateTable | undefined {
  const from = mark.from ?? chart.from
  const place = columnOf(mark[along])
  if (!table || from === undefined || place === undefined) return undefined
  if (table.columns.some((name) => name === rateColumn)) return undefined
  const painted = 'fill' in mark && mark.fill?.kind === 'column' && mark.fill.column !== place
  const people = peopleOf(table, place, facts)
  const counted = mark[value].kind !== 'column'
  if (!people || (painted && counted)) return undefined
  const base = from.split('.').at(-1) ?? from
  return {
    name: `${base}_rate`.slice(0, 60),
    column: rateColumn,
    label: `${countWords(mark[value], facts)}／每万${peopleWords(people.column, facts)}`,
    sql: writeRate({ from, place, people, channel: mark[value] }),
  }
}

const countWords = (channel: Channel, { titles }: ChartFacts) => {
  const column = columnOf(channel)
  return column === undefined ? '件数' : titleIn(titles, column)
}
const peopleWords = (column: string, { titles }: ChartFacts) => titleIn(titles, column)

function peopleOf(table: SourceTable, place: string, facts: ChartFacts): People | undefined {
  const named = (name: string) => isPopulation(name) || isPopulation(titleIn(facts.titles, name))
  const own = table.columns.find(named)
  if (own !== undefined) return { column: own }
  for (const other of facts.populations) {
    const key = keyOf(other, place)
    if (key !== undefined) return { column: other.population, join: { table: other.name, key } }
  }
  return undefined
}

/** `street_code` is found under its own name, `street` as the name in a table of streets. */
function keyOf({ name, columns }: PopulationTable, place: string): string | undefined {
  const same = columns.find((column) => fold(column) === fold(place))
  if (same !== undefined) return same
  const things = fold(name.split('.').at(-1) ?? '')
  const one = things.endsWith('ies') ? `${things.slice(0, -3)}y` : things.replace(/s$/, '')
  return [one, `${one}_name`].includes(fold(place))
    ? columns.find((column) => column === 'name')
    : undefined
}

interface Writing {
  readonly from: string
  readonly place: string
  readonly people: People
  readonly channel: Channel
}

function writeRate({ from, place, people, channel }: Writing): string {
  const { join } = people
  const own = `t.${identifier(place)}`
  const inhabitants = `${join ? 'p' : 't'}.${identifier(people.column)}`
  const joined = join
    ? `\nJOIN ${tableName(join.table)} AS p ON ${own} = p.${identifier(join.key)}`
    : ''
  const source = `FROM ${tableName(from)} AS t${joined}`
  const rate = (cases: string, persons: string) =>
    `${cases} * 10000.0 / nullif(${persons}, 0) AS ${identifier(rateColumn)}`
  if (channel.kind === 'column') {
    return `SELECT t.*, ${rate(`t.${identifier(channel.column)}`, inhabitants)}\n${source}`
  }
  const cases = aggregateOf(channel)
  return `SELECT ${own}, ${rate(cases, `max(${inhabitants})`)}\n${source}\nGROUP BY ${own}`
}

function aggregateOf(channel: Channel): string {
  const column = columnOf(channel)
  if (column === undefined) return 'count(*)'
  const distinct = channel.kind === 'aggregate' && channel.of === 'distinct'
  return distinct ? `count(DISTINCT t.${identifier(column)})` : `sum(t.${identifier(column)})`
}
