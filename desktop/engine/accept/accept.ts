import { type Span, ZhizhiError } from '../../contract/errors.ts'
import { fold } from '../names.ts'
import { spanAt } from '../position.ts'
import { allowedFunctions, allowedTableFunctions } from './allow-lists.ts'
import { forbiddenFunction } from './forbidden.ts'
import { checkLimits } from './limits.ts'
import type { Parsed, SqlParser } from './parser.ts'
import { refused, saysTooDeep, tooDeep } from './refusal.ts'
import { similar } from '../../domain/notebook/sql-errors/similar.ts'
import { noSelect, positional, several, shows } from './statements.ts'
import { isObject, type JsonObject, listOf, textOf } from '../../domain/notebook/steps/tree.ts'
import { withoutSemicolon } from './semicolon.ts'
import { type Contents, type Found, walk } from './walk.ts'

/** A query that may be prepared. */
export interface Accepted {
  /** The text, without a semicolon at its end; every place in it is where it was. */
  readonly text: string
  /** Base tables as written, without names that the query itself defines. */
  readonly tables: readonly Found[]
  /** Names of its parameters, without `$`, as first written. */
  readonly parameters: readonly string[]
}

/** The place of something found, for the editor. */
export function spanOf(text: string, { location }: Pick<Found, 'location'>): Span | undefined {
  return location === undefined ? undefined : spanAt(text, location, 'bytes')
}

/**
 * Accepts a text that is one SELECT made of listed parts; throws `sql_empty`, `sql_syntax`,
 * `sql_refused` or, for a misspelt function, `sql_failed`. Nothing is bound or run.
 */
export async function accept(
  parser: SqlParser,
  text: string,
  signal: AbortSignal,
): Promise<Accepted> {
  checkLimits(text)
  const parsed = await parser.parse(text, signal)
  const statement = onlyStatement(parsed, text)
  const contents = walk(statement['node'] ?? null)
  checkNames(contents, text, parser.functions)
  const parameters = parametersOf(statement)
  return { text: await withoutSemicolon(parser, text, signal), tables: contents.tables, parameters }
}

function onlyStatement(parsed: Parsed, text: string): JsonObject {
  if ('error' in parsed) throw parseFailure(parsed, text)
  const [first, second] = parsed.statements
  if (!first) throw new ZhizhiError('sql_empty')
  if (second) throw refused(several)
  return first
}

function parseFailure(parsed: Extract<Parsed, { error: string }>, text: string): ZhizhiError {
  const { error, kind, position } = parsed
  if (kind === 'not implemented') {
    return refused(error.startsWith('Mixing') ? positional : noSelect(text))
  }
  if (saysTooDeep(error)) return refused(tooDeep)
  const at = position === undefined ? undefined : spanAt(text, position, 'code points')
  return new ZhizhiError('sql_syntax', { message: error, kind: 'parser' }, at)
}

function parametersOf(statement: JsonObject): string[] {
  const names = listOf(statement, 'named_param_map')
    .filter(isObject)
    .map((entry) => textOf(entry, 'key'))
  if (names.some((name) => Number.isInteger(Number(name)))) throw refused(positional)
  return names
}

function checkNames(contents: Contents, text: string, known: ReadonlySet<string>): void {
  const [show] = contents.shows
  if (show) throw refused(shows)
  for (const table of contents.tables) {
    if (table.catalog === '') continue
    const what = `带数据库名的表 ${table.catalog}.${table.schema}.${table.name}`
    throw refused({ what, instead: '只写“数据集.表”或“表”。' }, spanOf(text, table))
  }
  for (const call of contents.tableFunctions) {
    checkFunction(call, text, known, allowedTableFunctions)
  }
  for (const call of contents.functions) {
    // what stands in FROM is a call in the tree too, and was checked against the shorter list
    const inFrom = contents.tableFunctions.some(
      ({ name, location }) => name === call.name && location === call.location,
    )
    if (!inFrom) checkFunction(call, text, known, allowedFunctions)
  }
}

function checkFunction(
  call: Found,
  text: string,
  known: ReadonlySet<string>,
  allowed: ReadonlySet<string>,
): void {
  const name = fold(call.name)
  if (allowed.has(name)) return
  const at = spanOf(text, call)
  if (known.has(name)) throw refused(forbiddenFunction(name), at)
  const near = similar(name, allowed)
  const hint = near.length === 0 ? '' : `；相近的有 ${near.join('、')}`
  const message = `没有名为 ${call.name} 的函数${hint}。`
  const params = { message, kind: 'unknown function', name: call.name, near: near.join('\n') }
  throw new ZhizhiError('sql_failed', params, at)
}
