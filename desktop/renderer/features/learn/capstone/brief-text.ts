import { reportRecordSchema } from '../../../../contract/report.ts'
import type { Notebook } from '../../../../domain/notebook/notebook.ts'
import { parseNotebook } from '../../../../domain/notebook/parse.ts'
import { fillQuotes } from '../../../../domain/notebook/quote.ts'
import { t } from './messages.ts'

export interface Picture {
  readonly src: string
  /** What the picture shows, in words. */
  readonly alt: string
}

/** What a report of the brief came to: the numbers that its text quotes, and its charts. */
export interface Computed {
  /** By what stands between the braces. */
  readonly numbers: ReadonlyMap<string, string>
  /** In the order of the text. */
  readonly pictures: readonly Picture[]
}

export const nothingComputed: Computed = { numbers: new Map(), pictures: [] }

/** A part of the brief: a text, a chart, or what is left out here. */
export type BriefPart =
  | { readonly kind: 'text' | 'left'; readonly text: string }
  | { readonly kind: 'picture'; readonly picture: Picture; readonly text: string }

export interface Brief {
  readonly question: string
  readonly parts: readonly BriefPart[]
}

type Block = Notebook['blocks'][number]
const isDrawn = ({ kind }: Block) => kind === 'chart' || kind === 'map'

/**
 * A notebook as a page without its queries and tables.
 *
 * @param otherwise in the place of a number that is not known; as it was written where it is missing
 */
export function briefOf(
  source: string,
  { numbers, pictures }: Computed,
  otherwise?: string,
): Brief {
  const { head, blocks } = parseNotebook(source)
  const filled = (text: string) =>
    fillQuotes(
      text,
      (found) => numbers.get(found.text.slice(2, -2).trim()) ?? otherwise ?? found.text,
    )
  const drawn = blocks.filter(isDrawn)
  // where some could not be drawn, nobody knows which one a picture is of
  const known = drawn.length === pictures.length ? pictures : []
  return {
    question: head.question,
    parts: blocks.flatMap((block) => partOf(block, filled, known[drawn.indexOf(block)]) ?? []),
  }
}

function partOf(
  block: Block,
  filled: (text: string) => string,
  picture: Picture | undefined,
): BriefPart | undefined {
  if (block.kind === 'prose') return { kind: 'text', text: filled(block.text) }
  const title = block.kind === 'chart' ? filled(block.chart.title) : ''
  if (picture) return { kind: 'picture', picture, text: title }
  return isDrawn(block) ? { kind: 'left', text: t.left(title || block.name) } : undefined
}

/** Reads a report of HTML: it carries its numbers for machines, and its charts as drawings. */
export function computedIn(bytes: Uint8Array): Computed {
  const page = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/html')
  const carried: unknown = JSON.parse(page.getElementById('zhizhi-record')?.textContent ?? '')
  const { numbers } = reportRecordSchema.parse(carried)
  const drawings = [...page.querySelectorAll('figure > svg')]
  return {
    numbers: new Map(numbers.map(({ quote, text }) => [quote, text])),
    pictures: drawings.map((drawing) => ({
      src: `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`,
      alt: drawing.getAttribute('aria-label') ?? '',
    })),
  }
}
