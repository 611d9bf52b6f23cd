import { t } from './messages.ts'
import type { PaperKind } from './paper-kinds.ts'

const kinds: readonly PaperKind[] = ['plan', 'handout', 'card', 'practice']

/** A4 pages with the paper's and the lesson's name at the foot, and the page's number. */
export function pageRules(lesson: string): string {
  return kinds
    .map((kind) => {
      const foot = cssString(t.foot(t.papers[kind], lesson))
      const number = kind === 'card' ? '' : `@bottom-right{content:counter(${kind})}`
      return `@page sheet-${kind}{counter-increment:${kind};size:A4;margin:14mm 13mm 16mm;
font:11pt 'Noto Sans SC Variable','Noto Sans SC',sans-serif;color:#333;@bottom-left{content:${foot}}${number}}
.paper-sheet[data-kind=${kind}]{page:sheet-${kind};}`
    })
    .join('\n')
}

/** A text as CSS writes it; whatever is no letter or digit by its number. */
const cssString = (text: string): string =>
  `"${Array.from(text, (sign) => (/[\p{L}\p{N}]/u.test(sign) ? sign : `\\${sign.codePointAt(0)?.toString(16)} `)).join('')}"`
