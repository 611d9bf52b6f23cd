import { inTitles } from '../../privacy/finding.ts'
import { maskPersonal } from '../../privacy/mask.ts'
import { hasOwnMeasure, type CleanColumn, type Cleaned } from './apply.ts'
import { maskCell, contextOf } from './cell-scan.ts'
import type { Fill } from './fill.ts'
import type { Frame } from './frame.ts'
import { isMissing, tickOf } from './marks.ts'
import { isWideCode } from './propose.ts'
import { isBlank } from './raw-table.ts'
import { fixedSteps, type Step, type StepKind } from './recipe.ts'

/** A place that a step changes, before and after; personal numbers are masked in both. */
export interface Sample {
  readonly line: number
  readonly before: string
  readonly after: string
}

/** A step with what it does to this file. */
export interface StepOutcome extends Step {
  /** It always happens. */
  readonly fixed: boolean
  /** Rows, columns or cells. */
  readonly count: number
  readonly samples: readonly Sample[]
}

const mostSamples = 3
const shown = (cells: readonly string[]) =>
  maskPersonal(cells.filter((cell) => !isBlank(cell)).join('，')).text.slice(0, 80)

/** A table with its steps done. */
interface Done {
  readonly frame: Frame
  readonly cleaned: Cleaned
  readonly fills: readonly Fill[]
  readonly recipe: { readonly steps: readonly Step[] }
}

/** What each step does; a step that is off is counted as if it were not there. */
export function outcomesOf({ frame, cleaned, fills, recipe }: Done): StepOutcome[] {
  const cells = cellChanges(cleaned)
  return recipe.steps.map((step) => {
    const { kind, column } = step
    const fill = fills.find((one) => one.kind === kind && one.column === column)
    const found = fill
      ? fillChange(frame, fill)
      : column === null
        ? tableChange(frame, cleaned, kind)
        : (cells.get(column)?.get(kind) ?? { count: 0, samples: [] })
    return { ...step, fixed: fixedSteps.has(kind), ...found }
  })
}

/** Where a cell was empty or a ditto mark, and what it is given. */
function fillChange({ rows }: Frame, { kind, column, cells }: Fill): Change {
  const samples = [...cells].slice(0, mostSamples).map(([index, text]) => ({
    line: rows[index]?.line ?? 0,
    before: kind === 'ditto' ? '同上' : '',
    after: maskCell(text, contextOf(column)).slice(0, 80),
  }))
  return { count: cells.size, samples }
}

interface Change {
  count: number
  readonly samples: Sample[]
}

function tableChange(frame: Frame, { columns }: Cleaned, kind: StepKind): Change {
  const { titles, rows, names } = frame
  if (kind === 'title_rows') return rowsChange(titles)
  if (kind === 'names') {
    const changed = names.filter(({ was }) => was !== undefined)
    const samples = changed.slice(0, mostSamples).map(({ name, was = '' }) => ({
      line: 0,
      before: maskPersonal(was, inTitles).text,
      after: name,
    }))
    return { count: changed.length, samples }
  }
  if (kind === 'table_unit') {
    const numbers = columns.filter(({ type }) => type === 'number' || type === 'integer')
    const given = numbers.filter(({ name }) => !hasOwnMeasure(name))
    const samples = given
      .slice(0, mostSamples)
      .map(({ name, unit = '' }) => ({ line: 0, before: name, after: unit }))
    return { count: given.length, samples }
  }
  if (kind === 'empty_columns') return { count: emptyColumns(frame), samples: [] }
  return rowsChange(rows.filter((row) => row.kind === (kind === 'short_rows' ? 'short' : kind)))
}

function rowsChange(rows: readonly { readonly line: number; readonly cells: readonly string[] }[]) {
  const samples = rows
    .slice(0, mostSamples)
    .map(({ line, cells }) => ({ line, before: shown(cells), after: '' }))
  return { count: rows.length, samples }
}

function emptyColumns({ names, rows }: Frame): number {
  const seen = new Set<number>()
  for (const { cells } of rows) {
    cells.forEach((cell, at) => {
      if (!isBlank(cell)) seen.add(at)
    })
    if (seen.size >= names.length) return 0
  }
  return names.filter((_, at) => !seen.has(at)).length
}

type Changes = Map<string, Map<StepKind, Change>>

function cellChanges({ columns, rows }: Cleaned): Changes {
  const changes: Changes = new Map(columns.map(({ name }) => [name, new Map<StepKind, Change>()]))
  const wanted = columns.filter(({ steps }) => steps.length > 0)
  for (const { line, cells } of rows) {
    for (const column of wanted) {
      const cell = cells[column.at]
      if (cell === undefined || isBlank(cell)) continue
      const after = column.read(cell)
      if (after === cell) continue
      const kind = causeOf(column, cell, after)
      const own = changes.get(column.name)
      const change = own?.get(kind) ?? { count: 0, samples: [] }
      own?.set(kind, change)
      change.count += 1
      if (change.samples.length < mostSamples) {
        const masked = (text: string) =>
          maskCell(text, contextOf(column.name), column.name).slice(0, 80)
        change.samples.push({ line, before: masked(cell), after: masked(after ?? '') })
      }
    }
  }
  return changes
}

/** Which of a column's steps changed this cell. */
function causeOf({ type, steps }: CleanColumn, cell: string, after: string | null): StepKind {
  if (after === null && isMissing(cell)) return 'missing'
  if (type === 'integer' || type === 'number') return 'number'
  if (type !== 'string') return 'date'
  if (steps.includes('ticks') && tickOf(cell) !== undefined) return 'ticks'
  return steps.includes('width') && isWideCode(cell) ? 'width' : 'trim'
}
