import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Window } from 'happy-dom'
import { svgText } from '../../desktop/host/report/svg-text.ts'
import { baseName } from '../../desktop/services/report/file-name.ts'
import { escape, markup } from '../../desktop/services/report/html.ts'
import { renderProse } from '../../desktop/services/report/markdown.ts'
import { beijingIso, beijingText } from '../../desktop/services/report/moment.ts'

const { document } = new Window()

/** The elements of a piece of HTML, as a browser reads it, with their attributes. */
function elementsOf(html: string): string[] {
  const body = document.createElement('div')
  body.innerHTML = html
  return Array.from(body.querySelectorAll('*'), (element) => {
    const names = Array.from(element.attributes, ({ name }) => name)
    return [element.tagName.toLowerCase(), ...names].join(' ')
  })
}

describe('markup', () => {
  it('escapes what is put in, and not what was made so', () => {
    const inner = markup`<b>${'<i>&"\''}</b>`
    expect(markup`<p>${inner}${[inner]}${3}</p>`.text).toBe(
      '<p><b>&lt;i&gt;&amp;&quot;&#39;</b><b>&lt;i&gt;&amp;&quot;&#39;</b>3</p>',
    )
  })

  it('keeps any text a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(elementsOf(markup`<p title="${text}">${text}</p>`.text)).toEqual(['p title'])
      }),
    )
  })
})

describe('prose', () => {
  const render = (text: string, value = '值') => renderProse(text, () => value).text

  it('is Markdown, with Chinese emphasis', () => {
    expect(render('## 题\n\n**好。**然后\n\n- 一\n- 二')).toBe(
      '<h2>题</h2>\n<p><strong>好。</strong>然后</p>\n<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n',
    )
  })

  it.each([
    '<script>alert(1)</script>',
    '段中 <img src=x onerror=alert(1)> 的图',
    '<div onclick="a()">\n\n**里面**\n\n</div>',
    '[字](javascript:alert(1))',
    '![图](https://example.com/a.png "题")',
    '<https://example.com> 和 https://example.com',
    '[字]: javascript:alert(1)\n\n[字]',
    '```html"><script>\n<script>\n```',
    '~~~\n</code></pre><script>\n~~~',
    '| a | b |\n|---|:-:|\n| <b>x</b> | `<i>` |',
  ])('lets no markup through: %s', (text) => {
    const allowed = /^(?:p|strong|pre|code|table|thead|tbody|tr|th|td)(?: align)?$/
    for (const element of elementsOf(render(text))) expect(element).toMatch(allowed)
  })

  it('takes a value for a text, wherever it stands', () => {
    const value = '**粗** <b>x</b> ](javascript:a) | `c`'
    const html = render('值 {{a.b}}，[{{a.b}}]({{a.b}})，`{{a.b}}`', value)
    expect(html).toContain(`<span class="value">${escape(value)}</span>`)
    expect(elementsOf(html).filter((one) => one !== 'span class')).toEqual(['p', 'code'])
  })

  it('gives no meaning to the marks that hold the places', () => {
    expect(render('\uE0000\uE001 {{a.b}}')).toBe('<p>0 <span class="value">值</span></p>\n')
  })
})

describe('a picture as text', () => {
  const make = (
    name: string,
    attributes: Readonly<Record<string, string>>,
    inside: Node[] = [],
  ) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    for (const node of inside) element.append(node as never)
    return element as unknown as Element
  }
  const words = (text: string) => document.createTextNode(text) as unknown as Node

  it('holds shapes and words only', () => {
    const shapes = [
      make('a', { href: 'javascript:a()' }, [make('text', {}, [words('去')])]),
      make('image', { href: 'https://example.com' }),
      make('foreignObject', {}, [make('rect', {})]),
      make('rect', { x: '1', fill: 'url(https://example.com#a)', onload: 'a()' }),
      make('text', { dx: '2' }, [words('<b> "与" &')]),
    ]
    const group = {
      fill: 'currentColor',
      onclick: 'a()',
      style: 'x',
      'aria-label': 'z',
      class: 'y',
    }
    const svg = make('svg', { width: '10', onload: 'a()', 'font-family': 'y' }, [
      make('style', {}, [words('@import url(https://example.com)')]),
      make('script', {}, [words('a()')]),
      make('g', group, shapes),
    ])
    expect(svgText(svg, '题 "<')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="题 &quot;&lt;" ' +
        'font-size="12" width="10"><g fill="#1c2629"><rect x="1"></rect>' +
        '<text dx="2">&lt;b&gt; &quot;与&quot; &amp;</text></g></svg>',
    )
  })
})

describe('a moment', () => {
  it('is told in Beijing time', () => {
    const eve = new Date('2025-12-31T16:05:09Z')
    expect(beijingIso(eve)).toBe('2026-01-01T00:05:09+08:00')
    expect(beijingText(eve)).toBe('2026 年 1 月 1 日 00:05（北京时间）')
  })
})

describe("a file's name", () => {
  const made = new Date('2026-11-23T14:25:35Z')

  it.each([
    ['老龄化与数字鸿沟', '老龄化与数字鸿沟 2026-11-23'],
    ['a/b\\c:d*e?"<f>|g\u0000', 'a b c d e f g 2026-11-23'],
    ['../../etc', 'etc 2026-11-23'],
    ['...', '分析报告 2026-11-23'],
    ['', '分析报告 2026-11-23'],
    ['长'.repeat(200), `${'长'.repeat(60)} 2026-11-23`],
  ])('%j', (title, name) => {
    expect(baseName(title, made)).toBe(name)
  })
})
