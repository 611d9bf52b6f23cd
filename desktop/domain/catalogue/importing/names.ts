import { inTitles } from '../../privacy/finding.ts'
import { maskPersonal } from '../../privacy/mask.ts'
import type { Header } from './header.ts'
import { spreadMerges } from './merged.ts'
import { isBlank, type Merge, type RawRow } from './raw-table.ts'

export interface ColumnName {
  readonly name: string
  /** What stands in the file, where the name is another. */
  readonly was?: string
}

/** The columns' names: groups before the names below them, empty ones numbered, repeated ones too. */
export function columnNames(
  rows: readonly RawRow[],
  { row, height }: Header,
  width: number,
  merges: readonly Merge[] = [],
): ColumnName[] {
  const named = rows.slice(row, row + height)
  const levels = levelsOf(named, merges)
  const taken = new Set<string>()
  return Array.from({ length: width }, (_, at) => {
    const parts = levels.map((texts) => texts[at] ?? '').filter((text) => text !== '')
    const written = parts.filter((part, index) => part !== parts[index - 1]).join('_')
    const name = free(written === '' ? `列${at + 1}` : written, taken)
    taken.add(name.toLowerCase())
    const was = named.map(({ cells }) => cells[at] ?? '').filter((cell) => !isBlank(cell))
    return name === was[0] && was.length === 1 ? { name } : { name, was: was.join(' / ') }
  })
}

/** The names of each row of the header, with groups carried over all the columns they are of. */
function levelsOf(named: readonly RawRow[], merges: readonly Merge[]): string[][] {
  const [first] = named
  const last = named.at(-1)
  const within = merges.filter(
    ({ top, bottom }) => first && last && top >= first.line && bottom <= last.line,
  )
  const texts = (within.length > 0 ? spreadMerges(named, within) : named).map(({ cells }) =>
    Array.from(cells, oneLine),
  )
  return within.length > 0 ? texts : carried(texts)
}

/** Without merges a group reaches as far to the right as names stand below empty cells. */
function carried(levels: readonly (readonly string[])[]): string[][] {
  const width = levels.reduce((most, { length }) => Math.max(most, length), 0)
  const groups = levels.map(() => '')
  const full = levels.map((): string[] => [])
  for (let at = 0; at < width; at += 1) {
    let isNew = false
    levels.forEach((texts, level) => {
      const text = texts[at] ?? ''
      const below = levels.slice(level + 1).some((lower) => (lower[at] ?? '') !== '')
      const group = text === '' && below && !isNew ? (groups[level] ?? '') : text
      if (text !== '') isNew = true
      groups[level] = below ? group : ''
      full[level]?.push(group)
    })
  }
  return full
}

/** Personal numbers that stand where a name should are not kept; Chinese needs no spaces. */
const oneLine = (cell: string | undefined) =>
  maskPersonal(
    (cell ?? '')
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff（(])/gu, ''),
    inTitles,
  ).text

function free(name: string, taken: ReadonlySet<string>): string {
  let number = 2
  let tried = name
  while (taken.has(tried.toLowerCase())) {
    tried = `${name}_${number}`
    number += 1
  }
  return tried
}
