import { fillQuotes } from '../../../domain/notebook/quote.ts'
import { renderMarkdown } from '../../ui/markdown.ts'

/** Stand for the values while Markdown is read, so that nothing in a value is taken for markup. */
const mark = /\uE000(\d+)\uE001/

/** Markdown as safe nodes, with each quote's value in a mark of its own. */
export function renderQuoted(text: string, write: (quote: string) => string): DocumentFragment {
  const values: string[] = []
  const marked = fillQuotes(text.replaceAll(/[\uE000\uE001]/g, ''), (found) => {
    values.push(write(found.text))
    return `\uE000${values.length - 1}\uE001`
  })
  const content = renderMarkdown(marked)
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
  for (const node of texts) node.replaceWith(...pieces(node.data, values))
  return content
}

function pieces(text: string, values: readonly string[]): (string | HTMLElement)[] {
  return text
    .split(mark)
    .map((piece, index) => (index % 2 === 0 ? piece : value(values[Number(piece)])))
}

function value(text = ''): HTMLElement {
  const element = document.createElement('span')
  element.className = 'quoted'
  element.textContent = text
  return element
}
