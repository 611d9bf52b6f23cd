import { ZhizhiError } from '../../contract/errors.ts'

/**
 * Papers are drawn by the window and printed by a browser without scripts and without a network.
 * What comes from the window is still looked at: only elements that papers are made of, and a
 * policy before them that lets nothing be loaded.
 */
export function printPage(papers: {
  readonly title: string
  readonly html: string
  readonly css: string
}): string {
  const { title, html, css } = papers
  const strange = strangeElement(html)
  if (strange !== undefined) throw bad(`资料里有不能打印的内容：${strange}`)
  if (/<\/style/i.test(css)) throw bad('资料的样式里有不该有的结尾：</style')
  return `<!doctype html><html lang="zh-CN" data-theme="light"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(title)}</title><style>${css}</style></head><body>${html}</body></html>`
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"

const bad = (what: string) => new ZhizhiError('bad_request', { what })

const elements = new Set(
  [
    'article section header footer nav div span p h1 h2 h3 h4 ul ol li dl dt dd blockquote hr br q',
    'strong em del sub sup kbd code pre button a figure figcaption table thead tbody tr th td',
    'svg g path circle rect line polyline polygon ellipse',
  ]
    .join(' ')
    .split(' '),
)

/** The first element that papers are not made of. A parser begins one at `<` and a letter only. */
function strangeElement(html: string): string | undefined {
  for (const [whole, name = ''] of html.matchAll(/<(?:\/?([a-z][^\s/>]*)|[!?/])/gi)) {
    if (!elements.has(name.toLowerCase())) return whole
  }
  return undefined
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => text.replaceAll(/[&<>]/g, (sign) => entities[sign] ?? '')
