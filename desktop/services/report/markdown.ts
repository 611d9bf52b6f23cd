import { Marked } from 'marked'
import { chineseStrong } from '../../domain/notebook/chinese-strong.ts'
import { fillQuotes, type FoundQuote } from '../../domain/notebook/quote.ts'
import { escape, Html, markup } from './html.ts'

/** Markdown to HTML without anything that asks, runs or leads away: HTML in it is shown as text. */
const marked = new Marked({
  gfm: true,
  extensions: [chineseStrong],
  renderer: {
    html: ({ text }) => escape(text),
    image: ({ text }) => escape(text),
    link({ tokens }) {
      return this.parser.parseInline(tokens)
    },
    code: ({ text }) => `<pre><code>${escape(text)}</code></pre>`,
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
})

/** Stand for the values while Markdown is read, so that nothing in a value is taken for markup. */
const open = '\uE000'
const close = '\uE001'

interface Places {
  /** Where in the page a quoted number leads back to. */
  readonly anchor: (quote: FoundQuote) => string | undefined
  /** Told of each heading; gives it a place. */
  readonly heading: (level: number, html: string) => string
}

/** Prose with its quotes filled in. */
export function renderProse(
  text: string,
  write: (quote: FoundQuote) => string,
  places?: Places,
): Html {
  const values: Html[] = []
  const plain = text.replaceAll(/[\uE000\uE001]/g, '')
  const marked_ = fillQuotes(plain, (quote) => {
    values.push(valueView(write(quote), places?.anchor(quote)))
    return `${open}${values.length - 1}${close}`
  })
  const html = marked.parse(marked_, { async: false })
  const filled = html.replaceAll(
    /\uE000(\d+)\uE001/g,
    (_, index: string) => values[Number(index)]?.text ?? '',
  )
  return new Html(places ? placed(filled, places) : filled)
}

const valueView = (text: string, anchor: string | undefined): Html =>
  anchor === undefined
    ? markup`<span class="value">${text}</span>`
    : markup`<a class="value" href="#${anchor}">${text}</a>`

/** Only Markdown makes headings here: HTML in prose has become text. */
function placed(html: string, { heading }: Places): string {
  return html.replaceAll(/<h([1-6])>(.*?)<\/h\1>/gs, (_, level: string, inner: string) => {
    return `<h${level} id="${heading(Number(level), inner)}">${inner}</h${level}>`
  })
}
