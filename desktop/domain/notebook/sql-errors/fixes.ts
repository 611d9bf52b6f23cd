import { fold } from '../name.ts'
import type { Known } from '../steps/names.ts'
import { explainSql } from './explain.ts'
import { fullWidthEdits, type Edit } from './full-width.ts'
import { misspeltKeyword } from './keywords.ts'
import { similar } from './similar.ts'

/** A change of the text that may mend it. */
export interface SqlFix {
  readonly kind: 'full-width' | 'name' | 'text' | 'keyword'
  /** What is put in, for the button. */
  readonly put: string
  readonly edits: readonly Edit[]
}

/** A failed query: its error as the engine told it. */
export interface FailedSql {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly at?: { readonly from: number; readonly to: number } | undefined
}

const most = 4

/**
 * What may mend a text after its error, likeliest first. Nothing is changed here: every fix waits
 * to be chosen.
 */
export function fixesFor(error: FailedSql, text: string, known: Known): SqlFix[] {
  if (error.code !== 'sql_syntax' && error.code !== 'sql_failed') return []
  const wide = fullWidthEdits(text)
  const [first] = wide
  if (first) return [{ kind: 'full-width', put: textsOf(wide, text), edits: wide }]
  const message = String(error.params['message'] ?? '')
  if (error.code === 'sql_syntax') return keywordFixes(error, text)
  return [...textFix(message, error, text), ...nameFixes(message, error, text, known)].slice(
    0,
    most,
  )
}

/** The full-width marks that are in the way, each once. */
function textsOf(edits: readonly Edit[], text: string): string {
  const begins = edits.map(({ from }) => text[from] ?? '')
  return [...new Set(begins)].join(' ')
}

function keywordFixes({ at }: FailedSql, text: string): SqlFix[] {
  const found = at && misspeltKeyword(text, at)
  if (!found) return []
  const { from, to, keyword } = found
  return [{ kind: 'keyword', put: keyword, edits: [{ from, to, insert: keyword }] }]
}

const missing =
  /^(?:Referenced column "([\s\S]*?)" not found|Table "[\s\S]*?" does not have a column named "([^"]*)"|Ambiguous reference to column name "([\s\S]*?)")/

/** A text in double quotes is a name to SQL. */
function textFix(message: string, { at }: FailedSql, text: string): SqlFix[] {
  const name = missing.exec(message)?.[1]
  if (name === undefined || !at || text[at.from] !== '"') return []
  const to = text.indexOf('"', at.from + 1) + 1
  if (to === 0) return []
  const insert = `'${name.replaceAll("'", "''")}'`
  return [{ kind: 'text', put: insert, edits: [{ from: at.from, to, insert }] }]
}

function nameFixes(message: string, error: FailedSql, text: string, known: Known): SqlFix[] {
  const column = missing.exec(message)
  const name = column?.[1] ?? column?.[2] ?? column?.[3] ?? String(error.params['name'] ?? '')
  const written = name === '' ? /name "?([^\s"]+)"? does not exist/.exec(message)?.[1] : name
  if (written === undefined || !error.at) return []
  const place = placeOf(written, text, error.at)
  if (!place) return []
  const near = explainSql(message)?.near ?? []
  const told = String(error.params['near'] ?? '').split('\n')
  const meant = column ? columnsMeant(written, tablesIn(text, known)) : tablesMeant(written, known)
  const puts = [...new Set([...meant, ...near, ...told])].filter(
    (put) => put !== '' && fold(put) !== fold(written),
  )
  return puts.map((put) => {
    const insert = identifier(put)
    return { kind: 'name', put, edits: [{ ...place, insert }] }
  })
}

/** Tables that the text names; all where it names none. */
function tablesIn(text: string, { tables }: Known): Known['tables'] {
  const named = tables.filter(({ name }) => fold(text).includes(fold(name)))
  return named.length === 0 ? tables : named
}

/** By their titles, exactly or nearly; else by their own names, nearly. */
function columnsMeant(written: string, tables: Known['tables']): string[] {
  const columns = tables.flatMap((table) => table.columns)
  const titled = columns.filter(({ title }) => title === written)
  if (titled.length > 0) return titled.map(({ name }) => name)
  const alike = similar(written, new Set(columns.flatMap(({ title }) => title ?? [])))
  const byTitle = columns.filter(({ title }) => title !== undefined && alike.includes(title))
  const byName = similar(written, new Set(columns.map(({ name }) => name)))
  return [...byTitle.map(({ name }) => name), ...byName]
}

function tablesMeant(written: string, known: Known): string[] {
  const titled = known.tables.filter(({ title }) => title === written).map(({ name }) => name)
  return titled.length > 0
    ? titled
    : similar(
        written,
        known.tables.map(({ name }) => name),
      )
}

/** The place of a name at or soon after where the error is: `t.x` is told by its beginning. */
function placeOf(name: string, text: string, { from, to }: { from: number; to: number }) {
  const quotedName = `"${name.replaceAll('"', '""')}"`
  for (const form of [quotedName, name]) {
    const found = text.toLowerCase().indexOf(form.toLowerCase(), from)
    if (found >= 0 && found - to < 200) return { from: found, to: found + form.length }
  }
  return undefined
}

/** A name as a query writes it; one with a dot comes from the engine ready to use. */
function identifier(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(name)
  return plain ? name : `"${name.replaceAll('"', '""')}"`
}
