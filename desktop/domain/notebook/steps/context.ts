import { fold } from '../name.ts'
import { ColumnTitles, findTable, type Known, lastName, tableName } from './names.ts'
import type { StepGroup } from './step.ts'
import { isObject, type Json, type JsonObject, textOf, textsOf } from './tree.ts'
import { code, name, say, type Words } from './words.ts'

/** What turns parts of the tree into words and steps; given, because they need one another. */
export interface Describers {
  readonly words: (node: Json | undefined, context: Context) => Words
  readonly operand: (node: Json | undefined, context: Context) => Words
  readonly steps: (query: JsonObject, context: Context) => StepGroup['steps']
}

/** Expressions that one description may hold; what a query nests can multiply. */
const most = 20_000

/** What sentences about one query need: titles, and a place for the steps of its subqueries. */
export class Context {
  readonly known: Known
  readonly #titles: ColumnTitles
  readonly #describers: Describers
  /** Base tables of the query at hand by the name that columns are qualified with. */
  #sources = new Map<string, string>()
  #pending: StepGroup[] = []
  #count = 0
  #spent = 0

  constructor(tree: Json, known: Known, describers: Describers) {
    this.known = known
    this.#titles = new ColumnTitles(tree, known)
    this.#describers = describers
  }

  /** Counts one more expression; false when there were too many. */
  spend(): boolean {
    this.#spent += 1
    return this.#spent <= most
  }

  /** An expression in words; SQL where there are none for it. */
  words(node: Json | undefined): Words {
    return this.#describers.words(node, this)
  }

  /** The same between others: in parentheses where it is made of several parts. */
  operand(node: Json | undefined): Words {
    return this.#describers.operand(node, this)
  }

  /** Steps of a query that stands within another. */
  steps(query: JsonObject): StepGroup['steps'] {
    const pending = this.#pending
    this.#pending = []
    const steps = this.#describers.steps(query, this)
    this.#pending = pending
    return steps
  }

  /** Describes within a FROM of its own, then returns to the one around it. */
  inside<T>(from: Json | undefined, work: () => T): T {
    const before = this.#sources
    this.#sources = new Map(before)
    collectSources(from, this.#sources)
    try {
      return work()
    } finally {
      this.#sources = before
    }
  }

  /** A column; with its table where the query reads several. */
  column(node: JsonObject): Words {
    const parts = textsOf(node, 'column_names')
    const own = this.columnNamed(lastName(node))
    const [qualifier] = parts
    if (parts.length < 2 || qualifier === undefined || this.#sources.size < 2) return own
    return this.#sources.has(fold(qualifier)) || parts.length === 2
      ? say`${this.relation(qualifier)}的${own}`
      : own
  }

  columnNamed(column: string): Words {
    return name(this.#titles.get(column) ?? column, column)
  }

  /** A table as columns are qualified with it: by title, unless the query reads it twice. */
  relation(qualifier: string): Words {
    const table = this.#sources.get(fold(qualifier))
    if (table === undefined) return name(qualifier)
    const twice = [...this.#sources.values()].filter((other) => other === table).length > 1
    const title = twice ? undefined : findTable(this.known, table)?.title
    return name(title ?? qualifier, qualifier)
  }

  parameter(of: string): Words {
    const label = Object.entries(this.known.parameters).find(([key]) => fold(key) === fold(of))
    return say`输入${name(label?.[1] ?? `$${of}`, `$${of}`)}`
  }

  /** Keeps the steps of a subquery for the step at hand, and returns what to call it. */
  subquery(node: JsonObject): Words {
    const holder = node['subquery']
    const query = isObject(holder) && isObject(holder['node']) ? holder['node'] : undefined
    if (!query) return code('(SELECT …)')
    this.#count += 1
    const title = say`子查询${this.#count}`
    const steps = this.steps(query)
    this.#pending.push({ title, steps })
    return title
  }

  /** The subqueries met since the last step. */
  takeGroups(): StepGroup[] {
    const groups = this.#pending
    this.#pending = []
    return groups
  }
}

function collectSources(from: Json | undefined, sources: Map<string, string>): void {
  if (!isObject(from)) return
  const type = textOf(from, 'type')
  if (type === 'JOIN') {
    collectSources(from['left'], sources)
    collectSources(from['right'], sources)
    return
  }
  const alias = textOf(from, 'alias')
  if (type === 'BASE_TABLE') {
    const table = tableName(from)
    sources.set(fold(alias === '' ? textOf(from, 'table_name') : alias), fold(table))
  } else if (alias !== '') sources.set(fold(alias), fold(alias))
}
