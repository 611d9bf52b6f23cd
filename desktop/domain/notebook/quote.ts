import { isFormat, type Format } from './value.ts'
import { isName } from './name.ts'
import type { TextSpan } from './notebook.ts'

/** `{{cell.column | format}}` or `{{parameter | format}}` in prose or a title. */
export interface Quote {
  /** The cell, or the parameter where there is no column. */
  readonly name: string
  /** A column of the cell's first row. */
  readonly column: string | undefined
  readonly format: Format | undefined
}

export interface FoundQuote {
  readonly text: string
  readonly at: TextSpan
  /** Undefined where it cannot be read. */
  readonly quote: Quote | undefined
}

const braces = /\{\{([^{}\r\n]*)\}\}/g

/** The quotes of a text, in order. */
export function quotesIn(text: string): FoundQuote[] {
  return Array.from(text.matchAll(braces), (match) => ({
    text: match[0],
    at: { from: match.index, to: match.index + match[0].length },
    quote: readQuote(match[1] ?? ''),
  }))
}

/** Puts something in the place of each quote. */
export function fillQuotes(text: string, fill: (found: FoundQuote) => string): string {
  let filled = ''
  let done = 0
  for (const found of quotesIn(text)) {
    filled += text.slice(done, found.at.from) + fill(found)
    done = found.at.to
  }
  return filled + text.slice(done)
}

function readQuote(inside: string): Quote | undefined {
  const [source = '', format, ...more] = inside.split('|').map((part) => part.trim())
  if (more.length > 0 || (format !== undefined && !isFormat(format))) return undefined
  const dot = source.indexOf('.')
  const name = dot < 0 ? source : source.slice(0, dot).trim()
  const column = dot < 0 ? undefined : unquote(source.slice(dot + 1).trim())
  if (!isName(name) || column === '') return undefined
  return { name, column, format }
}

/** A column may stand in double quotes, as in SQL. */
function unquote(column: string): string {
  const inner = /^"((?:[^"]|"")*)"$/.exec(column)?.[1]
  return inner === undefined ? column : inner.replaceAll('""', '"')
}
