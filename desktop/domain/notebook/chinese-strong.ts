import type { TokenizerAndRendererExtension } from 'marked'

/**
 * CommonMark does not close `**` between a full-width mark and a character (`**好。**然后`), which in
 * Chinese is the usual place: https://spec.commonmark.org/0.31.2/#right-flanking-delimiter-run
 */
export const chineseStrong: TokenizerAndRendererExtension = {
  name: 'chineseStrong',
  level: 'inline',
  start: (source) => source.indexOf('**'),
  tokenizer(source) {
    const found = /^\*\*(?=[^\s*])((?:[^*`\n]|`[^`\n]*`)*[^\s*])\*\*(?!\*)/.exec(source)
    if (!found?.[1]) return undefined
    return { type: 'chineseStrong', raw: found[0], tokens: this.lexer.inlineTokens(found[1]) }
  },
  renderer(token) {
    return `<strong>${this.parser.parseInline(token.tokens ?? [])}</strong>`
  },
}
