import type { RepairError, RepairExercise, RepairTable } from './exercise.ts'
import { sameValue } from './same-value.ts'

/** What the learner did to the table. Rows from 1; without `column` the row is struck out. */
export interface RepairChange {
  readonly row: number
  readonly column: string | null
  /** What is to stand there; null: only that it is wrong. */
  readonly value: string | null
}

/**
 * `found`; `value`: seen, but what is put there is not right; `missed`; `false`: nothing is wrong
 * there; `same`: written otherwise, which is neither.
 */
export type RepairOutcome = 'found' | 'value' | 'missed' | 'false' | 'same'

export interface RepairFinding {
  readonly row: number
  readonly column: string | null
  readonly outcome: RepairOutcome
  readonly say: string
  /** What belongs there; null where that is not said. */
  readonly right: string | null
}

export interface RepairJudgement {
  readonly correct: boolean
  /** Of `of` errors. */
  readonly found: number
  readonly of: number
  /** Errors seen, whose value is not right yet. */
  readonly halfway: number
  readonly falseAlarms: number
  /** By row, then as the columns stand. */
  readonly findings: readonly RepairFinding[]
}

/** Judges a learner's changes by the errors that the author knows of. */
export function judgeRepair(
  { errors, pass }: Pick<RepairExercise, 'errors' | 'pass'>,
  table: RepairTable,
  given: readonly RepairChange[],
): RepairJudgement {
  const changes = realChanges(table, given)
  const onErrors = errors.map((error) => errorFinding(error, table, changes))
  const answered = new Set(onErrors.flatMap(({ by }) => (by ? [by] : [])))
  const rest = [...changes.values()].filter((change) => !answered.has(change))
  const others = rest.flatMap((change) => otherFinding(change, errors, table, changes))
  const findings = [...onErrors.map(({ finding }) => finding), ...others]
  const count = (outcome: RepairOutcome) =>
    findings.filter((finding) => finding.outcome === outcome).length
  const [found, falseAlarms] = [count('found'), count('false')]
  return {
    correct: found >= pass.found * errors.length - 1e-9 && falseAlarms <= pass.false,
    found,
    of: errors.length,
    halfway: count('value'),
    falseAlarms,
    findings: inTableOrder(findings, table),
  }
}

type Changes = ReadonlyMap<string, RepairChange>

/** By what a place of the table is known: its row, and its column where it is a cell. */
export const placeKey = ({ row, column }: Pick<RepairChange, 'row' | 'column'>): string =>
  `${row} ${column ?? ''}`

/** The last change of each place inside the table; what leaves a cell as it was is none. */
function realChanges(table: RepairTable, given: readonly RepairChange[]): Changes {
  const changes = new Map<string, RepairChange>()
  for (const change of given) {
    const before = cellOf(table, change.row, change.column)
    if (before === undefined || before === change.value) continue
    changes.set(placeKey(change), change)
  }
  return changes
}

/** The cell's text; empty for a whole row; nothing where the table has no such place. */
function cellOf(table: RepairTable, row: number, column: string | null): string | undefined {
  const cells = table.rows[row - 1]
  if (column === null) return cells && ''
  return cells?.[table.columns.findIndex(({ name }) => name === column)]
}

interface OnError {
  readonly finding: RepairFinding
  readonly by?: RepairChange
}

function errorFinding(error: RepairError, table: RepairTable, changes: Changes): OnError {
  const { row: rows, column = null, right, because } = error
  const by = rows
    .map((row) => changes.get(placeKey({ row, column })))
    .find((change) => change !== undefined)
  const place = { row: by?.row ?? rows.at(-1) ?? 1, column, right: right?.[0] ?? null }
  if (!by) return { finding: { ...place, outcome: 'missed', say: because } }
  const before = cellOf(table, place.row, column) ?? ''
  const problem = right && valueProblem(by.value, before, right)
  if (problem === undefined) return { finding: { ...place, outcome: 'found', say: because }, by }
  return { finding: { ...place, outcome: 'value', say: `${problem}${because}` }, by }
}

/** What is not right yet about a value put in the place of an error. */
function valueProblem(
  value: string | null,
  before: string,
  right: readonly string[],
): string | undefined {
  if (value === null) return '看出来了，还没有改。'
  const meant = right.filter((wanted) => sameValue(value, wanted))
  if (meant.length === 0) return `看出来了，改成“${value}”还不对。`
  // Where only the way of writing was wrong, the way of writing is what has to be right.
  const exact = meant.every((wanted) => sameValue(before, wanted))
  if (!exact || right.includes(value.trim())) return undefined
  return `意思没有错，写法还没有改成统一的样子：“${value}”。`
}

function otherFinding(
  change: RepairChange,
  errors: readonly RepairError[],
  table: RepairTable,
  changes: Changes,
): RepairFinding[] {
  const { row, column, value } = change
  const told = (outcome: RepairOutcome, say: string): RepairFinding[] => [
    { row, column, outcome, say, right: null },
  ]
  const surplus = errors.find((error) => error.column === undefined && error.row.includes(row))
  if (column === null) {
    return told('false', surplus ? surplusStruck(surplus) : '这一行该留下，划掉就丢了一条记录。')
  }
  // A row that is struck out rightly, or may be, is not looked at cell by cell.
  if (surplus && (surplus.row.length === 1 || changes.has(placeKey({ row, column: null }))))
    return []
  const before = cellOf(table, row, column) ?? ''
  if (value !== null && sameValue(value, before)) {
    return told('same', `和原来的“${before}”是一个意思，改不改都行。`)
  }
  const shown = before === '' ? '空着' : `“${before}”`
  return told('false', `这一格原来${before === '' ? '' : '是'}${shown}，没有错。`)
}

function surplusStruck({ row: rows }: RepairError): string {
  return `第 ${rows.join('、')} 行里只该划掉一行，都划掉就一条也不剩了。`
}

function inTableOrder(findings: readonly RepairFinding[], table: RepairTable): RepairFinding[] {
  const places = new Map(table.columns.map(({ name }, index) => [name, index]))
  const place = ({ column }: RepairFinding) => (column === null ? -1 : (places.get(column) ?? 0))
  return [...findings].sort((a, b) => a.row - b.row || place(a) - place(b))
}
