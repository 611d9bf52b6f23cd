import { isMap, isSeq, parseDocument } from 'yaml'
import { lineEndOf } from './lines.ts'
import type { Notebook } from './notebook.ts'

/** The text with one more dataset in its front matter; the same text where it is there, or cannot be put there. */
export function withDataset({ text, head }: Notebook, id: string): string {
  if (head.datasets.some((use) => use.id === id)) return text
  const own = text.slice(head.span.from, head.span.to)
  const [, opening = '', yaml = '', closing = ''] =
    /^(\uFEFF?---\s*?(?:\r\n|\n|\r))([\s\S]*?)(---[^\r\n]*(?:\r\n|\n|\r)?)$/.exec(own) ?? []
  const document = parseDocument(yaml, { stringKeys: true })
  if (closing === '' || document.errors.length > 0 || !isMap(document.contents)) return text
  const list: unknown = document.get('datasets')
  if (isSeq(list)) list.add(id)
  else {
    const first = document.createNode([id])
    first.flow = true
    document.set('datasets', first)
  }
  const written = document.toString({ lineWidth: 0 }).replaceAll('\n', lineEndOf(text))
  return text.slice(0, head.span.from) + opening + written + closing + text.slice(head.span.to)
}
