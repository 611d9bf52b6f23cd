import { Marked, type Token, type Tokens } from 'marked'
import { chineseStrong } from '../notebook/chinese-strong.ts'

/** A lesson's Markdown as lines for a projector: words, bold or not, and nothing else. */

export interface Run {
  readonly text: string
  readonly strong: boolean
}

export interface Line {
  readonly runs: readonly Run[]
  /** What stands before it in a list: `1.` or `•`. */
  readonly mark?: string | undefined
  /** As it is typed: a line of a query. */
  readonly code?: true
}

/** What stands under one heading. */
export interface Section {
  readonly heading: string | undefined
  readonly lines: readonly Line[]
}

const marked = new Marked({ gfm: true, extensions: [chineseStrong] })

/** Breaks a text at its headings, whatever their rank. */
export function sectionsOf(markdown: string): Section[] {
  const sections: { heading: string | undefined; lines: Line[] }[] = []
  let open: { heading: string | undefined; lines: Line[] } | undefined
  for (const token of marked.lexer(markdown)) {
    const isHeading = token.type === 'heading'
    if (isHeading || !open) {
      open = { heading: isHeading ? textOf(runsOf([token])) : undefined, lines: [] }
      sections.push(open)
    }
    if (!isHeading) open.lines.push(...blockLines(token))
  }
  return sections.filter(({ heading, lines }) => heading !== undefined || lines.length > 0)
}

/** The lines of a text without its headings. */
export const linesOf = (markdown: string): Line[] =>
  sectionsOf(markdown).flatMap(({ lines }) => lines)

/** A query, line by line. */
export const codeLines = (code: string): Line[] =>
  code
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((text) => ({ runs: [{ text, strong: false }], code: true }))

/** The words of a line or a heading. */
export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

/** Signs as a reader counts them. */
export const lengthOf = (line: Line): number => Array.from(textOf(line.runs)).length

function blockLines(token: Token): Line[] {
  switch (token.type) {
    case 'html':
    case 'hr':
    case 'space':
    case 'def':
      return []
    case 'code':
      return codeLines((token as Tokens.Code).text)
    case 'list':
      return listLines(token as Tokens.List)
    case 'blockquote':
      return (token as Tokens.Blockquote).tokens.flatMap(blockLines)
    case 'table': {
      const { header, rows } = token as Tokens.Table
      return [header, ...rows].flatMap((row) => wrap(joined(row)))
    }
    default:
      return wrap(runsOf([token]))
  }
}

function listLines({ items, ordered, start }: Tokens.List): Line[] {
  const first = typeof start === 'number' ? start : 1
  return items.flatMap((item, index) => {
    const [head, ...more] = item.tokens.flatMap(blockLines)
    const mark = ordered ? `${first + index}.` : '•'
    return head ? [{ ...head, mark }, ...more] : []
  })
}

/** A line of its own wherever the author ended one with its sentence. */
function wrap(runs: readonly Run[]): Line[] {
  const lines: Run[][] = [[]]
  for (const { text, strong } of runs) {
    for (const [at, piece] of text.split('\n').entries()) {
      if (at > 0) lines.push([])
      if (piece !== '') lines.at(-1)?.push({ text: piece, strong })
    }
  }
  return lines.reduce<Line[]>((all, line) => {
    const last = all.at(-1)
    const ended = last && /[。！？；：]$/u.test(textOf(last.runs).trimEnd())
    if (textOf(line).trim() === '') return all
    return last && !ended
      ? [...all.slice(0, -1), { runs: [...last.runs, ...spaced(last.runs, line)] }]
      : [...all, { runs: line }]
  }, [])
}

/** Chinese goes on without a blank where the source goes on in the next line. */
function spaced(before: readonly Run[], line: readonly Run[]): Run[] {
  const latin = /[\x21-\x7e]$/.test(textOf(before)) && /^[\x21-\x7e]/.test(textOf(line))
  return latin ? [{ text: ' ', strong: false }, ...line] : [...line]
}

const joined = (row: readonly Tokens.TableCell[]): Run[] =>
  row.flatMap(({ tokens }, at) => [
    ...(at === 0 ? [] : [{ text: '，', strong: false }]),
    ...runsOf(tokens),
  ])

function runsOf(tokens: readonly Token[], strong = false): Run[] {
  return tokens.flatMap((token): Run[] => {
    if (token.type === 'html') return []
    if (token.type === 'br') return [{ text: '\n', strong }]
    const { tokens: inner, text } = token as Tokens.Generic
    const bold = strong || token.type === 'strong' || token.type === 'chineseStrong'
    if (inner) return runsOf(inner, bold)
    return typeof text === 'string' && text !== ''
      ? [{ text: text.replaceAll(/[^\S\n]+/gu, ' '), strong: bold }]
      : []
  })
}
