import type { CertificatePaper } from '../../contract/certificates.ts'
import { attainedText, limitText } from '../../contract/certificate-words.ts'
import { fingerprint } from '../../domain/certificate/issuer.ts'

/** One landscape sheet of A4: the words above, the code and how to check it below. */
export function paperHtml(paper: CertificatePaper, code: string, picture: Uint8Array): string {
  const { name, issued, expires, issuer, id } = paper
  const kind = paper.of === 'training' ? '结业证书' : '学习证书'
  const image = `data:image/png;base64,${btoa(String.fromCharCode(...picture))}`
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<title>致知${kind} ${esc(id)}</title><style>${style}</style></head><body><main>
<p class="brand">致知</p><h1>${kind}</h1>
<p class="who">${esc(name)}</p>
<p class="what">${esc(attainedText(paper, 'zh'))}</p>
${goalList(paper)}
<footer><img src="${image}" alt="证书的二维码"><div>
<p>签发：${esc(issuer.name)}</p><p>签发日期：${esc(issued)} · 有效期：${esc(expires ?? '不设期限')}</p>
<p>证书编号：${esc(id)} · 签发公钥：${fingerprint(issuer.id)}</p>
<p class="how">在任何一台装有“致知”的电脑上，打开“证书验证”，上传这张证书的照片或 PDF 就能核对，不用联网。</p>
<p class="how">${esc(limitText(paper, 'zh'))}姓名请和本人证件核对。</p>
<p class="code">${esc(code)}</p></div></footer></main></body></html>`
}

function goalList({ reached }: CertificatePaper): string {
  const items = reached.slice(0, 12).map((title) => `<li>${esc(title.zh)}</li>`)
  if (reached.length > items.length) items.push(`<li>……共 ${reached.length} 项</li>`)
  return items.length > 0 ? `<ul>${items.join('')}</ul>` : ''
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
const esc = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '')

const style = `@page{size:A4 landscape;margin:0}*{box-sizing:border-box;margin:0}
body{font-family:'Noto Serif SC','Source Han Serif SC',SimSun,serif;color:#1c2629}
main{display:flex;flex-direction:column;inline-size:297mm;block-size:209mm;padding:18mm 24mm 14mm;
text-align:center}
.brand{letter-spacing:.4em;color:#0b5a56;font-size:13pt}
h1{margin:4mm 0 8mm;font-size:30pt;letter-spacing:.3em;font-weight:600}
.who{font-size:24pt;font-weight:600;padding-bottom:2mm;border-bottom:.3mm solid #d3cbba;
align-self:center;min-inline-size:80mm}
.what{margin-top:6mm;font-size:14pt;line-height:1.7}
ul{margin:4mm auto 0;padding:0;columns:2;column-gap:14mm;list-style:none;font-size:10.5pt;
line-height:1.7;text-align:start}
li::before{content:'· ';color:#0b5a56}
footer{display:flex;gap:8mm;align-items:center;margin-top:auto;text-align:start;font-size:10pt;
line-height:1.6;border-top:.3mm solid #e5dfd2;padding-top:5mm}
footer img{inline-size:44mm;block-size:44mm;image-rendering:pixelated}
.how{color:#4a575c}
.code{margin-top:1.5mm;font:6pt/1.35 monospace;word-break:break-all;color:#6b777b}`
