import type { Focus } from './focus.ts'
import type { Recipe, SourceTable } from './source-table.ts'
import { identifier, quote } from './sql-text.ts'
import { valueOf } from './sql-value.ts'

/** More conditions than this would leave too few rows in each stratum. */
const mostStrata = 5

/** A draw for each row of a file: the hash of its number, the seed and what it is drawn for. */
export const drawOf = (seed: number, purpose: string): string =>
  `hash(file_row_number, ${seed}, ${quote(purpose)})`

/** A table's file as a relation whose rows are numbered by `file_row_number`. */
export const numberedRows = ({ file }: SourceTable): string =>
  `read_parquet(${quote(file)}, file_row_number = true)`

/**
 * SQL for the rows that each recipe takes of a table, as `file_row_number` and `recipe`, counted
 * from 0. Rows on both sides of every condition of the task get the same chance: of each stratum
 * the first in a seeded order, then of each the second, and so on. The file is read once for all
 * recipes, and of it only the columns that the task asks about.
 */
export function drawnRows(table: SourceTable, focus: Focus, recipes: readonly Recipe[]): string {
  const firsts = recipes.map((recipe, index) => {
    const first = `arg_min(file_row_number, ${drawOf(recipe.seed, 'row')}, ${wanted(table, recipe)})`
    return `${first} FILTER (${peopled(table, focus, recipe)}) AS first_${index}`
  })
  const strata = strataOf(table, focus)
  const groups = strata.length > 0 ? ` GROUP BY ${strata.join(', ')}` : ''
  const taken = recipes.map(
    (recipe, index) => `(SELECT file_row_number, ${index} AS recipe FROM (
    SELECT unnest(first_${index}) AS file_row_number,
      generate_subscripts(first_${index}, 1) AS place FROM strata
  ) ORDER BY place, ${drawOf(recipe.seed, 'row')} LIMIT ${wanted(table, recipe)})`,
  )
  return `WITH strata AS MATERIALIZED (
  SELECT ${firsts.join(',\n    ')}
  FROM ${numberedRows(table)}${groups}
)
${taken.join('\nUNION ALL\n')}`
}

const wanted = ({ rows }: SourceTable, recipe: Recipe): number =>
  Math.min(recipe.rows, Math.ceil(rows * recipe.share))

function strataOf({ fields }: SourceTable, focus: Focus): string[] {
  const conditions = fields.flatMap((field) => {
    const column = identifier(field.name)
    const asked = focus.constants.get(field.name.toLowerCase()) ?? []
    if (field.type === 'boolean') return focus.reads(field.name) ? [column] : []
    if (field.type === 'string') {
      return asked.length > 0 ? [`${column} IN (${asked.map(quote).join(', ')})`] : []
    }
    return asked.map((text) => `${column} >= ${valueOf(text, field) ?? column}`)
  })
  return conditions.slice(0, mostStrata)
}

/** Some values of each text column are left out, but never one that the task asks about. */
function peopled({ fields }: SourceTable, focus: Focus, { seed, emptied }: Recipe): string {
  if (emptied === 0) return 'true'
  const conditions = fields.flatMap(({ name, type, key }) => {
    if (type !== 'string' || key || !focus.reads(name)) return []
    const asked = (focus.constants.get(name.toLowerCase()) ?? []).map(quote)
    const spared = asked.length > 0 ? `${identifier(name)} IN (${asked.join(', ')}) OR ` : ''
    const drawn = `hash(${identifier(name)}, ${seed}) % 100 >= ${emptied}`
    return [`coalesce(${spared}${drawn}, true)`]
  })
  return ['true', ...conditions].join(' AND ')
}
