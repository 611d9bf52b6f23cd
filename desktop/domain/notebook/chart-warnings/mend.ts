import { isMap, parseDocument } from 'yaml'
import { freeName, inserted, writeCell } from '../arrange.ts'
import { chartSchema } from '../chart.ts'
import { withBody } from '../edit.ts'
import type { ChartCell, Notebook } from '../notebook.ts'
import { parseNotebook } from '../parse.ts'
import { readYaml } from '../yaml-part.ts'
import type { Edit, Mend, WarningKind } from './warning.ts'

/** A chart's YAML with some settings changed; the same text where that would be no chart. */
export function withEdits(body: string, edits: readonly Edit[]): string {
  const document = parseDocument(body, { stringKeys: true })
  for (const { path, value } of edits) {
    if (value !== undefined) document.setIn(path, document.createNode(value, { flow: true }))
    else if (document.hasIn(path)) document.deleteIn(path)
    const [first] = path
    const parent = document.get(first)
    if (isMap(parent) && parent.items.length === 0) document.delete(first)
  }
  const written = document.toString({ lineWidth: 0 }).trimEnd()
  return readYaml(written, chartSchema).ok ? written : body
}

/** The notebook's text after one click on what mends a warning. */
export function mended(notebook: Notebook, cell: ChartCell, mend: Mend): string {
  if (!mend.rate) return withBody(notebook, cell, withEdits(cell.body, mend.edits))
  const name = freeName(notebook, mend.rate.name)
  const edits = mend.edits.map((edit) =>
    edit.path.at(-1) === 'from' ? { ...edit, value: name } : edit,
  )
  const text = withBody(notebook, cell, withEdits(cell.body, edits))
  const place = notebook.blocks.findIndex((block) => block === cell)
  const table = writeCell({ kind: 'sql', name, body: mend.rate.sql })
  return inserted(parseNotebook(text), place - 1, table)
}

/** The notebook's text with a warning accepted for a reason; without one, it warns again. */
export function accepted(
  notebook: Notebook,
  cell: ChartCell,
  kind: WarningKind,
  reason: string,
): string {
  const value = reason.trim() === '' ? undefined : reason.trim()
  return withBody(notebook, cell, withEdits(cell.body, [{ path: ['accept', kind], value }]))
}
