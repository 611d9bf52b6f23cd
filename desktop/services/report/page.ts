import type { FrontMatter } from '../../domain/notebook/notebook.ts'
import type { ReportRecord } from '../../contract/report.ts'
import { recordId, recordText } from './carried.ts'
import { sha256Base64 } from './digest.ts'
import { Html, markup, nothing } from './html.ts'
import { script } from './script.ts'
import { style } from './style.ts'

/** A page that may fetch nothing and run our own script only, wherever it is opened. */
const policyFor = (hash: string) =>
  `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`

interface Page {
  readonly record: ReportRecord
  readonly contents: Html
  readonly head: FrontMatter
  readonly body: readonly Html[]
  readonly foot: Html
}

/** The whole file, in UTF-8. */
export async function pageText(page: Page): Promise<string> {
  const { title, question } = page.head
  const policy = policyFor(await sha256Base64(script))
  return markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${question === '' ? nothing : markup`<p class="question">${question}</p>`}
</header>
${page.contents}
<main>
${page.body}</main>
<footer>
${page.foot}
</footer>
<script type="application/json" id="${recordId}">${new Html(recordText(page.record))}</script>
<script>${new Html(script)}</script>
</body>
</html>
`.text
}
