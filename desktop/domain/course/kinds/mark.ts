import * as z from 'zod'
import type { MarkExercise } from '../mark/exercise.ts'
import { judgeMarks, type MarkFinding, type MarkOutcome } from '../mark/judge.ts'
import type { Span } from '../mark/span.ts'
import { tellMarks } from '../mark/tell.ts'
import { commonView, commonViewFields, verdictOf, type ValueVerdict } from './common.ts'
import { valueKind, type WrongAnswer } from './value-kind.ts'

/** Marking spans in a text. */

const spanSchema = z.object({
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  /** What stood there: when the text has changed since, the marks are of another text. */
  text: z.string().max(3000),
})

/** Marks by UTF-16 units of the text. */
export const markAnswerSchema = z.object({
  kind: z.literal('mark'),
  marks: z.array(spanSchema).max(500),
})
type MarkAnswer = z.infer<typeof markAnswerSchema>

export const markViewSchema = z.object({
  ...commonViewFields,
  kind: z.literal('mark'),
  given: markAnswerSchema.nullable(),
  text: z.string(),
})
type MarkView = z.infer<typeof markViewSchema>

export const markKind = valueKind<MarkExercise, MarkView, MarkAnswer>('mark', '[要标的文字, …]', {
  view: (exercise, given) => ({
    ...commonView(exercise),
    kind: 'mark',
    given,
    text: exercise.text.text,
  }),
  blank: () => ({ kind: 'mark', marks: [] }),
  fits: ({ text }, { marks }) =>
    marks.every((mark) => mark.text !== '' && text.slice(mark.from, mark.to) === mark.text),
  complete: (_, { marks }) => marks.length > 0,
  check,
  right: ({ text: { text, spans } }) => marked(text, spans),
  begun: ({ text: { text, spans } }) => marked(text, spans.slice(0, Math.floor(spans.length / 2))),
  wrong,
  written: ({ text: { text } }, value) => {
    const quotes: unknown[] = Array.isArray(value) ? value : [value]
    const spans = quotes.map((quote) => everywhere(text, String(quote)))
    return spans.every((found) => found.length > 0) ? marked(text, spans.flat()) : undefined
  },
})

/** The marks as an answer. */
export function marked(text: string, spans: readonly Span[]): MarkAnswer {
  const marks = spans.map(({ from, to }) => ({ from, to, text: text.slice(from, to) }))
  return { kind: 'mark', marks }
}

/** By what a span of the text is known in a verdict. */
export const spanKey = ({ from, to }: Span): string => `${from}-${to}`

function check(exercise: MarkExercise, { marks }: MarkAnswer): ValueVerdict {
  const judgement = judgeMarks(exercise, marks)
  const { message, notes } = tellMarks(exercise, judgement)
  return verdictOf(judgement.correct ? 'ok' : 'values', message, {
    notes,
    marks: judgement.findings.map(({ outcome, say, ...span }) => ({
      at: spanKey(span),
      right: outcome === 'found',
      say,
      outcome,
    })),
  })
}

/** A mark of a verdict as the finding it was made of; nothing where it is none. */
export function markFindingOf(mark: ValueVerdict['marks'][number]): MarkFinding | undefined {
  const [from, to] = mark.at.split('-').map(Number)
  const outcome = outcomes.find((each) => each === mark.outcome)
  if (from === undefined || to === undefined || outcome === undefined) return undefined
  return { from, to, outcome, say: mark.say }
}

const outcomes: readonly MarkOutcome[] = ['found', 'part', 'missed', 'false', 'broad']

/** Everything in one mark; and, where the exercise allows nothing, each trap and each omission. */
function wrong({
  text: { text, spans },
  trap,
  because,
  pass,
}: MarkExercise): WrongAnswer<MarkAnswer>[] {
  const all = { answer: marked(text, [{ from: 0, to: text.length }]) }
  const traps = trap.map(({ text: looked, say }) => ({
    answer: marked(text, [...spans, ...everywhere(text, looked)]),
    say,
  }))
  const missing = spans.map((span) => ({
    answer: marked(
      text,
      spans.filter((each) => each !== span),
    ),
    ...(spans.length > 1 ? { say: because[span.kind] ?? '' } : {}),
  }))
  return [all, ...(pass.false === 0 ? traps : []), ...(pass.found === 1 ? missing : [])]
}

function everywhere(text: string, quote: string): Span[] {
  const found: Span[] = []
  for (
    let from = text.indexOf(quote);
    from >= 0 && quote !== '';
    from = text.indexOf(quote, from + 1)
  ) {
    found.push({ from, to: from + quote.length })
  }
  return found
}
