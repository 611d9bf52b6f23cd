import type { CleanColumn, Cleaned } from '../../catalogue/importing/apply.ts'
import type { Decision } from '../../catalogue/importing/recipe.ts'
import type { ColumnFinding } from '../../catalogue/importing/scan.ts'
import { factsOf, holdsPeople, type ColumnFacts } from './facts.ts'
import { decisionsFor } from './offer.ts'
import { isDirect, isPersonal, type Level } from './policy.ts'
import { decisionWords, kindWord } from './words.ts'
import { isQuasiTitle, isSensitiveTitle } from './titles.ts'

/** What a person decided about a table; what is left out is proposed. */
export interface Wishes {
  readonly decisions: Readonly<Record<string, Decision>>
  readonly level?: Level | undefined
  readonly quasi?: readonly string[] | undefined
  /** Null: none is to be looked at. */
  readonly sensitive?: string | null | undefined
}

/** What will be done with every column, or why that may not be. */
export type Plan =
  | {
      readonly ok: true
      readonly level: Exclude<Level, 'core'>
      readonly people: boolean
      readonly facts: readonly ColumnFacts[]
      readonly decisions: Readonly<Record<string, Decision>>
      readonly quasi: readonly string[]
      readonly sensitive: string | null
      /** The column that tells persons apart in the file. */
      readonly person: CleanColumn | undefined
    }
  | { readonly ok: false; readonly problem: string }

class Below extends Error {}

/** Every decision held against the policy, whoever made it. */
export function planOf(
  cleaned: Cleaned,
  findings: readonly (readonly ColumnFinding[])[],
  wishes: Wishes,
): Plan {
  const { level = 'general' } = wishes
  if (level === 'core') return { ok: false, problem: '核心数据不能导入' }
  const facts = factsOf(cleaned, findings)
  const people = holdsPeople(facts)
  try {
    for (const name of Object.keys(wishes.decisions)) known(name, facts)
    const decided = facts.map((column) => [column.name, decide(column, people, level, wishes)])
    const decisions = Object.fromEntries(decided) as Record<string, Decision>
    const quasi = quasiOf(facts, decisions, people, wishes.quasi)
    const sensitive = sensitiveOf(facts, decisions, quasi, people, wishes.sensitive)
    const person = personOf(cleaned, facts)
    return { ok: true, level, people, facts, decisions, quasi, sensitive, person }
  } catch (error) {
    if (error instanceof Below) return { ok: false, problem: error.message }
    throw error
  }
}

function known(name: string, facts: readonly ColumnFacts[]): ColumnFacts {
  const found = facts.find((column) => column.name === name)
  if (!found) throw new Below(`没有“${name}”这一列`)
  return found
}

function decide(
  column: ColumnFacts,
  people: boolean,
  level: Exclude<Level, 'core'>,
  { decisions }: Wishes,
): Decision {
  const { name, findings } = column
  const allowed = decisionsFor(column, people, level)
  const wanted = Object.hasOwn(decisions, name) ? decisions[name] : allowed[0]
  if (wanted !== undefined && allowed.includes(wanted)) return wanted
  const would = allowed.map((one) => `“${decisionWords[one]}”`).join('、')
  const personal = findings.filter(isPersonal).map(({ kind }) => kindWord(kind))
  const why = personal.length > 0 ? `里有${[...new Set(personal)].join('、')}` : ''
  const chosen = wanted === undefined ? '' : `不能“${decisionWords[wanted]}”，`
  throw new Below(`“${name}”${why}，${chosen}可以选${would}`)
}

/** Decisions that make a value say less. */
export const coarser: ReadonlySet<Decision> = new Set(['age_band', 'street', 'month', 'grid'])

function quasiOf(
  facts: readonly ColumnFacts[],
  decisions: Readonly<Record<string, Decision>>,
  people: boolean,
  wanted: readonly string[] | undefined,
): string[] {
  const isCoarser = ({ name }: ColumnFacts) => coarser.has(decisions[name] ?? 'keep')
  if (wanted) {
    return [...new Set(wanted)].map((name) => {
      const column = known(name, facts)
      if (!column.findings.some(isDirect) || isCoarser(column)) return name
      throw new Below(`“${name}”直接说出是谁，不能当准标识符；请遮盖、换成代号或去掉`)
    })
  }
  if (!people) return []
  const isIndirect = ({ findings, short }: ColumnFacts) => short && findings.some(isPersonal)
  return facts
    .filter((column) => isCoarser(column) || !column.findings.some(isDirect))
    .filter((column) => isQuasiTitle(column.name) || isCoarser(column) || isIndirect(column))
    .map(({ name }) => name)
}

function sensitiveOf(
  facts: readonly ColumnFacts[],
  decisions: Readonly<Record<string, Decision>>,
  quasi: readonly string[],
  people: boolean,
  wanted: string | null | undefined,
): string | null {
  if (wanted === null) return null
  if (wanted !== undefined) {
    const { name } = known(wanted, facts)
    if (!quasi.includes(name) && decisions[name] !== 'drop') return name
    throw new Below(`“${name}”去掉了，或已是准标识符，不能当敏感列`)
  }
  if (!people || quasi.length === 0) return null
  const found = facts.find(
    ({ name, findings, short }) =>
      short &&
      !quasi.includes(name) &&
      findings.length === 0 &&
      decisions[name] === 'keep' &&
      isSensitiveTitle(name),
  )
  return found?.name ?? null
}

/** Kinds that tell persons apart, the surest first. */
const telling = ['resident_id', 'medical_card', 'passport', 'mobile', 'wechat', 'email', 'name']

function personOf({ columns }: Cleaned, facts: readonly ColumnFacts[]): CleanColumn | undefined {
  for (const kind of telling) {
    const found = facts.find(
      ({ short, findings }) => short && findings.some((finding) => finding.kind === kind),
    )
    if (found) return columns.find(({ name }) => name === found.name)
  }
  return undefined
}

/** The column that tells persons apart in what is written: the surest that is a code there. */
export function contributorOf({ facts, decisions }: Extract<Plan, { ok: true }>): string | null {
  const coded = facts.filter(
    ({ name, findings }) => decisions[name] === 'pseudonymise' && findings.some(isPersonal),
  )
  const rank = ({ findings }: ColumnFacts) =>
    Math.min(...findings.map(({ kind }) => (telling.indexOf(kind) + 100) % 100))
  return coded.toSorted((a, b) => rank(a) - rank(b))[0]?.name ?? null
}
