import type { Aggregate, CalendarUnit } from '../../notebook/channel.ts'
import { calendarUnits, aggregates } from '../../notebook/channel.ts'
import {
  choicesOf,
  mainMark,
  shapes,
  type ChartChoices,
  type Shape,
} from '../../notebook/chart-form/choices.ts'
import { proposedTitle } from '../../notebook/chart-form/title.ts'
import type { KindDrawing } from '../../notebook/chart-kinds/kinds.ts'
import { readsTable, type Chart } from '../../notebook/chart.ts'
import type { Result } from '../result.ts'
import { drawnAs } from './chart-drawn.ts'
import { chartTable } from './chart-schema.ts'
import type { TraitName, Wanted } from './chart-traits.ts'

/** A learner's chart in the terms of its exercise. */
export interface GivenChart {
  readonly traits: Readonly<Record<TraitName, string>>
  /** The table that it draws. */
  readonly from: string
  /** Whether the length of bars begins at zero; true for marks that need not. */
  readonly zero: boolean
}

/** Shapes that have a column on either side. */
const crossed: ReadonlySet<Shape> = new Set(['dot', 'density', 'cell'])

/** What a chart on the exercise's table shows. */
export function givenChart(chart: Chart, data: Result): GivenChart {
  if (chart.draw) return givenDrawing(chart, chart.draw, data)
  const choices = choicesOf(chart)
  const { shape, along, step, across, colour, sort, limit, title } = choices
  const size = sizeOf(choices, data)
  const bars = shape === 'barX' || shape === 'barY'
  return {
    traits: {
      mark: shape,
      x: along,
      step,
      y: crossed.has(shape) ? across : shape === 'rectY' ? 'count' : size,
      colour: shape === 'cell' ? size : colour,
      sort: bars ? sort : 'none',
      limit: limit === undefined ? '' : String(limit),
      title,
    },
    from: choices.from,
    zero: !bars || beginsAtZero(chart, shape),
  }
}

function givenDrawing(chart: Chart, draw: KindDrawing, data: Result): GivenChart {
  const { mark, along, colour, sort, limit, ...size } = drawnAs(draw, data)
  const bars = mark === 'barX'
  return {
    traits: {
      ...{ mark, x: along, step: '', colour, sort },
      y: sizeOf({ ...size, along, colour, step: '' }, data),
      limit: limit === undefined ? '' : String(limit),
      title: chart.title,
    },
    from: chart.from ?? '',
    zero: !bars || beginsAtZero(chart, 'barX'),
  }
}

/** Where each mark stands for one row, its sum, mean and value are one and the same. */
function sizeOf(
  {
    how,
    column,
    along,
    step,
    colour,
  }: Pick<ChartChoices, 'how' | 'column' | 'along' | 'step' | 'colour'>,
  data: Result,
): string {
  if (how === 'rows') return 'count'
  const single = step === '' && standAlone(data, [along, colour])
  if (how === 'value' || (single && how !== 'distinct')) return column
  return `${how} ${column}`
}

function standAlone({ columns, rows }: Result, names: readonly string[]): boolean {
  const places = names.flatMap((name) => {
    const at = columns.findIndex((column) => column.name === name)
    return at < 0 ? [] : [at]
  })
  const keys = rows.map((row) => JSON.stringify(places.map((at) => row[at])))
  return new Set(keys).size === rows.length
}

function beginsAtZero(chart: Chart, shape: Shape): boolean {
  const axis = shape === 'barX' ? chart.x : chart.y
  const [low = 0] = axis?.domain ?? []
  return axis?.zero !== false && axis?.scale !== 'log' && low <= 0
}

/** Whether something else than the first mark draws a table. */
export function drawsMore(chart: Chart): boolean {
  const main = mainMark(chart)
  return chart.plot.some(
    (mark, index) => index !== main && readsTable(mark) && mark.mark !== 'text',
  )
}

const first = (wanted: Wanted, trait: TraitName): string | undefined => wanted[trait]?.[0]

/** A chart with these traits, for proofs and beginnings; of what is not named, bars of counted rows. */
export function choicesFrom(wanted: Wanted): ChartChoices {
  const shape = shapes.find((name) => name === first(wanted, 'mark')) ?? 'barX'
  const y = first(wanted, 'y') ?? 'count'
  const pair = shape === 'dot' || shape === 'cell'
  const colour = first(wanted, 'colour') ?? ''
  const sort = first(wanted, 'sort')
  const limit = Number(first(wanted, 'limit') ?? Number.NaN)
  const choices: ChartChoices = {
    from: chartTable,
    shape,
    along: first(wanted, 'x') ?? '',
    step: unitOf(first(wanted, 'step')),
    across: pair ? y : '',
    ...measureOf(shape === 'cell' ? colour || 'count' : pair ? 'count' : y),
    colour: shape === 'cell' ? '' : colour,
    sort: sort === 'most' || sort === 'least' ? sort : 'none',
    limit: Number.isInteger(limit) ? limit : undefined,
    title: first(wanted, 'title') ?? '',
    source: '',
    x: { label: '', format: '' },
    y: { label: '', format: '' },
    select: '',
    filterBy: '',
  }
  return choices.title === '' ? { ...choices, title: proposedTitle(choices, new Map()) } : choices
}

const unitOf = (text: string | undefined): CalendarUnit | '' =>
  calendarUnits.find((unit) => unit === text) ?? ''

function measureOf(key: string): Pick<ChartChoices, 'how' | 'column'> {
  if (key === 'count') return { how: 'rows', column: '' }
  const of: Aggregate | undefined = aggregates.find((name) => key.startsWith(`${name} `))
  return of ? { how: of, column: key.slice(of.length + 1) } : { how: 'value', column: key }
}
