import { parseDocument } from 'yaml'
import { dataForms, isOnData, writtenDataAnswer } from './data-exercise.ts'
import { valueKindOf, type Answer, type Exercise } from './exercise.ts'

export type Written =
  | { readonly ok: true; readonly answer: Answer }
  /** It cannot be read; `form` is an example of how an answer to this exercise is written. */
  | { readonly ok: false; readonly form: string }

/** An answer as it stands in a file: a query as SQL, a value as YAML, of which JSON is a part. */
export function writtenAnswer(exercise: Exercise, text: string): Written {
  if (isOnData(exercise)) {
    const answer = writtenDataAnswer(exercise, text, valueOf(text))
    return answer ? { ok: true, answer } : { ok: false, form: dataForms[exercise.kind] }
  }
  const kind = valueKindOf(exercise.kind)
  if (kind === undefined) return { ok: true, answer: { kind: 'sql', sql: text } }
  const answer = kind.written(exercise, valueOf(text))
  return answer === undefined ? { ok: false, form: kind.form } : { ok: true, answer }
}

/** The value, or the text itself where it is no YAML. */
function valueOf(text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false })
  if (document.errors.length > 0) return text.trim()
  try {
    return document.toJS({ maxAliasCount: 0 }) // aliases are not followed
  } catch {
    return text.trim()
  }
}
