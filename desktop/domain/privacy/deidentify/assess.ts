import type { Cleaned } from '../../catalogue/importing/apply.ts'
import { contextOf, maskCell } from '../../catalogue/importing/cell-scan.ts'
import type { OutColumn } from '../../catalogue/importing/rows-out.ts'
import { emptyAssessment, type Assessment } from './assessment.ts'
import { classesOf, Coder, type Classes, type Coded } from './classes.ts'
import { coarser, type Plan } from './plan.ts'
import { smallestK } from './policy.ts'
import { riskOf } from './risk.ts'

/** So many of the smallest classes are named. */
const mostWorst = 5
const longestValue = 24

type Decided = Extract<Plan, { ok: true }>

/** A column as it was and as it is written, its values being taken row by row. */
interface Taken {
  readonly name: string
  /** The title under which its values are read: made coarser, they are no longer what it says. */
  readonly title: string
  readonly before: (cells: readonly string[]) => string | null
  /** Its place among the columns that are written; −1 where it is not. */
  readonly out: number
  readonly was: Coder
  readonly is: Coder
}

/**
 * k, l and t of a table before the decisions and after, over all its rows.
 */
export class Assessing {
  readonly #plan: Decided
  readonly #rows: number
  readonly #quasi: readonly Taken[]
  readonly #sensitive: Taken | undefined
  readonly #ordered: boolean

  constructor(plan: Decided, cleaned: Cleaned, out: readonly OutColumn[]) {
    this.#plan = plan
    this.#rows = cleaned.rows.length
    const taken = (name: string): Taken[] =>
      cleaned.columns.flatMap((column): Taken[] => {
        if (column.name !== name) return []
        const before: Taken['before'] = (cells) => column.read(cells[column.at] ?? '')
        const [was, is] = [new Coder(this.#rows), new Coder(this.#rows)]
        const place = out.findIndex((each) => each.name === name)
        const title = coarser.has(out[place]?.decision ?? 'keep') ? '' : name
        return [{ name, title, before, out: place, was, is }]
      })
    this.#quasi = plan.quasi.flatMap(taken)
    this.#sensitive = plan.sensitive === null ? undefined : taken(plan.sensitive)[0]
    const type = cleaned.columns.find(({ name }) => name === plan.sensitive)?.type
    this.#ordered = type === 'integer' || type === 'number'
  }

  /** A row as it stands in the file, and what is written of it, column by column. */
  take(cells: readonly string[], written: readonly (string | null)[]): void {
    for (const { before, out, was, is } of this.#quasi) {
      was.add(before(cells))
      if (out >= 0) is.add(written[out] ?? null)
    }
    // what is sensitive is compared as it was: a decision on it does not make a class more diverse
    const value = this.#sensitive?.before(cells)
    if (value !== undefined) this.#sensitive?.was.add(this.#ordered ? numeral(value) : value)
  }

  done(): Assessment {
    const { people, quasi, sensitive } = this.#plan
    if (this.#quasi.length === 0) return emptyAssessment(people, this.#rows, smallestK)
    const left = this.#quasi.filter(({ out }) => out >= 0)
    const was = this.#quasi.map((each) => each.was.done())
    const is = left.map((each) => each.is.done())
    const own = this.#sensitive?.was.done()
    const risk = (classes: Classes) => riskOf(classes, smallestK, own, this.#ordered)
    const after = classesOf(is, this.#rows)
    return {
      ...{ people, quasi: [...quasi], sensitive, rows: this.#rows, wanted: smallestK },
      before: risk(classesOf(was, this.#rows)),
      after: risk(after),
      worst: worstOf(after, left, is),
      left: left.map(({ name }) => name),
      without: withoutEach(after, left, is),
    }
  }
}

const numeral = (text: string | null) => (text === null ? null : String(Number(text)))

function worstOf(classes: Classes, left: readonly Taken[], is: readonly Coded[]) {
  return smallest(classes).map((at) => ({
    rows: classes.sizes[at] ?? 0,
    values: is.map(({ codes, values }, column) => {
      const value = values[codes[classes.first[at] ?? 0] ?? 0] ?? null
      return value === null ? null : shown(value, left[column]?.title ?? '')
    }),
  }))
}

/** Quasi-identifiers tell nobody directly; what of a number stands in them all the same is masked. */
const shown = (value: string, title: string) =>
  maskCell(value, contextOf(title), title).slice(0, longestValue)

function smallest({ sizes }: Classes): number[] {
  const found: number[] = []
  for (let wanted = 1; wanted < smallestK && found.length < mostWorst; wanted += 1) {
    for (let at = 0; at < sizes.length && found.length < mostWorst; at += 1) {
      if (sizes[at] === wanted) found.push(at)
    }
  }
  return found
}

/** The classes without a column are joined from the classes with it, not from the rows. */
function withoutEach(classes: Classes, left: readonly Taken[], is: readonly Coded[]) {
  const { sizes, first } = classes
  if (sizes.every((size) => size >= smallestK)) return []
  const each = is.map(({ codes, values }) => ({
    values,
    codes: Int32Array.from(first, (row) => codes[row] ?? 0),
  }))
  const found = left.map(({ name }, out) => {
    const joined = classesOf(
      each.filter((_, at) => at !== out),
      sizes.length,
    )
    const rows = new Int32Array(joined.sizes.length)
    joined.of.forEach((to, from) => (rows[to] = (rows[to] ?? 0) + (sizes[from] ?? 0)))
    const under = rows.reduce((sum, size) => sum + (size < smallestK ? size : 0), 0)
    return { column: name, under }
  })
  return found.sort((a, b) => a.under - b.under)
}
