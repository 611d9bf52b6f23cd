import { reportRecordSchema } from '../../../../contract/report.ts'
import type { Notebook } from '../../../../domain/notebook/notebook.ts'
import { parseNotebook } from '../../../../domain/notebook/parse.ts'
import { fillQuotes } from '../../../../domain/notebook/quote.ts'
import { t } from './messages.ts'

/** The numbers that a text quotes, by what stands between the braces. */
export type Numbers = ReadonlyMap<string, string>

/** A part of the brief: a text to read, or what is left out here. */
export type BriefPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'left'; readonly text: string }

export interface Brief {
  readonly question: string
  readonly parts: readonly BriefPart[]
  /** Whether the text quotes any number. */
  readonly quotes: boolean
}

/** A notebook as a text without its queries and charts; quotes without a number stay as written. */
export function briefOf(source: string, numbers: Numbers): Brief {
  const { head, blocks } = parseNotebook(source)
  const filled = (text: string) =>
    fillQuotes(text, (found) => numbers.get(found.text.slice(2, -2).trim()) ?? found.text)
  return {
    question: head.question,
    parts: blocks.map((block) => partOf(block, filled)),
    quotes: blocks.some((block) => block.kind === 'prose' && /\{\{[^{}]+\}\}/.test(block.text)),
  }
}

function partOf(block: Notebook['blocks'][number], filled: (text: string) => string): BriefPart {
  if (block.kind === 'prose') return { kind: 'text', text: filled(block.text) }
  if (block.kind === 'chart') {
    return { kind: 'left', text: t.left.chart(filled(block.chart.title || block.name)) }
  }
  const say = block.kind === 'sql' ? t.left.sql : t.left.other
  return { kind: 'left', text: say(block.name) }
}

/** The quoted numbers out of a report that machines read. */
export function numbersIn(bytes: Uint8Array): Numbers {
  const record = reportRecordSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  return new Map(record.numbers.map(({ quote, text }) => [quote, text]))
}
