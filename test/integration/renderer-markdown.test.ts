import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ModulePage, openModule } from './renderer-page.ts'

/** The sanitiser is judged by what a real browser's parser makes of a text. */
let opened: ModulePage

beforeAll(async () => {
  opened = await openModule('ui/markdown.ts')
})

afterAll(() => opened.close())

function html(text: string): Promise<string> {
  return opened.page.evaluate((text) => {
    const { tested } = window as unknown as {
      tested: { renderMarkdown(text: string): DocumentFragment }
    }
    const box = document.createElement('div')
    box.append(tested.renderMarkdown(text))
    return box.innerHTML.trim()
  }, text)
}

describe('Markdown of lessons', () => {
  it.each([
    ['数一数**每个网格**。', '数一数<strong>每个网格</strong>。'],
    ['**开场两分钟。**请学员说说', '<strong>开场两分钟。</strong>请学员说说'],
    ['按“**独居**”筛选', '按“<strong>独居</strong>”筛选'],
    ['写成 **`count(*)`**，不是别的', '写成 <strong><code>count(*)</code></strong>，不是别的'],
    ['乘号 2 ** 3 ** 4', '乘号 2 ** 3 ** 4'],
    ['`a ** b ** c`', '<code>a ** b ** c</code>'],
  ])('sets %s', async (text, expected) => {
    expect(await html(text)).toBe(`<p>${expected}</p>`)
  })

  it('keeps tables, lists and code', async () => {
    expect(await html('| 网格 | 人数 |\n|---|---|\n| 07 | 17 |')).toContain('<td>07</td>')
    expect(await html('- 一\n- 二')).toContain('<li>一</li>')
    expect(await html('```sql\nSELECT 1\n```')).toContain('<pre><code>SELECT 1')
  })

  it.each([
    ['[目录](#/research)', '<a href="#/research">目录</a>'],
    ['[别处](https://example.com)', '<span>别处</span>'],
    ['[坏](javascript:alert(1))', '<span>坏</span>'],
    [
      '[词](glossary:group-count)',
      '<button type="button" data-term="group-count" aria-haspopup="dialog">词</button>',
    ],
  ])('links inside the app and to the glossary only: %s', async (text, expected) => {
    expect(await html(text)).toBe(`<p>${expected}</p>`)
  })

  it.each([
    '<script>alert(1)</script>好',
    '<img src=x onerror=alert(1)>好',
    '<p style="position:fixed" onclick="alert(1)">好</p>',
    '<iframe src="https://example.com"></iframe>好',
    '<svg><script>alert(1)</script></svg>好',
    '<form action="#/x"><input name=a>好</form>',
    '![图](https://example.com/a.png)好',
    '<a href="#/x" style="color:red" target="_blank">好</a>',
  ])('drops what could act or paint: %s', async (text) => {
    const shown = await html(text)
    expect(shown).not.toMatch(/script|style|on\w+=|iframe|<img|<svg|target|<form|<input/)
    expect(shown).toContain('好')
  })
})
