import { lineEndOf } from './lines.ts'
import { fold } from './name.ts'
import type { Block, Cell, CellKind, Notebook } from './notebook.ts'

/** A cell to be written. */
export interface NewCell {
  readonly kind: CellKind
  readonly name: string
  /** Attributes on the fence, such as `type=slider`. */
  readonly attributes?: string
  readonly body: string
}

/** A name that no cell has yet: `result`, `result_2` … */
export function freeName({ blocks }: Pick<Notebook, 'blocks'>, base: string): string {
  const taken = new Set(
    blocks.flatMap((block) => (block.kind === 'prose' ? [] : [fold(block.name)])),
  )
  let name = base
  for (let count = 2; taken.has(fold(name)); count += 1) name = `${base}_${count}`
  return name
}

/** A cell as it stands in a notebook. */
export function writeCell({ kind, name, attributes = '', body }: NewCell): string {
  const opening = [`${kind} name=${name}`, attributes].filter((part) => part !== '').join(' ')
  return `\`\`\`${opening}\n${body}\n\`\`\`\n`
}

/** The text with a block after the `index`th; −1 puts it first. An empty line stands on either side. */
export function inserted(notebook: Notebook, index: number, block: string): string {
  const { text, blocks, head } = notebook
  const at = index < 0 ? head.span.to : (blocks[index]?.span.to ?? text.length)
  const eol = lineEndOf(text)
  const before = text.slice(0, at)
  const after = text.slice(at)
  return [
    before,
    gap(before, eol),
    block.replaceAll('\n', eol),
    after === '' ? '' : opened(after, eol),
    after,
  ].join('')
}

/** The text with the `index`th block once more after itself; a cell under another name. */
export function duplicated(notebook: Notebook, index: number): string {
  const block = notebook.blocks[index]
  if (!block) return notebook.text
  const own = notebook.text.slice(block.span.from, block.span.to)
  if (block.kind === 'prose') return inserted(notebook, index, `${own.trim()}\n`)
  const name = freeName(notebook, block.name)
  const named = own.replace(/^(`+\S+)(?:\s+name=(?:"[^"]*"|\S+))?/, `$1 name=${name}`)
  return inserted(notebook, index, named.replaceAll(/\r\n|\r/g, '\n'))
}

/** The text with a cell as one of another kind and body, under its name. */
export function turnedInto({ text }: Notebook, cell: Cell, kind: CellKind, body: string): string {
  const block = writeCell({ kind, name: cell.name, body }).replaceAll('\n', lineEndOf(text))
  return text.slice(0, cell.span.from) + block + text.slice(cell.span.to)
}

/** The text without the `index`th block. */
export function removed({ text, blocks }: Notebook, index: number): string {
  const block = blocks[index]
  if (!block) return text
  const before = text.slice(0, block.span.from)
  const after = text.slice(block.span.to).replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, '')
  return before + (after === '' ? '' : gap(before, lineEndOf(text))) + after
}

/** The text with the `index`th block one place up (−1) or down (1), blank prose not counting as a place. */
export function moved(notebook: Notebook, index: number, direction: -1 | 1): string {
  const { blocks, text } = notebook
  const block = blocks[index]
  let other = index + direction
  while (blocks[other] && isBlank(blocks[other])) other += direction
  const place = blocks[other]
  if (!block || !place) return text
  const [first, second] = direction < 0 ? [place, block] : [block, place]
  const slice = ({ span }: Block) => text.slice(span.from, span.to)
  const eol = lineEndOf(text)
  const between = text.slice(first.span.to, second.span.from)
  const parts = [
    ended(slice(second), eol),
    between === '' ? eol : between,
    ended(slice(first), eol),
  ]
  return text.slice(0, first.span.from) + parts.join('') + text.slice(second.span.to)
}

/** The text with other words in the `index`th block, which is prose. */
export function rewritten({ text, blocks }: Notebook, index: number, words: string): string {
  const block = blocks[index]
  if (block?.kind !== 'prose') return text
  const eol = lineEndOf(text)
  const own = text.slice(block.span.from, block.span.to)
  const [, lead = '', tail = ''] = /^(\s*)[\s\S]*?(\s*)$/.exec(own) ?? []
  const kept = words.trim().replaceAll(/\r\n|\n|\r/g, eol)
  return text.slice(0, block.span.from) + lead + kept + tail + text.slice(block.span.to)
}

function isBlank(block: Block | undefined): boolean {
  return block?.kind === 'prose' && block.text.trim() === ''
}

const endsLine = (text: string) => text === '' || /[\r\n]$/.test(text)
const ended = (text: string, eol: string) => (endsLine(text) ? text : text + eol)

/** What must stand before a new block so that an empty line does. */
function gap(before: string, eol: string): string {
  if (before.trim() === '') return ''
  if (/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(before)) return ''
  return endsLine(before) ? eol : eol + eol
}

const opened = (after: string, eol: string) => (/^[ \t]*[\r\n]/.test(after) ? '' : eol)
