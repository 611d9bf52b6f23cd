import type { Sentence } from '../problem.ts'
import type { Condition } from '../query/condition.ts'
import type { Measure } from '../query/measure.ts'
import type { Group, Query } from '../query/query.ts'
import { groupName } from '../query/write-measure.ts'
import { rateOf } from './build-rate.ts'
import type { KnownColumn, KnownTable, Meaning, Word } from './lexicon.ts'
import type { Piece } from './pieces.ts'
import type { Doubt, Taken } from './understand.ts'

const say = (zh: string, en: string): Sentence => ({ zh, en })

/** Collects what the question leaves open, with what was taken. */
export class Doubts {
  readonly list: Doubt[] = []
  readonly #taken: Taken

  constructor(taken: Taken) {
    this.#taken = taken
  }

  /** Which of the options holds; one alone is no doubt. */
  choose<T>(
    id: string,
    about: Sentence,
    options: readonly (readonly [Sentence, T])[],
  ): T | undefined {
    const chosen = Math.min(Math.max(0, this.#taken[id] ?? 0), options.length - 1)
    if (options.length > 1) {
      this.list.push({ id, about, options: options.map(([sentence]) => sentence), chosen })
    }
    return options[chosen]?.[1]
  }
}

export interface Built {
  readonly query: Query | undefined
  readonly doubts: readonly Doubt[]
}

const has = (meanings: readonly Meaning[], word: Word) =>
  meanings.some((meaning) => meaning.kind === 'word' && meaning.word === word)

/** The query that the pieces come to; what could be meant otherwise is among the doubts. */
export function buildQuery(pieces: readonly Piece[], table: KnownTable, taken: Taken): Built {
  const doubts = new Doubts(taken)
  const meanings = pieces.flatMap(({ meanings: [first] }) => (first ? [first] : []))
  if (!meanings.some(({ kind }) => kind !== 'filler')) return { query: undefined, doubts: [] }
  const rate = rateOf(pieces, doubts)
  const used = [...(rate?.used ?? []), ...compared(pieces)]
  const time = timeColumn(meanings, table, doubts)
  const where = [...conditionsOf(pieces, rate?.used ?? [], doubts), ...timesOf(meanings, time)]
  const measured = rate?.measure ?? measureOf(meanings, used, doubts)
  const group = groupsOf(meanings, rate?.used ?? [], time, doubts)
  const measure = measured ? [measured] : [{ as: '件数', count: 'rows' }]
  const query = finish({ table, meanings, where, group, measure })
  const spoken = meanings.some(({ kind }) => kind !== 'filler' && kind !== 'first')
  return { query: spoken ? query : undefined, doubts: doubts.list }
}

interface Parts {
  readonly table: KnownTable
  readonly meanings: readonly Meaning[]
  readonly where: readonly Condition[]
  readonly group: readonly Group[]
  readonly measure: readonly Measure[]
}

function finish({ table, meanings, where, group, measure }: Parts): Query {
  const name = measure[0]?.as ?? '件数'
  const period = group.find((one) => 'by' in one)
  const calculate: Query['calculate'] = []
  if (period && 'by' in period) {
    const along = groupName(period)
    if (has(meanings, 'year'))
      calculate.push({ as: `${name}同比`, change: name, along, since: 'year' })
    if (has(meanings, 'period')) {
      calculate.push({ as: `${name}环比`, change: name, along, since: period.by })
    }
    if (has(meanings, 'running')) calculate.push({ as: `累计${name}`, running: name, along })
  }
  if (has(meanings, 'share')) calculate.push({ as: `${name}占比`, 'share-of': name, within: [] })
  const lowest = has(meanings, 'lowest')
  if (has(meanings, 'rank')) calculate.push({ as: `${name}排名`, rank: name, lowest, within: [] })
  const first = meanings.find((meaning) => meaning.kind === 'first')
  const ordered = first || lowest || has(meanings, 'highest') || has(meanings, 'rank')
  const sort = ordered ? [lowest ? name : `-${name}`] : group.map(groupName)
  return {
    from: table.name,
    join: [],
    where: [...where],
    columns: [],
    group: [...group],
    measure: [...measure],
    calculate,
    sort,
    ...(first ? { limit: first.count } : {}),
  }
}

/** Columns that a number follows: they narrow the rows and are not measured. */
const compared = (pieces: readonly Piece[]) =>
  pieces.filter((_, index) => pieces[index + 1]?.meanings[0]?.kind === 'compare')

/** The column that says when; asked where the table has several and the question needs one. */
function timeColumn(meanings: readonly Meaning[], table: KnownTable, doubts: Doubts) {
  const needed =
    meanings.some(({ kind }) => kind === 'time') ||
    (
      ['year', 'period', 'running', 'byYear', 'byQuarter', 'byMonth', 'byWeek', 'byDay'] as const
    ).some((word) => has(meanings, word))
  const named = meanings.find((one) => one.kind === 'column' && one.column.kind === 'date')
  if (named?.kind === 'column') return named.column
  const dates = table.columns.filter(({ kind }) => kind === 'date')
  if (!needed) return undefined
  return doubts.choose(
    'time',
    say('时间按哪一列算', 'Which column says when'),
    dates.map((column) => [say(column.title, column.name), column] as const),
  )
}

function timesOf(meanings: readonly Meaning[], time: KnownColumn | undefined): Condition[] {
  if (!time) return []
  return meanings.flatMap((meaning) =>
    meaning.kind === 'time' ? [{ column: time.name, from: meaning.from, to: meaning.to }] : [],
  )
}

/** Values ask for their column; a value of several columns is asked about. Numbers go with the column before them. */
function conditionsOf(
  pieces: readonly Piece[],
  used: readonly Piece[],
  doubts: Doubts,
): Condition[] {
  const asked = new Map<string, string[]>()
  const conditions: Condition[] = []
  let column: KnownColumn | undefined
  for (const piece of pieces) {
    const [first] = piece.meanings
    if (first?.kind === 'column') column = first.column
    if (first?.kind === 'compare' && column?.kind === 'number') {
      conditions.push({ column: column.name, [first.test]: first.number })
    }
    if (first?.kind !== 'value' || used.includes(piece)) continue
    const options = piece.meanings.flatMap((one) => (one.kind === 'value' ? [one] : []))
    const meant = doubts.choose(
      `value ${piece.text}`,
      say(`“${piece.text}”是哪一列的值`, `Of which column is “${piece.text}”`),
      options.map((one) => [say(one.column.title, one.column.name), one] as const),
    )
    if (meant) asked.set(meant.column.name, [...(asked.get(meant.column.name) ?? []), meant.value])
  }
  for (const [name, values] of asked) {
    const [only] = values
    conditions.push({ column: name, is: values.length === 1 && only !== undefined ? only : values })
  }
  return conditions
}

/** A number that is averaged or added up; two where it is not said how are asked about. */
function measureOf(
  meanings: readonly Meaning[],
  used: readonly Piece[],
  doubts: Doubts,
): Measure | undefined {
  const taken = used.flatMap((piece) => piece.meanings)
  const number = meanings.find(
    (one) => one.kind === 'column' && one.column.kind === 'number' && !taken.includes(one),
  )
  if (number?.kind !== 'column') return undefined
  const { name, title } = number.column
  const plain = title.replace(/\/.*$/, '').replaceAll(/[（(][^）)]*[）)]/g, '')
  const average: Measure = { as: `平均${plain}`, avg: name }
  const sum: Measure = { as: `${plain}合计`, sum: name }
  if (has(meanings, 'median')) return { as: `${plain}中位数`, median: name }
  if (has(meanings, 'average')) return average
  if (has(meanings, 'sum')) return sum
  return doubts.choose<Measure>('measure', say(`“${plain}”怎样算`, `How to measure “${plain}”`), [
    [say('平均', 'average'), average],
    [say('合计', 'sum'), sum],
  ])
}

const periodWords = [
  ['byYear', 'year'],
  ['byQuarter', 'quarter'],
  ['byMonth', 'month'],
  ['byWeek', 'week'],
  ['byDay', 'day'],
] as const

/** Columns of words part the rows; for changes over time a period is needed, and asked about. */
function groupsOf(
  meanings: readonly Meaning[],
  used: readonly Piece[],
  time: KnownColumn | undefined,
  doubts: Doubts,
): Group[] {
  const taken = used.flatMap((piece) => piece.meanings)
  const columns = meanings.flatMap((one) => {
    if (one.kind !== 'column' || taken.includes(one)) return []
    return one.column.kind === 'text' || one.column.kind === 'boolean' ? [one.column] : []
  })
  const groups: Group[] = [...new Set(columns)].map(({ name }) => ({ column: name }))
  if (!time) return groups
  const said = periodWords.find(([word]) => has(meanings, word))?.[1]
  const changes = has(meanings, 'year') || has(meanings, 'period') || has(meanings, 'running')
  if (said) return [...groups, { column: time.name, by: said }]
  if (!changes) return groups
  const by = doubts.choose('period', say('按多长一段比', 'By which period'), [
    [say('按月', 'by month'), 'month' as const],
    [say('按季度', 'by quarter'), 'quarter' as const],
    [say('按年', 'by year'), 'year' as const],
  ])
  return by ? [...groups, { column: time.name, by }] : groups
}
