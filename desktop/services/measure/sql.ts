import type { Relation } from '../../contract/table.ts'

/** A name as a quoted SQL identifier, whatever is in it. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A text as a SQL string. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A table in FROM; an empty schema means `main`. */
export function tableOf({ schema, name }: Relation): string {
  return schema === '' ? quote(name) : `${quote(schema)}.${quote(name)}`
}
