import { stringify } from 'yaml'
import { lineEndOf } from './lines.ts'
import { parseNotebook } from './parse.ts'

/** The longest title that a notebook may have. */
export const LONGEST_TITLE = 100

interface NewNotebook {
  readonly title: string
  readonly datasets?: readonly string[]
  /** Markdown below the front matter. */
  readonly text: string
  /** A first query, named `first`. */
  readonly sql?: string
}

/** The text of a notebook that begins. */
export function newNotebook({ title, datasets = [], text, sql }: NewNotebook): string {
  const data = datasets.length === 0 ? '' : `datasets: [${datasets.join(', ')}]\n`
  const query = sql === undefined ? '' : `\n\`\`\`sql name=first\n${sql}\n\`\`\`\n`
  return `---\n${titleLine(title)}\n${data}---\n\n${text}\n${query}`
}

/** A title as one line of YAML, quoted where it would mean something else. */
const titleLine = (title: string) => stringify({ title }, { lineWidth: 0 }).trimEnd()

/** The title in the form that a notebook's head takes: one line, not too long. */
export function cleanTitle(title: string): string {
  return title.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE).trim()
}

/**
 * The notebook's text under another title, everything else byte for byte; a text without a head gets
 * one. `undefined` where the head cannot be read, or its title is no plain line.
 */
export function withTitle(source: string, title: string): string | undefined {
  const { head, problems } = parseNotebook(source)
  const eol = lineEndOf(source)
  if (problems.some(({ kind }) => kind === 'head-open' || kind === 'head-wrong')) return undefined
  if (head.span.to === 0) return `---${eol}${titleLine(title)}${eol}---${eol}${eol}${source}`
  const written = source.slice(0, head.span.to)
  const renamed = written.replace(/^title:.*$/m, () => titleLine(title))
  const retitled = renamed + source.slice(head.span.to)
  return parseNotebook(retitled).head.title === title ? retitled : undefined
}

/** A Markdown text as a notebook: one without a head gets one, called after its heading or file. */
export function asNotebook(text: string, fileName: string): string {
  const { problems } = parseNotebook(text)
  if (!problems.some(({ kind }) => kind === 'head-missing')) return text
  const heading = /^#\s+(.+?)\s*#*\s*$/m.exec(text)?.[1]
  const title = cleanTitle(heading ?? fileName.replace(/\.(?:md|markdown|txt)$/i, ''))
  return withTitle(text.replace(/^\uFEFF/, ''), title) ?? text
}
