import { beforeAll, describe, expect, it } from 'vitest'
import { wordFile } from '../../desktop/host/report/word/document.ts'
import { readZip } from '../../desktop/host/workbook/zip.ts'

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" aria-label="图里说的" viewBox="0 0 720 360"><rect></rect></svg>'
const rows = Array.from(
  { length: 3 },
  (_, row) => `<tr><td>街道 ${row}</td><td class="number">${row}</td></tr>`,
)
const html = `<!doctype html><html><body>
<header><h1>关于重复投诉的分析</h1><p class="question">谁在反复投诉？</p></header>
<nav><h2>目录</h2></nav>
<main>
<h2 id="part-1">一、基本情况</h2>
<p>共 <a class="value" href="#source-all">300</a> 件，<strong>其中</strong>&lt;b&gt;重复 &amp; 不明。</p>
<h3>（二）街道</h3><h4>3. 社区</h4><h5>网格</h5>
<ul><li>第一</li></ul>
<figure><div class="title"><h3>东街最多</h3></div>${svg}<figcaption><p>图中 3 项。</p></figcaption></figure>
<section class="cell"><span class="tag">合成数据</span><div class="wide"><table><thead><tr><th>街道</th><th>件数</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>
<table><thead><tr><th rowspan="2">年</th><th colspan="2">件</th></tr><tr><th>东</th><th>西</th></tr></thead><tbody><tr><th>2024</th><td>1</td><td>2</td></tr></tbody></table>
<details class="source"><summary>all · 1 行</summary><div id="source-all"><p>数据</p><pre><code>SELECT
  1</code></pre><div class="screen"><table><tr><td>不印</td></tr></table></div></div></details>
</main><footer><p>致知</p></footer>
<script type="application/json">{}</script></body></html>`

let parts: ReadonlyMap<string, Uint8Array>
const part = (name: string) => new TextDecoder().decode(parts.get(name))

async function open(pictures: readonly Uint8Array[] | undefined) {
  parts = readZip(await wordFile({ html, pictures }), () => true, { entries: 99, bytes: 1e8 })
}

describe('a report as a Word file', () => {
  let document = ''
  beforeAll(async () => {
    await open([new Uint8Array([0x89, 0x50, 0x4e, 0x47])])
    document = part('word/document.xml')
  })

  it('is laid out as GB/T 9704 says', () => {
    expect(document).toMatch(/<w:pgSz w:w="1190[56]" w:h="1683[78]"/)
    expect(document).toMatch(/<w:pgMar w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(document).toMatch(
      /<w:docGrid w:type="linesAndChars" w:linePitch="580" w:charSpace="-860"/,
    )
    for (const face of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312']) {
      expect(document).toContain(`w:eastAsia="${face}"`)
    }
    expect([...parts.keys()].filter((name) => /font.*\.(?:odttf|ttf)$/.test(name))).toEqual([])
  })

  it('numbers its levels and its pages itself', () => {
    const numbering = part('word/numbering.xml')
    for (const text of ['%1、', '（%2）', '%3.', '（%4）'])
      expect(numbering).toContain(`w:val="${text}"`)
    expect(document).toContain('>基本情况<')
    expect(document).toContain('>街道<')
    expect(document).toContain('>社区<')
    const feet = [...parts.keys()].filter((name) => name.startsWith('word/footer'))
    expect(feet.length).toBe(2)
    for (const foot of feet) expect(part(foot)).toMatch(/— .*PAGE.* —/s)
    expect(part('word/settings.xml')).toContain('w:evenAndOddHeaders')
  })

  it('has tables with repeated heads and unbroken rows, and merged headings', () => {
    expect(document.match(/<w:tbl>/g)).toHaveLength(2)
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(3)
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(7)
    expect(document).toContain('<w:gridSpan w:val="2"/>')
    expect(document).toContain('<w:vMerge w:val="restart"/>')
    expect(document).not.toContain('不印')
    expect(document).not.toContain('目录')
  })

  it('keeps text a text, and its links within', () => {
    expect(document).toContain('&lt;b&gt;重复 &amp; 不明。')
    const anchors = Array.from(document.matchAll(/w:anchor="([^"]+)"/g), ([, name]) => name)
    const marks = Array.from(
      document.matchAll(/<w:bookmarkStart w:name="([^"]+)"/g),
      ([, name]) => name,
    )
    expect(anchors.length).toBe(1)
    for (const anchor of anchors) expect(marks).toContain(anchor)
    expect(document).toContain('SELECT')
    expect(document).toContain('>合成数据<')
  })

  it('has its pictures, told in words', () => {
    expect([...parts.keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
    expect(document).toContain('descr="图里说的"')
  })

  it('has vectors where nothing could draw them', async () => {
    await open(undefined)
    const media = [...parts.keys()].filter((name) => name.startsWith('word/media/'))
    expect(media.map((name) => name.slice(-4)).toSorted()).toEqual(['.png', '.svg'])
  })
})
