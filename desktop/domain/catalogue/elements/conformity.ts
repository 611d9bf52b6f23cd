import * as z from 'zod'
import type { Checker } from './check.ts'
import { faultSchema, type Fault } from './fault.ts'
import { mask } from './mask.ts'

const exampleSchema = z.object({
  /** Never the value itself; see `mask`. */
  masked: z.string(),
  /** Characters of the value. */
  length: z.int(),
  rows: z.int(),
})

const findingSchema = z.object({
  fault: faultSchema,
  rows: z.int(),
  /** Different values. */
  values: z.int(),
  /** The commonest, at most three. */
  examples: z.array(exampleSchema),
})

/** How the values of one column conform to an element. */
export const conformitySchema = z.object({
  column: z.string(),
  element: z.string(),
  rows: z.int(),
  /** Rows without a value: NULL or an empty text. They are not judged here. */
  empty: z.int(),
  /** Rows whose value conforms; `rows − empty` is what they are a share of. */
  conforming: z.int(),
  /** Rows with a division of the fictional city. */
  fictional: z.int(),
  findings: z.array(findingSchema),
})
export type Conformity = z.infer<typeof conformitySchema>

const mostExamples = 3

interface Example {
  readonly value: string
  readonly rows: number
}

interface Count {
  rows: number
  values: number
  examples: Example[]
}

/** Counts what does not conform, value by value; each different value is given once. */
export class Tally {
  readonly #check: Checker
  readonly #isFictional: (value: string) => boolean
  readonly #faults = new Map<Fault, Count>()
  #rows = 0
  #empty = 0
  #conforming = 0
  #fictional = 0

  constructor(check: Checker, isFictional: (value: string) => boolean = () => false) {
    this.#check = check
    this.#isFictional = isFictional
  }

  /** A value, `null` for none, and in how many rows it stands. */
  add(value: string | null, rows: number): void {
    this.#rows += rows
    if (value === null || value.trim() === '') {
      this.#empty += rows
      return
    }
    if (this.#isFictional(value)) this.#fictional += rows
    const fault = this.#check(value)
    if (fault === undefined) this.#conforming += rows
    else this.#count(fault, { value, rows })
  }

  result(column: string, element: string): Conformity {
    const findings = [...this.#faults]
      .map(([fault, { rows, values, examples }]) => ({
        fault,
        rows,
        values,
        examples: examples.map(shown),
      }))
      .toSorted((one, other) => other.rows - one.rows)
    return {
      column,
      element,
      rows: this.#rows,
      empty: this.#empty,
      conforming: this.#conforming,
      fictional: this.#fictional,
      findings,
    }
  }

  #count(fault: Fault, example: Example): void {
    const count = this.#faults.get(fault) ?? { rows: 0, values: 0, examples: [] }
    this.#faults.set(fault, count)
    count.rows += example.rows
    count.values += 1
    const least = count.examples.at(-1)
    if (count.examples.length === mostExamples && example.rows <= (least?.rows ?? 0)) return
    count.examples = [...count.examples, example]
      .toSorted((one, other) => other.rows - one.rows)
      .slice(0, mostExamples)
  }
}

const shown = ({ value, rows }: Example) => ({
  masked: mask(value),
  length: Array.from(value).length,
  rows,
})
