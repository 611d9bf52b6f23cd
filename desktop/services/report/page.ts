import type { FrontMatter } from '../../domain/notebook/notebook.ts'
import { Html, markup, nothing } from './html.ts'
import { style } from './style.ts'

/** A page that may neither run nor fetch anything, wherever it is opened. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

interface Page {
  readonly head: FrontMatter
  readonly body: readonly Html[]
  readonly foot: Html
}

/** The whole file, in UTF-8. */
export function pageText({ head: { title, question }, body, foot }: Page): string {
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
<main>
${body}</main>
<footer>
${foot}
</footer>
</body>
</html>
`.text
}
