import { findSecrecyMark, secrecyMarkIn } from '../secrecy-mark.ts'
import { afterBlank, itemsOf, JsonBroken, membersOf, pieceAt, type Piece } from './json-parts.ts'
import type { RawRow, RawTable, RefusedRow } from './raw-table.ts'
import type { SecrecyPlace } from './scan.ts'

/** A JSON file as tables, or why it is none, in words for the user. */
export type JsonReading =
  | {
      readonly ok: true
      readonly tables: readonly RawTable[]
      /** Marks beside the tables. */
      readonly secrecy: readonly SecrecyPlace[]
    }
  | { readonly ok: false; readonly problem: string }

interface Wanted {
  /** What the file is called, without its ending. */
  readonly name: string
  readonly mostColumns: number
}

const refused = (problem: string): JsonReading => ({ ok: false, problem })
const noList = 'JSON 里没有由对象组成的列表；请导出成 [{"列名": 值}, …] 的样子'

/** Records, one after another, as rows below a row of all their names. */
class Records {
  readonly #places = new Map<string, number>()
  readonly #rows: { readonly line: number; readonly cells: string[] }[] = []
  readonly #refused: RefusedRow[] = []

  /** Takes an object; `line` is its line, or its number in the list. Throws `JsonBroken`. */
  add(text: string, { from, to }: Piece, line: number): void {
    const own = text.slice(from, to)
    if (!isJson(own)) throw new JsonBroken(from)
    if (!own.startsWith('{')) {
      this.refuse(line, '不是 JSON 对象')
      return
    }
    const cells: string[] = []
    for (const { name, value } of membersOf(own, 0)) {
      cells[this.#place(JSON.parse(own.slice(name.from, name.to)) as string)] = cellOf(
        own.slice(value.from, value.to),
      )
    }
    this.#rows.push({ line, cells })
  }

  refuse(line: number, reason: string): void {
    this.#refused.push({ line, reason })
  }

  get columns(): number {
    return this.#places.size
  }

  get rows(): number {
    return this.#rows.length
  }

  table(name: string): RawTable {
    const width = this.#places.size
    const rows = this.#rows.map(({ line, cells }): RawRow => {
      return { line, cells: Array.from({ length: width }, (_, at) => cells[at] ?? '') }
    })
    const header = { line: 1, cells: [...this.#places.keys()] }
    return { name, rows: [header, ...rows], refused: this.#refused, even: true, headed: true }
  }

  #place(name: string): number {
    const known = this.#places.get(name)
    if (known !== undefined) return known
    this.#places.set(name, this.#places.size)
    return this.#places.size - 1
  }
}

/** Numbers stay as they are written, since a double would lose digits; what is nested stays JSON. */
function cellOf(written: string): string {
  if (written.startsWith('"')) return JSON.parse(written) as string
  if (written === 'null') return ''
  // escapes could hide a mark or a number from whoever reads the cell
  return written.includes('\\') ? JSON.stringify(JSON.parse(written)) : written
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const tooMany = (most: number) => `有超过 ${most} 列；请先删去不用的列，再导入`

/** Each line an object; a line that is none is refused, the others are read. */
export function readJsonLines(text: string, { name, mostColumns }: Wanted): JsonReading {
  const records = new Records()
  let line = 0
  for (let at = 0; at < text.length;) {
    line += 1
    const end = text.indexOf('\n', at)
    const to = end < 0 ? text.length : end
    const own = text.slice(at, to).trim()
    at = to + 1
    if (own === '') continue
    if (isJson(own)) records.add(own, { from: 0, to: own.length }, line)
    else records.refuse(line, '这一行不是完整的 JSON')
    if (records.columns > mostColumns) return refused(tooMany(mostColumns))
  }
  if (records.rows === 0) return refused('没有一行是 JSON 对象')
  return { ok: true, tables: [records.table(name)], secrecy: [] }
}

/** Whether the first line is a value of its own and others follow. */
export function isJsonLines(text: string): boolean {
  const end = text.indexOf('\n')
  return end > 0 && isJson(text.slice(0, end)) && afterBlank(text, end) < text.length
}

/** A list of objects, or an object in which one or more such lists are. */
export function readJson(text: string, wanted: Wanted): JsonReading {
  try {
    const from = afterBlank(text, 0)
    const whole = pieceAt(text, from)
    if (afterBlank(text, whole.to) < text.length) throw new JsonBroken(whole.to)
    if (text[from] === '[') return fromLists(text, [{ name: wanted.name, list: from }], wanted, [])
    const lists: { name: string; list: number }[] = []
    const secrecy: SecrecyPlace[] = []
    for (const { name, value } of membersOf(text, from)) {
      const own = JSON.parse(text.slice(name.from, name.to)) as string
      if (isListOfObjects(text, value)) lists.push({ name: own, list: value.from })
      else secrecy.push(...marksIn(own, text.slice(value.from, value.to)))
    }
    return fromLists(text, lists, wanted, secrecy)
  } catch (error) {
    if (error instanceof JsonBroken || error instanceof SyntaxError)
      return refused(broken(text, error))
    throw error
  }
}

function fromLists(
  text: string,
  lists: readonly { readonly name: string; readonly list: number }[],
  { mostColumns }: Wanted,
  secrecy: readonly SecrecyPlace[],
): JsonReading {
  const tables: RawTable[] = []
  for (const { name, list } of lists) {
    const records = new Records()
    let number = 0
    for (const item of itemsOf(text, list)) {
      number += 1
      records.add(text, item, number)
      if (records.columns > mostColumns) return refused(tooMany(mostColumns))
    }
    if (records.rows > 0) tables.push(records.table(name))
  }
  return tables.length === 0 ? refused(noList) : { ok: true, tables, secrecy }
}

function isListOfObjects(text: string, { from }: Piece): boolean {
  return text[from] === '[' && text[afterBlank(text, from + 1)] === '{'
}

function marksIn(name: string, written: string): SecrecyPlace[] {
  const value: unknown = JSON.parse(written)
  const path = findSecrecyMark({ [name]: value })
  const mark = secrecyMarkIn(`${name}\n${JSON.stringify(value)}`)
  return path === undefined || mark === undefined ? [] : [{ mark, where: `JSON 的“${name}”` }]
}

function broken(text: string, error: JsonBroken | SyntaxError): string {
  if (!(error instanceof JsonBroken)) return 'JSON 的写法有错，读不出来；请重新导出'
  if (error.at >= text.length) return 'JSON 没有写完，文件可能被截断；请重新导出或重新拷贝'
  const line = text.slice(0, error.at).split('\n').length
  return `JSON 的写法有错，在第 ${line} 行附近；请重新导出`
}
