import { isCodeTitle } from '../../catalogue/importing/column-profile.ts'
import { decisions, type Decision } from '../../catalogue/importing/recipe.ts'
import type { ColumnFacts } from './facts.ts'
import { enoughFor, isPersonal, type Level } from './policy.ts'
import { isAgeTitle } from './titles.ts'

/** Kinds whose title may say too much: the column of a 负责人 may hold offices. */
const mayBeOther: ReadonlySet<string> = new Set(['name', 'address', 'wechat', 'medical_card'])

/**
 * What may become of a column; the first is proposed. `people`: the table holds people. Never empty:
 * a column may always be taken out.
 */
export function decisionsFor(
  column: ColumnFacts,
  people: boolean,
  level: Exclude<Level, 'core'> = 'general',
): readonly Decision[] {
  const personal = column.findings.filter(isPersonal)
  if (personal.length === 0) {
    return plainOrder(column, people).filter((decision) => isPossible(decision, column))
  }
  const enough = decisions.filter((decision) =>
    personal.every(({ kind }) => enoughFor(kind, level).includes(decision)),
  )
  const offered = personalOrder(column).filter(
    (decision) => enough.includes(decision) && isPossible(decision, column),
  )
  // only a person can tell whether a title says true; at the level of important data it is believed
  const told = personal.every(({ by, kind }) => by === 'title' && mayBeOther.has(kind))
  return told && level === 'general' ? [...offered, 'keep'] : offered
}

function plainOrder({ name }: ColumnFacts, people: boolean): readonly Decision[] {
  const rest: Decision[] = ['month', 'shift', 'pseudonymise', 'mask', 'drop']
  return people && isAgeTitle(name) ? ['age_band', 'keep', ...rest] : ['keep', 'age_band', ...rest]
}

/** Coarser before masked, and out before masked where the title suggests that all of it is personal. */
function personalOrder({ findings, short }: ColumnFacts): readonly Decision[] {
  const kinds = new Set<string>(findings.map(({ kind }) => kind))
  const byTitle = findings.some(({ by }) => by === 'title')
  const coarser: Decision[] = ['street', 'month', 'grid', 'age_band']
  if (kinds.has('resident_id')) return ['pseudonymise', 'mask', 'age_band', 'drop']
  if (kinds.has('birth_date')) return ['age_band', 'month', 'mask', 'drop']
  if (kinds.has('coordinates')) return ['drop', 'grid', 'mask']
  if (kinds.has('address') && short) return ['street', 'mask', 'drop']
  return byTitle || (short && kinds.has('name'))
    ? ['drop', 'mask', 'pseudonymise', ...coarser]
    : ['mask', 'pseudonymise', 'drop', ...coarser]
}

function isPossible(decision: Decision, { name, type, findings, short }: ColumnFacts): boolean {
  const has = (kind: string) => findings.some((finding) => finding.kind === kind)
  switch (decision) {
    case 'keep':
    case 'drop':
      return true
    case 'mask':
      return findings.length > 0
    case 'pseudonymise':
      return short && (findings.some(isPersonal) || isCodeTitle(name))
    case 'age_band':
      return short && (has('resident_id') || has('birth_date') || isAgeTitle(name))
    case 'street':
      return short && has('address')
    case 'month':
      return type === 'date' || type === 'datetime' || (short && has('birth_date'))
    case 'shift':
      return type === 'date' || type === 'datetime'
    case 'grid':
      return short && has('coordinates')
  }
}
