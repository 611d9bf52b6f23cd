import DOMPurify, { type Config } from 'dompurify'
import { Marked } from 'marked'
import { chineseStrong } from '../../domain/notebook/chinese-strong.ts'

const marked = new Marked({ gfm: true, extensions: [chineseStrong] })

const allowed: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: [
    ...[
      'p',
      'br',
      'hr',
      'h1',
      'h2',
      'h3',
      'h4',
      'strong',
      'em',
      'del',
      'code',
      'pre',
      'blockquote',
    ],
    ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'sub', 'sup', 'kbd'],
  ],
  ALLOWED_ATTR: ['href', 'align', 'start'],
  ALLOW_DATA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:#\/|glossary:)/,
  RETURN_DOM_FRAGMENT: true,
}

/** Links lead inside the app or to a word of the glossary; the text of every other link stays. */
function settleLinks(content: DocumentFragment): void {
  for (const link of content.querySelectorAll('a')) {
    const target = link.getAttribute('href')
    if (target?.startsWith('#/')) continue
    const word = target
      ? termButton(target.slice('glossary:'.length))
      : document.createElement('span')
    word.append(...link.childNodes)
    link.replaceWith(word)
  }
}

/** A word that explains itself when pressed; the shell answers to it wherever it stands. */
function termButton(id: string): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.dataset['term'] = id
  button.setAttribute('aria-haspopup', 'dialog')
  return button
}

/** Markdown as nodes that are safe to show: no scripts, styles, frames, pictures or foreign links. */
export function renderMarkdown(text: string, inline = false): DocumentFragment {
  const html = inline ? marked.parseInline(text) : marked.parse(text)
  const content = DOMPurify.sanitize(html as string, allowed)
  settleLinks(content)
  return content
}
