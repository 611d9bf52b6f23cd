import { ZhizhiError } from '../../contract/errors.ts'
import {
  alike,
  choicesLike,
  fitOf,
  likeness,
  pastOf,
  type Fit,
  type Past,
} from '../../domain/catalogue/importing/replay.ts'
import type { Choices } from '../../domain/catalogue/importing/recipe.ts'
import type { Catalogue } from '../catalogue.ts'
import type { FileLook } from './ports.ts'

/** So many datasets are offered at most. */
const mostOffered = 3

/** Imported datasets whose columns this file has, the likest first. */
export function likesOf(catalogue: Catalogue, { look }: FileLook): Past[] {
  const names = look?.columns.map(({ name }) => name) ?? []
  return catalogue
    .entries()
    .flatMap((entry) => pastOf(entry.package ?? undefined) ?? [])
    .map((past) => ({ past, how: likeness(past, names) }))
    .filter(({ how }) => how >= alike)
    .sort((a, b) => b.how - a.how || created(b.past, catalogue) - created(a.past, catalogue))
    .slice(0, mostOffered)
    .map(({ past }) => past)
}

const created = ({ id }: Past, catalogue: Catalogue) =>
  Date.parse(catalogue.entry(id)?.package?.created ?? '') || 0

/** A file looked at as another was the last time, and what does not fit. */
export interface LookedLike {
  readonly file: FileLook
  readonly past: Past
  readonly fit: Fit
}

/**
 * Does to a file what was done to the dataset's. Its table is found by name, or else by its columns; its
 * header where it is proposed, or else where it was: titles may be one line longer this month.
 */
export async function lookLike(
  catalogue: Catalogue,
  id: string,
  choices: Choices,
  look: (choices: Choices) => Promise<FileLook>,
): Promise<LookedLike> {
  const past = pastOf(catalogue.entry(id)?.package ?? undefined)
  if (!past) throw new ZhizhiError('not_found', { what: `导入过的数据“${id}”` })
  const wanted = choicesLike(past, choices)
  const how = ({ look: found }: FileLook) =>
    likeness(past, found?.columns.map(({ name }) => name) ?? [])
  let best = await look(wanted)
  const others: Choices[] = []
  const { table, header } = past.imported.recipe
  const hasTable = best.tables.some(({ name }) => name === table)
  if (choices.table === undefined) {
    const tables = hasTable ? [table] : best.tables.map(({ name }) => name).slice(0, 8)
    others.push(...tables.filter((name) => name !== best.table).map((name) => ({ table: name })))
  }
  if (choices.header === undefined) others.push({ header })
  for (const other of others) {
    if (best.secrecy.length > 0 || how(best) === 1) break
    const tried = await look({ ...wanted, ...other })
    if (how(tried) > how(best)) best = tried
  }
  const fit = best.look ? fitOf(past, best.look) : { missing: [], added: [], changed: [] }
  return { file: best, past, fit }
}
