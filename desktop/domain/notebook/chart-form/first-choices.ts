import type { ColumnKind } from '../pivot/pieces.ts'
import type { Titles } from '../pivot/titles.ts'
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

function firstShape({ columns, rows }: Ground): Chosen | undefined {
  const date = columns.find(({ kind }) => kind === 'date')
  const number = columns.find(({ kind }) => kind === 'number')
  const names = namesIn(columns)
  const result = rows !== undefined && rows <= FEW_ROWS
  if (result && number && (date ?? names)) {
    const value = { how: 'value', column: number.name } as const
    if (date) return { shape: 'lineY', along: date.name, ...value }
    return { shape: 'barX', along: names?.name ?? '', ...value, sort: 'most', ...top(names) }
  }
  if (names) return { shape: 'barX', along: names.name, sort: 'most', ...top(names) }
  if (date) return { shape: 'lineY', along: date.name, step: 'month' }
  if (number) return { shape: 'rectY', along: number.name }
  const [first] = columns
  return first && { shape: 'barX', along: first.name, sort: 'most', limit: SHOWN_NAMES }
}

/** The column with the names of groups: not one that names each row apart. */
function namesIn(columns: readonly ChartColumn[]): ChartColumn | undefined {
  const texts = columns.filter(({ kind }) => kind === 'text' || kind === 'boolean')
  const groups = texts.filter(({ distinct = 2 }) => distinct >= 2 && distinct <= FEW_NAMES)
  return groups[0] ?? texts.find(({ distinct }) => distinct === undefined)
}

const top = (names: ChartColumn | undefined) =>
  (names?.distinct ?? Number.POSITIVE_INFINITY) > SHOWN_NAMES ? { limit: SHOWN_NAMES } : {}
