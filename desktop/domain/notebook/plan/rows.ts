import type { Sentence } from '../problem.ts'
import { operatorName } from './operators.ts'

/** An operator of a plan as the engine tells it. */
export interface Operator {
  readonly operator: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly estimated: number | null
  readonly rows: number | null
  readonly scanned: number | null
  readonly seconds: number | null
  readonly children: readonly Operator[]
}

/** One line of the plan as it is shown: the last operator first, what it reads below it. */
export interface PlanRow {
  readonly depth: number
  readonly name: Sentence
  /** What it works on, as DuckDB writes it: the table, the condition, the keys. */
  readonly detail: string
  readonly estimated: number | null
  readonly rows: number | null
  readonly seconds: number | null
  /** Of the time of all operators, from 0 to 1; nothing before a run. */
  readonly share: number | null
  /** Takes most of the time. */
  readonly slow: boolean
  /** The estimate was off by this factor or more, at least ten; such plans are often poor. */
  readonly misjudged: boolean
}

/** More is no plan that anybody reads. */
const most = 500
const SLOW = 0.3
/** Below this nobody waits, whatever the share. */
const QUICK_SECONDS = 0.005
const MISJUDGED = 10

/** A plan as rows. Shares are of the operators' times added up, which threads may spend side by side. */
export function planRows(root: Operator): PlanRow[] {
  const flat: { readonly operator: Operator; readonly depth: number }[] = []
  const visit = (operator: Operator, depth: number) => {
    if (flat.length >= most) return
    flat.push({ operator, depth })
    for (const child of operator.children) visit(child, depth + 1)
  }
  visit(root, 0)
  const times = flat.map(({ operator }) => operator.seconds ?? 0)
  const total = times.reduce((sum, seconds) => sum + seconds, 0)
  const worst = Math.max(...times)
  return flat.map(({ operator, depth }) => {
    const { estimated, rows, seconds, facts } = operator
    const share = seconds === null || total === 0 ? null : seconds / total
    return {
      depth,
      name: operatorName(operator.operator),
      detail: detailOf(facts),
      estimated,
      rows,
      seconds,
      share,
      slow: share !== null && share >= SLOW && seconds === worst && worst >= QUICK_SECONDS,
      misjudged: isMisjudged(estimated, rows),
    }
  })
}

function isMisjudged(estimated: number | null, rows: number | null): boolean {
  if (estimated === null || rows === null || Math.max(estimated, rows) < 1000) return false
  const [low, high] = [Math.min(estimated, rows), Math.max(estimated, rows)]
  return high / Math.max(low, 1) >= MISJUDGED
}

const shown = [
  'Table',
  'Function',
  'Conditions',
  'Expression',
  'Filters',
  'Groups',
  'Order By',
  'Top',
]

/** The facts that tell what an operator works on; columns it merely hands on are left out. */
function detailOf(facts: Operator['facts']): string {
  const found = shown.flatMap((name) => facts.filter((fact) => fact.name === name))
  const texts = found.map(({ value }) => value.replace(/^memory\./, '').replace(/^main\./, ''))
  const text = texts.filter((value) => value !== '').join(' · ')
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
