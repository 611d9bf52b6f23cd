import { Marked, type Token, type Tokens } from 'marked'
import { chineseStrong } from '../notebook/chinese-strong.ts'

const marked = new Marked({ gfm: true, extensions: [chineseStrong] })

/** What a learner sees of a Markdown text, a line for each paragraph; code is left out. */
export function plainMarkdown(text: string): string {
  return linesOf(marked.lexer(text))
    .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

function linesOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    switch (token.type) {
      case 'code':
      case 'html':
      case 'hr':
      case 'space':
      case 'def':
        return []
      case 'list':
        return (token as Tokens.List).items.flatMap((item) => linesOf(item.tokens))
      case 'blockquote':
        return linesOf((token as Tokens.Blockquote).tokens)
      case 'table': {
        const { header, rows } = token as Tokens.Table
        return [header, ...rows].map((row) => row.map(({ tokens }) => inline(tokens)).join('，'))
      }
      default:
        return [inline([token])]
    }
  })
}

function inline(tokens: readonly Token[]): string {
  return tokens.map(words).join('')
}

function words(token: Token): string {
  if (token.type === 'html') return ''
  if (token.type === 'br') return ' '
  const { tokens, text } = token as Tokens.Generic
  if (tokens) return inline(tokens)
  return typeof text === 'string' ? text : ''
}
