import type { ColumnKind } from '../pivot/pieces.ts'
import { titleIn, type Titles } from '../pivot/titles.ts'
import type { ChartChoices } from './choices.ts'
import { proposedLabels, proposedTitle } from './title.ts'

/** A column that a chart may show. */
export interface ChartColumn {
  readonly name: string
  readonly kind: ColumnKind
  /** How many different values it holds, where that is known. */
  readonly distinct: number | undefined
}

interface Ground {
  readonly from: string
  readonly columns: readonly ChartColumn[]
  /** How many rows the table has. */
  readonly rows: number | undefined
  readonly titles: Titles
  readonly source: string
  /** The number that the table is about, where that is known. */
  readonly main?: string | undefined
}

const unchosen: Omit<ChartChoices, 'from' | 'along' | 'shape'> = {
  step: '',
  across: '',
  how: 'rows',
  column: '',
  colour: '',
  sort: 'none',
  limit: undefined,
  title: '',
  source: '',
  x: { label: '', format: '' },
  y: { label: '', format: '' },
  select: '',
  filterBy: '',
}

/** Rows of a table that most likely is a result already, a row for each name. */
const FEW_ROWS = 100
const FEW_NAMES = 40
const SHOWN_NAMES = 20

/** A first chart of a table, such as most would draw; nothing where the table has no columns. */
export function firstChoices(ground: Ground): ChartChoices | undefined {
  const { from, columns, titles, source } = ground
  const chosen = firstShape(ground)
  if (!chosen || columns.length === 0) return undefined
  const choices = { ...unchosen, from, source, ...chosen }
  const { x, y } = proposedLabels(choices, titles)
  return {
    ...choices,
    title: proposedTitle(choices, titles),
    x: { label: x, format: '' },
    y: { label: y, format: '' },
  }
}

type Chosen = Partial<ChartChoices> & Pick<ChartChoices, 'shape' | 'along'>

function firstShape({ columns, rows, main, titles }: Ground): Chosen | undefined {
  const date = columns.find(({ kind }) => kind === 'date')
  const numbers = columns.filter(({ kind }) => kind === 'number')
  const number = numbers.find(({ name }) => name === main) ?? numbers[0]
  const names = namesIn(
    columns.filter(({ name }) => !isSerial(titleIn(titles, name))),
    columns,
  )
  const result = rows !== undefined && rows <= FEW_ROWS
  if (result && number && (date ?? names)) {
    const value = { how: 'value', column: number.name } as const
    if (date) return { shape: 'lineY', along: date.name, ...value }
    return { shape: 'barX', along: names?.name ?? '', ...value, sort: 'most', ...top(names, rows) }
  }
  if (names) return { shape: 'barX', along: names.name, sort: 'most', ...top(names, rows) }
  if (date) return { shape: 'lineY', along: date.name, step: 'month' }
  if (number) return { shape: 'rectY', along: number.name }
  const [first] = columns
  return first && { shape: 'barX', along: first.name, sort: 'most', limit: SHOWN_NAMES }
}

/** The column with the names of groups: not one that names each row apart, a number of it least of all. */
function namesIn(
  likely: readonly ChartColumn[],
  all: readonly ChartColumn[],
): ChartColumn | undefined {
  const texts = [...likely, ...all].filter(({ kind }) => kind === 'text' || kind === 'boolean')
  const groups = texts.filter(({ distinct = 2 }) => distinct >= 2 && distinct <= FEW_NAMES)
  return groups[0] ?? texts.find(({ distinct }) => distinct === undefined)
}

/** 序号, 街道编码: texts that say nothing beside a bar. */
const isSerial = (title: string) => /(?:序号|编号|编码|代码|^id|_id|_code|^code)$/i.test(title)

/** Only the first of many: there are no more names than rows. */
function top(names: ChartColumn | undefined, rows = Number.POSITIVE_INFINITY) {
  return Math.min(names?.distinct ?? rows, rows) > SHOWN_NAMES ? { limit: SHOWN_NAMES } : {}
}
