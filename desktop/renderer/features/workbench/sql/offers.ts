import type { WireError } from '../../../../contract/errors.ts'
import type { SqlCell } from '../../../../domain/notebook/notebook.ts'
import { parameterPlace, withInput } from '../../../../domain/notebook/sql-errors/add-input.ts'
import { fixesFor, type SqlFix } from '../../../../domain/notebook/sql-errors/fixes.ts'
import { similar } from '../../../../domain/notebook/sql-errors/similar.ts'
import type { OfferedFix } from '../../../ui/sql-editor/editor.ts'
import { editorSpan, editorText } from '../editor-text.ts'
import type { OpenNotebook } from '../open-notebook.svelte.ts'
import { knownOf } from './known.ts'
import { t } from './messages.ts'

/** Something that a click may do about an error. */
export interface Offer {
  readonly label: string
  readonly take: () => void
}

/** Where a cell's error is in its editor. */
export function errorPlace({ body }: SqlCell, error: WireError) {
  if (error.at) return editorSpan(body, error.at)
  if (error.code !== 'parameter_missing') return undefined
  return parameterPlace(editorText(body), String(error.params['name']))
}

const labelOf = ({ kind, put }: SqlFix): string => {
  if (kind === 'full-width') return t.halfWidth(put)
  return kind === 'text' ? t.asText(put) : t.use(put)
}

/** Changes of a cell's text that may mend its error. */
export function editsFor(book: OpenNotebook, cell: SqlCell, error: WireError): OfferedFix[] {
  const text = editorText(cell.body)
  const at = errorPlace(cell, error)
  if (error.code === 'parameter_missing' && at) {
    const names = Object.keys(book.values)
    return similar(String(error.params['name']), names).map((name) => ({
      label: t.use(`$${name}`),
      edits: [{ ...at, insert: `$${name}` }],
    }))
  }
  const { code, params } = error
  return fixesFor({ code, params, at }, text, knownOf(book)).map((fix) => ({
    label: labelOf(fix),
    edits: fix.edits,
  }))
}

/** The same as buttons below the error, with what is no change of the text. */
export function offersFor(book: OpenNotebook, cell: SqlCell, error: WireError): Offer[] {
  const text = editorText(cell.body)
  const edits = editsFor(book, cell, error).map(({ label, edits: changes }) => ({
    label,
    take: () => book.edit(cell, applied(text, changes)),
  }))
  if (error.code !== 'parameter_missing') return edits
  const name = String(error.params['name'])
  const add = {
    label: t.addInput(name),
    take: () => book.rewrite(withInput(book.notebook, cell, name)),
  }
  return [...edits, add]
}

function applied(text: string, edits: OfferedFix['edits']): string {
  return edits.reduceRight(
    (changed, { from, to, insert }) => changed.slice(0, from) + insert + changed.slice(to),
    text,
  )
}
