import { Marked } from 'marked'
import { chineseStrong } from '../../domain/notebook/chinese-strong.ts'
import { fillQuotes, type FoundQuote } from '../../domain/notebook/quote.ts'
import { escape, Html } from './html.ts'

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

/** Prose with its quotes filled in. */
export function renderProse(text: string, write: (quote: FoundQuote) => string): Html {
  const values: string[] = []
  const plain = text.replaceAll(/[\uE000\uE001]/g, '')
  const marked_ = fillQuotes(plain, (quote) => {
    values.push(write(quote))
    return `${open}${values.length - 1}${close}`
  })
  const html = marked.parse(marked_, { async: false })
  return new Html(
    html.replaceAll(/\uE000(\d+)\uE001/g, (_, index: string) => {
      return `<span class="value">${escape(values[Number(index)] ?? '')}</span>`
    }),
  )
}
