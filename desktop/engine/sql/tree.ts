import { toWireError, ZhizhiError } from '../../contract/errors.ts'
import { isList, isObject, type Json } from '../../domain/notebook/steps/tree.ts'
import { accept } from '../accept/accept.ts'
import type { SqlParser } from '../accept/parser.ts'

/** The tree of an accepted text, or why it is not accepted. */
export async function treeOf(parser: SqlParser, sql: string, signal: AbortSignal) {
  try {
    await accept(parser, sql, signal)
    const [statement] = await parser.whole(sql, signal)
    return { accepted: true as const, tree: JSON.stringify(statement?.['node'] ?? null) }
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof ZhizhiError)) throw error
    return { accepted: false as const, error: toWireError(error) }
  }
}

/** Whether two texts parse to the same trees, wherever their parts stand. */
export async function sameTrees(
  parser: SqlParser,
  [one, other]: readonly [string, string],
  signal: AbortSignal,
): Promise<boolean> {
  const [first, second] = [await parser.whole(one, signal), await parser.whole(other, signal)]
  if (first.length === 0) return false
  return JSON.stringify(placeless(first)) === JSON.stringify(placeless(second))
}

function placeless(value: Json | undefined): Json {
  if (isList(value)) return value.map(placeless)
  if (!isObject(value)) return value ?? null
  const kept = Object.entries(value).filter(([key]) => key !== 'query_location')
  return Object.fromEntries(kept.map(([key, item]) => [key, placeless(item)]))
}
