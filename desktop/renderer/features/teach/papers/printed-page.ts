/** What a browser without scripts needs to print what is shown: its elements and its styles. */
export interface PrintedPage {
  readonly html: string
  readonly css: string
}

/** Copies an element for printing, with the styles of the page and the typefaces that it uses. */
export async function printedPage(shown: HTMLElement, signal: AbortSignal): Promise<PrintedPage> {
  const copy = shown.cloneNode(true) as HTMLElement
  dropComments(copy)
  const rules = allRules()
  const faces = await typefaces(rules, shown.textContent, signal)
  const css = rules.filter((rule) => !(rule instanceof CSSFontFaceRule)).map((rule) => rule.cssText)
  return { html: copy.outerHTML, css: [...faces, ...css].join('\n') }
}

function dropComments(copy: HTMLElement): void {
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT)
  const found: Node[] = []
  while (walker.nextNode()) found.push(walker.currentNode)
  for (const comment of found) comment.parentNode?.removeChild(comment)
}

const allRules = (): CSSRule[] =>
  [...document.styleSheets, ...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules])

/** The slices of the app's typefaces that hold a sign of the text, carried in the style itself. */
async function typefaces(
  rules: readonly CSSRule[],
  text: string,
  signal: AbortSignal,
): Promise<string[]> {
  const signs = [...new Set(Array.from(text, (sign) => sign.codePointAt(0) ?? 0))]
  const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule)
  const wanted = faces.filter(
    ({ style }) =>
      style.getPropertyValue('font-family').includes('Sans') &&
      covers(style.getPropertyValue('unicode-range'), signs),
  )
  return Promise.all(
    wanted.map(async (face) => {
      const [, address = ''] = /url\("?([^")]+)"?\)/.exec(face.style.getPropertyValue('src')) ?? []
      const base = face.parentStyleSheet?.href ?? document.baseURI
      const bytes = await (await fetch(new URL(address, base), { signal })).arrayBuffer()
      return face.cssText.replaceAll(
        /url\("?[^")]+"?\)/g,
        `url("data:font/woff2;base64,${base64(new Uint8Array(bytes))}")`,
      )
    }),
  )
}

/** Whether one of the signs is in a range such as `U+4E00-4E09, U+3002, U+26??`. */
function covers(range: string, signs: readonly number[]): boolean {
  return range.split(',').some((part) => {
    const [, from = '', to] = /U\+([\dA-F?]+)(?:-([\dA-F]+))?/i.exec(part) ?? []
    if (from === '') return false
    const first = Number.parseInt(from.replaceAll('?', '0'), 16)
    const last = Number.parseInt(to ?? from.replaceAll('?', 'F'), 16)
    return signs.some((sign) => first <= sign && sign <= last)
  })
}

function base64(bytes: Uint8Array): string {
  let binary = ''
  const chunk = 32_768 // more arguments than that overflow the stack
  for (let at = 0; at < bytes.length; at += chunk) {
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk))
  }
  return btoa(binary)
}
