import { isMap, parseDocument } from 'yaml'
import { freeName, inserted, writeCell } from '../arrange.ts'
import { chartSchema } from '../chart.ts'
import { withBody } from '../edit.ts'
import { mapSchema } from '../map/map.ts'
import type { ChartCell, MapCell, Notebook } from '../notebook.ts'
import { parseNotebook } from '../parse.ts'
import { readYaml } from '../yaml-part.ts'
import type { Edit, Mend, WarningKind } from './warning.ts'

/** A chart's YAML with some settings changed; the same text where that would be no chart. */
export function withEdits(
  body: string,
  edits: readonly Edit[],
  schema: typeof chartSchema | typeof mapSchema = chartSchema,
): string {
  const document = parseDocument(body, { stringKeys: true })
  for (const { path, value } of edits) {
    if (value !== undefined) document.setIn(path, document.createNode(value, { flow: true }))
    else if (document.hasIn(path)) document.deleteIn(path)
    const [first] = path
    const parent = document.get(first)
    if (isMap(parent) && parent.items.length === 0) document.delete(first)
  }
  const written = document.toString({ lineWidth: 0 }).trimEnd()
  return readYaml(written, schema).ok ? written : body
}

/** The notebook's text after one click on what mends a warning. */
export function mended(notebook: Notebook, cell: ChartCell | MapCell, mend: Mend): string {
  if (!mend.rate) return withBody(notebook, cell, withEdits(cell.body, mend.edits, schemaOf(cell)))
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
  cell: ChartCell | MapCell,
  kind: WarningKind,
  reason: string,
): string {
  const value = reason.trim() === '' ? undefined : reason.trim()
  const edits = [{ path: ['accept', kind], value }]
  return withBody(notebook, cell, withEdits(cell.body, edits, schemaOf(cell)))
}

const schemaOf = ({ kind }: ChartCell | MapCell) => (kind === 'map' ? mapSchema : chartSchema)
