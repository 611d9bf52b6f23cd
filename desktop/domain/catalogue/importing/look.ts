import { examplesOf, type Example } from '../../privacy/deidentify/examples.ts'
import { factsOf, holdsPeople } from '../../privacy/deidentify/facts.ts'
import type { Means } from '../../privacy/deidentify/means.ts'
import { decisionsFor } from '../../privacy/deidentify/offer.ts'
import { inTitles } from '../../privacy/finding.ts'
import { maskPersonal } from '../../privacy/mask.ts'
import { applySteps, keptKinds, type Cleaned } from './apply.ts'
import { contextOf, maskCell } from './cell-scan.ts'
import { typeOf, type ColumnProfile, type ColumnType } from './column-profile.ts'
import { frameOf, headerAt, type Frame, type FramedRow } from './frame.ts'
import { fillsOf, withFills, type Fill } from './fill.ts'
import { proposeHeader, type Header } from './header.ts'
import { outcomesOf, type StepOutcome } from './outcomes.ts'
import { profiler, profilesOf, proposeSteps } from './propose.ts'
import type { RawTable, RefusedRow } from './raw-table.ts'
import { remarksOn } from './remarks.ts'
import type { Choices, Decision, Recipe, Step } from './recipe.ts'
import { beginScan, type ColumnFinding, type Listening } from './scan.ts'

/** A column as it would be, what was found in it, and what may become of it. */
export interface LookedColumn {
  readonly name: string
  readonly type: ColumnType
  readonly unit: string | null
  readonly findings: readonly ColumnFinding[]
  /** The first is what is proposed. */
  readonly decisions: readonly Decision[]
  /** The same where the data are important. */
  readonly important: readonly Decision[]
  /** What each of them makes of a value. */
  readonly examples: readonly Example[]
  /** Why it stays text although most of it is not, with the first lines where it is. */
  readonly odd: { readonly kind: 'number' | 'date' | 'percent'; readonly lines: number[] } | null
}

export interface PreviewRow {
  readonly line: number
  readonly kind: 'title' | 'header' | FramedRow['kind']
  /** Personal numbers masked. */
  readonly cells: readonly string[]
}

/** A table looked at with a recipe: what would be kept, what not, and why. */
export interface TableLook {
  readonly recipe: Pick<Recipe, 'header' | 'steps'>
  readonly columns: readonly LookedColumn[]
  readonly steps: readonly StepOutcome[]
  readonly before: readonly PreviewRow[]
  /** The first rows as they would be; null where there is no value. */
  readonly after: readonly (readonly (string | null)[])[]
  readonly rowsIn: number
  readonly rowsKept: number
  readonly refused: readonly RefusedRow[]
  /** What stands above the header, as a title for the dataset; empty where nothing does. */
  readonly title: string
  /** What is worth knowing about the table and no step can mend, in words for the user. */
  readonly remarks: readonly string[]
}

/** A table with everything that was chosen, or else is proposed, done to it. */
export interface Worked {
  readonly frame: Frame
  readonly profiles: readonly ColumnProfile[]
  readonly cleaned: Cleaned
  readonly fills: readonly Fill[]
  readonly recipe: Pick<Recipe, 'header' | 'steps'>
  /** Of each column of the frame. */
  readonly findings: readonly (readonly ColumnFinding[])[]
}

/** Whoever listens is told of every passage that is personal information. */
export function work(table: RawTable, choices: Choices, listening: Listening = {}): Worked {
  const { rows, merges } = table
  const header = choices.header ? headerAt(rows, choices.header) : proposedFor(table)
  const chosen = new Map((choices.steps ?? []).map((step) => [keyOf(step), step.on]))
  const wish = (one: Pick<Step, 'kind' | 'column' | 'on'>) => {
    return chosen.get(keyOf(one)) ?? one.on
  }
  const bare = frameOf(table, header)
  const fills = fillsOf(bare, merges)
  const frame = withFills(bare, fills.filter(wish))
  // whoever reads cells beside reads them while the steps are worked out
  const { profiles: first, add: onRow } = profiler(frame)
  const finishScan = beginScan(frame, { ...listening, onRow })
  const steps = proposeSteps(frame, first, fills).map((step) => ({ ...step, on: wish(step) }))
  const kinds = keptKinds(steps)
  // rows that were to be left out and are not count among the columns' values
  const profiles = kinds.size > 2 ? profilesOf(frame, kinds) : first
  const cleaned = applySteps(frame, profiles, steps, table.refused)
  const line = rows[header.row]?.line ?? 1
  return {
    frame,
    profiles,
    cleaned,
    fills,
    recipe: { header: { line, height: header.height }, steps },
    findings: finishScan(),
  }
}

const proposedFor = ({ headed, rows, merges }: RawTable): Header =>
  headed === true ? { row: 0, height: 1 } : proposeHeader(rows, merges)

const keyOf = ({ kind, column }: { readonly kind: string; readonly column: string | null }) =>
  `${kind}\n${column ?? ''}`

const previewRows = 12

/**
 * Looks at a table; whoever listens is told of every passage that is personal information. Without
 * `means` there are no examples.
 */
export function lookAt(
  table: RawTable,
  choices: Choices,
  listening: Listening = {},
  means?: Means,
): TableLook {
  const worked = work(table, choices, listening)
  const { frame, profiles, cleaned, recipe, findings } = worked
  const columns = columnsOf(cleaned, profiles, findings, means)
  return {
    recipe,
    columns,
    steps: outcomesOf(worked),
    before: before(table, frame),
    after: after(cleaned),
    rowsIn: cleaned.rowsIn,
    rowsKept: cleaned.rows.length,
    refused: cleaned.refused,
    title: titleOf(frame),
    remarks: remarksOn(table, frame),
  }
}

const maskedIn = (title: string, cell: string) => maskCell(cell, contextOf(title), title)
function columnsOf(
  cleaned: Cleaned,
  profiles: readonly ColumnProfile[],
  findings: readonly (readonly ColumnFinding[])[],
  means: Means | undefined,
): LookedColumn[] {
  const facts = factsOf(cleaned, findings)
  const people = holdsPeople(facts)
  return cleaned.columns.flatMap((column, index): LookedColumn[] => {
    const { name, at, type, unit } = column
    const [fact, profile] = [facts[index], profiles[at]]
    if (!fact) return []
    const odd = profile ? typeOf(profile, name).odd : undefined
    const offered = decisionsFor(fact, people)
    return [
      {
        ...{ name, type, unit: unit ?? null, findings: fact.findings, decisions: offered },
        important: decisionsFor(fact, people, 'important'),
        examples: means ? examplesOf(column, cleaned, findings, offered, means) : [],
        odd: odd && profile ? { kind: odd, lines: profile.oddLines } : null,
      },
    ]
  })
}

/** The rows around the header, and those near the end that are left out. */
function before(table: RawTable, frame: Frame): PreviewRow[] {
  const { row, height } = frame.header
  const masked = (cells: readonly string[]) =>
    cells
      .slice(0, frame.names.length)
      .map((cell, at) => maskedIn(frame.names[at]?.name ?? '', cell))
  const head = table.rows.slice(0, row + height).map(({ line, cells }, at): PreviewRow => {
    const named = cells.slice(0, frame.names.length)
    const shown = named.map((cell) => maskPersonal(cell, inTitles).text)
    return { line, kind: at < row ? 'title' : 'header', cells: shown }
  })
  // as they stand in the file: cells that are filled in are not there
  const below = table.rows.slice(row + height)
  const framed = frame.rows.map(({ line, kind }, at) => {
    return { line, kind, cells: below[at]?.cells ?? [] }
  })
  const data = framed.slice(0, Math.max(4, previewRows - head.length))
  const tail = framed
    .slice(data.length)
    .filter(({ kind }) => kind !== 'data')
    .slice(0, 4)
  const rows = [...data, ...tail]
  return [
    ...head.slice(0, previewRows),
    ...rows.map(({ line, kind, cells }) => ({ line, kind, cells: masked(cells) })),
  ]
}

function after({ columns, rows }: Cleaned): (string | null)[][] {
  return rows.slice(0, 8).map(({ cells }) =>
    columns.map(({ name, at, read }) => {
      const value = read(cells[at] ?? '')
      return value === null ? null : maskedIn(name, value)
    }),
  )
}

/** The longest text above the header that is no unit: most tables carry their title there. */
function titleOf({ titles }: Frame): string {
  const texts = titles
    .flatMap(({ cells }) => cells)
    .map((cell) => cell.replace(/\s+/gu, ' ').trim())
    .filter((cell) => cell.length >= 4 && !/^单位[:：]/u.test(cell))
  const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), '')
  return maskPersonal(longest, inTitles).text.slice(0, 80)
}
