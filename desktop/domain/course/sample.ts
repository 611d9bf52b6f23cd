import type { Focus } from './focus.ts'
import { identifier, quote } from './sql-text.ts'

/** A table of a dataset, as far as smaller and nastier copies of it need to know it. */
export interface SourceTable {
  readonly schema: string
  readonly name: string
  /** A Parquet file that the engine may read. */
  readonly file: string
  readonly rows: number
  readonly fields: readonly SourceField[]
}

export interface SourceField {
  readonly name: string
  /** A Table Schema type: `string`, `integer`, `number`, `date`, `datetime`, `boolean` … */
  readonly type: string
  /** Gaps may be made in it without contradicting what its descriptor says. */
  readonly nullable: boolean
  /** Names a row: its values stay unique and are never missing. */
  readonly key: boolean
  /** Takes its values from a list that its descriptor gives; no other may occur. */
  readonly closed: boolean
}

/** How a sample differs from its table. */
export interface Recipe {
  readonly seed: number
  /** At most so many rows, and never more than so large a share of the table. */
  readonly rows: number
  readonly share: number
  /** Of 100 values of a text column, so many occur nowhere. */
  readonly emptied: number
  /** Of 100 values of a text column, so many are called something that nobody has seen. */
  readonly renamed: number
  /** Of 100 values that may be missing, so many are. */
  readonly missing: number
  /** Of 100 rows, so many stand twice: doubles and ties. */
  readonly doubled: number
}

/** More conditions than this would leave too few rows in each stratum. */
const mostStrata = 5

/**
 * SQL for a seeded sample of one table. Rows on both sides of every condition of the task get the
 * same chance, so that the answer on the sample is neither empty nor everything. Texts that the task
 * asks for stay as they are, because other columns may depend on them; others are renamed alike in
 * every row. Numbers and dates are now and then set to the edge of what the task asks. Draws are
 * hashes of row number, seed and purpose.
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

  sql(): string {
    const { file, rows, fields } = this.#table
    const wanted = Math.min(this.#recipe.rows, Math.ceil(rows * this.#recipe.share))
    const names = fields.map((field) => identifier(field.name)).join(', ')
    const values = fields.map((field) => `${this.#value(field)} AS ${identifier(field.name)}`)
    const strata = ['true', ...this.#strata()].join(', ')
    const source = `read_parquet(${quote(file)}, file_row_number = true)`
    const drawn = `SELECT file_row_number FROM ${source} WHERE ${this.#peopled()}
    ORDER BY row_number() OVER (PARTITION BY ${strata} ORDER BY ${this.#draw('row')}), ${this.#draw('row')}
    LIMIT ${wanted}`
    // The rows are drawn by number first: only theirs are decoded in every column.
    return `WITH drawn AS (
  SELECT * FROM ${source} WHERE file_row_number IN (${drawn})
), changed AS (
  SELECT ${values.join(',\n    ')}, file_row_number FROM drawn
)
SELECT ${names} FROM changed${this.#doubles(names)}`
  }

  #draw(purpose: string): string {
    return `hash(file_row_number, ${this.#recipe.seed}, ${quote(purpose)})`
  }

  #chance(purpose: string, percent: number): string {
    return `${this.#draw(purpose)} % 100 < ${percent}`
  }

  #constants(name: string): readonly string[] {
    return this.#focus.constants.get(name.toLowerCase()) ?? []
  }

  #strata(): string[] {
    const conditions = this.#table.fields.flatMap((field) => {
      const column = identifier(field.name)
      const asked = this.#constants(field.name)
      if (field.type === 'boolean') return this.#focus.reads(field.name) ? [column] : []
      if (field.type === 'string') {
        return asked.length > 0 ? [`${column} IN (${asked.map(quote).join(', ')})`] : []
      }
      return asked.map((text) => `${column} >= ${valueOf(text, field) ?? column}`)
    })
    return conditions.slice(0, mostStrata)
  }

  /** Some values of each text column are left out, but never one that the task asks about. */
  #peopled(): string {
    if (this.#recipe.emptied === 0) return 'true'
    const conditions = this.#table.fields.flatMap(({ name, type, key }) => {
      if (type !== 'string' || key || !this.#focus.reads(name)) return []
      const asked = this.#constants(name).map(quote)
      const spared = asked.length > 0 ? `${identifier(name)} IN (${asked.join(', ')}) OR ` : ''
      const drawn = `hash(${identifier(name)}, ${this.#recipe.seed}) % 100 >= ${this.#recipe.emptied}`
      return [`coalesce(${spared}${drawn}, true)`]
    })
    return ['true', ...conditions].join(' AND ')
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

/** A value that the task asks about, as SQL of its field's type. */
function valueOf(text: string, { type }: SourceField): string | undefined {
  switch (type) {
    case 'integer':
    case 'year':
    case 'number':
      return Number.isFinite(Number(text)) ? text : undefined
    case 'date':
      return `TRY_CAST(${quote(text)} AS DATE)`
    case 'datetime':
      return `TRY_CAST(${quote(text)} AS TIMESTAMP)`
    default:
      return undefined
  }
}

/** The value itself and its nearest neighbours on both sides. */
function edgesOf(text: string, field: SourceField): string[] {
  const value = valueOf(text, field)
  const step = field.type === 'datetime' ? 'INTERVAL 1 SECOND' : '1'
  return value === undefined ? [] : [value, `${value} - ${step}`, `${value} + ${step}`]
}
