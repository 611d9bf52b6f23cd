import { fold } from '../../../domain/notebook/name.ts'
import type { Known, NamedTable } from '../../../domain/notebook/steps/names.ts'

/** A word that may stand where the cursor is. */
export interface KnownWord {
  readonly label: string
  /** What a reader calls it, or its name where the label is what a reader calls it. */
  readonly detail: string
  readonly put: string
  readonly kind: 'column' | 'table' | 'parameter'
}

export interface KnownWords {
  /** How many characters before the cursor they complete. */
  readonly typed: number
  readonly words: readonly KnownWord[]
  /** Whether nothing else can stand there: after a dot and after `$`. */
  readonly only: boolean
}

const identifier = (name: string) =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `"${name.replaceAll('"', '""')}"`

/** Tables, columns and inputs of the notebook that fit the place after `before` in `text`. */
export function knownWords(before: string, text: string, known: Known): KnownWords {
  const typed = /\$?[\p{L}\p{N}_]*$/u.exec(before)?.[0] ?? ''
  const start = before.slice(0, before.length - typed.length)
  if (typed.startsWith('$')) return parameterWords(typed, known)
  const chinese = /\p{Script=Han}/u.test(typed)
  const found = (words: readonly KnownWord[], only: boolean): KnownWords => ({
    typed: typed.length,
    words: words.filter(({ label }) => chinese || !/\p{Script=Han}/u.test(label) || only),
    only,
  })
  const qualifier = /([\p{L}_][\p{L}\p{N}_]*|"[^"]+")\.$/u.exec(start)?.[1]
  if (qualifier !== undefined) return found(qualified(qualifier, text, known), true)
  const tables = known.tables.flatMap(tableWords)
  if (/\b(?:from|join)\s+$/iu.test(start)) return found(tables, false)
  const read = known.tables.filter((table) => names(text, table))
  const columns = (read.length === 0 ? known.tables : read).flatMap(columnWords)
  return found(distinct([...columns, ...tables]), false)
}

function parameterWords(typed: string, { parameters }: Known): KnownWords {
  const words = Object.entries(parameters).map(([name, label]): KnownWord => ({
    label: `$${name}`,
    detail: label,
    put: `$${name}`,
    kind: 'parameter',
  }))
  return { typed: typed.length, words, only: true }
}

/** Each by its name, and again by its title where it has one. */
function both(name: string, title: string | undefined, kind: KnownWord['kind'], put: string) {
  const own: KnownWord = { label: name, detail: title ?? '', put, kind }
  if (title === undefined || title === name) return [{ ...own, detail: '' }]
  return [own, { label: title, detail: name, put, kind }]
}

const tableWords = ({ name, title }: NamedTable): KnownWord[] => both(name, title, 'table', name)

const columnWords = ({ columns }: NamedTable): KnownWord[] =>
  columns.flatMap(({ name, title }) => both(name, title, 'column', identifier(name)))

/** After `t.`: the columns of the table that is called so, or the tables of the dataset. */
function qualified(qualifier: string, text: string, known: Known): KnownWord[] {
  const of = fold(qualifier.replaceAll('"', ''))
  const tables = known.tables.filter(
    (table) => fold(lastPart(table.name)) === of || aliasesOf(text, table).includes(of),
  )
  const inside = known.tables.filter((table) => fold(table.name).startsWith(`${of}.`))
  const parts = inside.flatMap(({ name, title }) =>
    both(lastPart(name), title, 'table', lastPart(name)),
  )
  return distinct([...tables.flatMap(columnWords), ...parts])
}

const lastPart = (name: string) => (name.split('.').at(-1) ?? name).replaceAll('"', '')
const escaped = (name: string) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Whether the text names the table; a glance, for nothing hangs on it but the order of proposals. */
const names = (text: string, { name }: NamedTable) => fold(text).includes(fold(name))

function aliasesOf(text: string, { name }: NamedTable): string[] {
  const pattern = new RegExp(
    String.raw`${escaped(name)}\s+(?:as\s+)?([\p{L}_][\p{L}\p{N}_]*)`,
    'giu',
  )
  return Array.from(text.matchAll(pattern), ([, alias = '']) => fold(alias))
}

function distinct(words: readonly KnownWord[]): KnownWord[] {
  const seen = new Set<string>()
  return words.filter(({ label, put }) => {
    const key = `${label}\n${put}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
