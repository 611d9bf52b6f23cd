import DOMPurify, { type Config } from 'dompurify'
import { Marked, type TokenizerAndRendererExtension } from 'marked'

/**
 * CommonMark does not close `**` between a full-width mark and a character (`**好。**然后`), which in
 * Chinese is the usual place: https://spec.commonmark.org/0.31.2/#right-flanking-delimiter-run
 */
const chineseStrong: TokenizerAndRendererExtension = {
  name: 'chineseStrong',
  level: 'inline',
  start: (source) => source.indexOf('**'),
  tokenizer(source) {
    const found = /^\*\*(?=[^\s*])((?:[^*`\n]|`[^`\n]*`)*[^\s*])\*\*(?!\*)/.exec(source)
    if (!found?.[1]) return undefined
    return { type: 'chineseStrong', raw: found[0], tokens: this.lexer.inlineTokens(found[1]) }
  },
  renderer(token) {
    return `<strong>${this.parser.parseInline(token.tokens ?? [])}</strong>`
  },
}

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
    const term = document.createElement(target ? 'dfn' : 'span')
    if (target) term.dataset['term'] = target.slice('glossary:'.length)
    term.append(...link.childNodes)
    link.replaceWith(term)
  }
}

/** Markdown as nodes that are safe to show: no scripts, styles, frames, pictures or foreign links. */
export function renderMarkdown(text: string, inline = false): DocumentFragment {
  const html = inline ? marked.parseInline(text) : marked.parse(text)
  const content = DOMPurify.sanitize(html as string, allowed)
  settleLinks(content)
  return content
}
