import { drawOf } from './drawn-rows.ts'
import type { Focus } from './focus.ts'
import { identifier, quote } from './sql-text.ts'
import type { Recipe, SourceField, SourceTable } from './source-table.ts'
import { edgesOf } from './sql-value.ts'

/**
 * SQL for a seeded sample of one table. Texts that the task asks for stay as they are, because other
 * columns may depend on them; others are renamed alike in every row. Numbers and dates are now and
 * then set to the edge of what the task asks. Draws are hashes of row number, seed and purpose.
 */
export class Sample {
  readonly #table: SourceTable
  readonly #focus: Focus
  readonly #keep: ReadonlySet<string>
  readonly #recipe: Recipe

  constructor(table: SourceTable, focus: Focus, keep: readonly string[], recipe: Recipe) {
    this.#table = table
    this.#focus = focus
    this.#keep = new Set(keep)
    this.#recipe = recipe
  }

  /** @param drawn a query for the table's rows that are in the sample, with their `file_row_number` */
  sql(drawn: string): string {
    const { fields } = this.#table
    const names = fields.map((field) => identifier(field.name)).join(', ')
    const values = fields.map((field) => `${this.#value(field)} AS ${identifier(field.name)}`)
    return `WITH drawn AS (${drawn}), changed AS (
  SELECT ${values.join(',\n    ')}, file_row_number FROM drawn
)
SELECT ${names} FROM changed${this.#doubles(names)}`
  }

  #draw(purpose: string): string {
    return drawOf(this.#recipe.seed, purpose)
  }

  #chance(purpose: string, percent: number): string {
    return `${this.#draw(purpose)} % 100 < ${percent}`
  }

  #constants(name: string): readonly string[] {
    return this.#focus.constants.get(name.toLowerCase()) ?? []
  }

  #value(field: SourceField): string {
    const column = identifier(field.name)
    const changeable = !field.key && !this.#keep.has(field.name) && this.#focus.reads(field.name)
    if (!changeable) return column
    const edges = new Set(this.#constants(field.name).flatMap((text) => edgesOf(text, field)))
    const cases = [...edges].map((edge, index) => {
      const drawn = `${this.#draw(`edge ${field.name}`)} % ${edges.size * 4} = ${index}`
      return `WHEN ${drawn} THEN coalesce(${edge}, ${column})`
    })
    const edged =
      cases.length > 0 ? `CASE ${cases.join(' ')} ELSE ${column} END` : this.#name(field)
    if (!field.nullable || this.#recipe.missing === 0) return edged
    const gone = this.#chance(`missing ${field.name}`, this.#recipe.missing)
    return `CASE WHEN ${gone} THEN NULL ELSE ${edged} END`
  }

  /** A text, now and then under a name that occurs nowhere in the visible data. */
  #name({ name, type, closed }: SourceField): string {
    const column = identifier(name)
    if (type !== 'string' || closed || this.#recipe.renamed === 0) return column
    const asked = this.#constants(name).map((text) => `contains(${column}, ${quote(text)})`)
    const drawn = `hash(${column}, ${this.#recipe.seed}, 'renamed') % 100 >= ${this.#recipe.renamed}`
    return `CASE WHEN ${[...asked, drawn].join(' OR ')} THEN ${column} ELSE ${column} || '甲' END`
  }

  /** The same rows again under new keys; none where a key cannot be made up. */
  #doubles(names: string): string {
    const keys = this.#table.fields.filter((field) => field.key)
    const makeable = keys.every((field) => ['string', 'integer'].includes(field.type))
    if (this.#recipe.doubled === 0 || !makeable) return ''
    const renamed = keys.map(({ name, type }) => {
      const column = identifier(name)
      const fresh =
        type === 'string' ? `${column} || '-2'` : `${column} + (SELECT max(${column}) FROM changed)`
      return `${fresh} AS ${column}`
    })
    const fresh = renamed.length > 0 ? `* REPLACE (${renamed.join(', ')})` : '*'
    const again = `SELECT ${fresh} FROM changed WHERE ${this.#chance('doubled', this.#recipe.doubled)}`
    return `\nUNION ALL SELECT ${names} FROM (${again})`
  }
}
