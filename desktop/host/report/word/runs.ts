import { InternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx'

/** Gives the places of a page names that Word accepts. */
export class Places {
  readonly #names = new Map<string, string>()

  of(id: string): string {
    const known = this.#names.get(id)
    if (known !== undefined) return known
    const name = `p${this.#names.size + 1}`
    this.#names.set(id, name)
    return name
  }
}

const whitespace = /\s+/g

/** What XML cannot hold. */
const unwritable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu

export const plain = (text: string): string => text.replace(unwritable, '\uFFFD')

/** Text with its emphasis and its links, in a typeface. */
export function runsOf(
  parent: { readonly childNodes: Iterable<Node> },
  style: IRunOptions,
  places: Places,
): ParagraphChild[] {
  return Array.from(parent.childNodes).flatMap((node) => runOf(node, style, places))
}

function runOf(node: Node, style: IRunOptions, places: Places): ParagraphChild[] {
  if (node.nodeType === 3) {
    const text = plain(node.textContent ?? '').replace(whitespace, ' ')
    return text === '' ? [] : [new TextRun({ ...style, text })]
  }
  if (node.nodeType !== 1) return []
  const element = node as Element
  switch (element.localName) {
    case 'br':
      return [new TextRun({ ...style, break: 1 })]
    case 'strong':
    case 'b':
      return runsOf(element, { ...style, bold: true }, places)
    case 'em':
    case 'i':
      return runsOf(element, { ...style, italics: true }, places)
    case 'del':
      return runsOf(element, { ...style, strike: true }, places)
    case 'a':
      return linkOf(element, style, places)
    default:
      return runsOf(element, style, places)
  }
}

function linkOf(element: Element, style: IRunOptions, places: Places): ParagraphChild[] {
  const target = element.getAttribute('href')?.replace(/^#/, '')
  const children = runsOf(element, style, places)
  if (!target || children.length === 0) return children
  return [new InternalHyperlink({ anchor: places.of(target), children })]
}
