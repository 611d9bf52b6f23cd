import { lineEndOf } from '../lines.ts'
import type { Notebook, SqlCell } from '../notebook.ts'

/** The notebook's text with a text input of that name before a cell that asks for it. */
export function withInput({ text }: Notebook, cell: SqlCell, name: string): string {
  const eol = lineEndOf(text)
  const block = [`\`\`\`input name=${name} type=text`, `label: ${name}`, '```', '', ''].join(eol)
  return text.slice(0, cell.span.from) + block + text.slice(cell.span.from)
}

/** Where `$name` first stands in a text, in UTF-16 units. */
export function parameterPlace(text: string, name: string) {
  const from = text.toLowerCase().indexOf(`$${name}`.toLowerCase())
  return from < 0 ? undefined : { from, to: from + name.length + 1 }
}
