import { stringify } from 'yaml'
import { lineEndOf } from './lines.ts'
import { parseNotebook } from './parse.ts'

/** The longest title that a notebook may have. */
const LONGEST_TITLE = 100

/** The rows as they are, before anything is counted. */
const firstName = '明细'

interface NewNotebook {
  readonly title: string
  readonly question?: string
  readonly datasets?: readonly string[]
  /** Markdown below the front matter. */
  readonly text: string
  /** The table of a first query, named `明细`, put together by pointing: nobody has to read SQL to begin. */
  readonly table?: string
}

/** The text of a notebook that begins. */
export function newNotebook({
  title,
  question = '',
  datasets = [],
  text,
  table,
}: NewNotebook): string {
  const data = datasets.length === 0 ? '' : `datasets: [${datasets.join(', ')}]\n`
  const query =
    table === undefined ? '' : `\n\`\`\`query name=${firstName}\nfrom: ${table}\n\`\`\`\n`
  const asked = question === '' ? '' : `${line({ question })}\n`
  return `---\n${line({ title })}\n${asked}${data}---\n\n${text}\n${query}`
}

/** One line of YAML, quoted where the text would mean something else. */
const line = (entry: Readonly<Record<string, string>>) =>
  stringify(entry, { lineWidth: 0 }).trimEnd()

/** The title in the form that a notebook's head takes: one line, not too long. */
export function cleanTitle(title: string): string {
  const line = title.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE)
  return line.replace(/[\uD800-\uDBFF]$/, '').trim() // no half of a sign
}

/**
 * The notebook's text under another title, everything else byte for byte; a text without a head gets
 * one. `undefined` where the head cannot be read, or its title is no plain line.
 */
export function withTitle(source: string, title: string): string | undefined {
  const { head, problems } = parseNotebook(source)
  const eol = lineEndOf(source)
  if (problems.some(({ kind }) => kind === 'head-open' || kind === 'head-wrong')) return undefined
  if (head.span.to === 0) return `---${eol}${line({ title })}${eol}---${eol}${eol}${source}`
  const written = source.slice(0, head.span.to)
  const renamed = written.replace(/^title:.*$/m, () => line({ title }))
  const retitled = renamed + source.slice(head.span.to)
  return parseNotebook(retitled).head.title === title ? retitled : undefined
}

/**
 * A Markdown text as a notebook: one without a head gets one, called after its first heading, which
 * goes into it, or else after its file.
 */
export function asNotebook(text: string, fileName: string): string {
  const { problems } = parseNotebook(text)
  if (!problems.some(({ kind }) => kind === 'head-missing')) return text
  const [heading, name] = /^\uFEFF?\s*#\s+(.+?)\s*#*\s*(?:[\r\n]+|$)/.exec(text) ?? ['']
  const title = cleanTitle(name ?? fileName.replace(/\.(?:md|markdown|txt)$/i, ''))
  return withTitle(text.slice(heading.length).replace(/^\uFEFF/, ''), title) ?? text
}
