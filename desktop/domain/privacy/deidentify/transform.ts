import { reader, type CleanColumn } from '../../catalogue/importing/apply.ts'
import type { ColumnType } from '../../catalogue/importing/column-profile.ts'
import type { Decision } from '../../catalogue/importing/recipe.ts'
import { ageBand, gridOf, monthOf, streetOf } from './generalise.ts'
import type { Means } from './means.ts'
import { sameWriting, shortCode } from './pseudonym.ts'
import { shiftDays, shiftedDay } from './shift.ts'

type Changing = Exclude<Decision, 'keep' | 'mask' | 'drop'>

/** A column's new type, and how a row's cells become its value; nothing where that cannot be. */
export interface Change {
  readonly type: ColumnType
  readonly of: (text: string, cells: readonly string[]) => string | undefined
}

/** Different values whose codes are remembered. */
const mostKnown = 100_000

/** `person`: the column that tells persons apart, for days that are moved together. */
export function changeOf(
  decision: Changing,
  column: CleanColumn,
  person: CleanColumn | undefined,
  means: Means,
): Change {
  switch (decision) {
    case 'pseudonymise':
      return { type: 'string', of: coder(means) }
    case 'age_band':
      return { type: 'string', of: (text) => ageBand(text, means.today) }
    case 'street':
      return { type: 'string', of: streetOf }
    case 'month':
      return { type: 'yearmonth', of: monthOf }
    case 'grid':
      return { type: column.type === 'number' ? 'number' : 'string', of: gridOf }
    case 'shift':
      return { type: column.type, of: mover(person, means) }
  }
}

/** What is read of a cell before a decision is done to it: numbers and codes as they are written. */
export function readerFor(decision: Changing, column: CleanColumn): CleanColumn['read'] {
  return decision === 'pseudonymise' ? reader('string', column.steps) : column.read
}

function coder({ hash }: Means): Change['of'] {
  return remembered((text) => shortCode(hash(`code\n${sameWriting(text)}`)))
}

/** All days of a person move alike; where nobody is told apart, all of the file. */
function mover(person: CleanColumn | undefined, { hash }: Means): Change['of'] {
  const days = remembered((who) => shiftDays(hash(`days\n${sameWriting(who)}`)))
  return (text, cells) => {
    const who = person === undefined ? '' : (cells[person.at] ?? '')
    return shiftedDay(text, days(who))
  }
}

function remembered<Made>(make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = make(text)
    if (known.size < mostKnown) known.set(text, made)
    return made
  }
}
