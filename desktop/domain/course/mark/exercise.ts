import * as z from 'zod'
import { commonFields, words } from '../kinds/common.ts'
import { readMarked, type MarkedText } from './marked-text.ts'

const kindName = z.string().regex(/^[a-z][a-z0-9_-]{0,29}$/)
/** A number in YAML is a text here: `12345` is the hotline's name. */
const quoted = z.union([z.string(), z.number()]).transform(String).pipe(words)

/** How much must be found, as a share, and how many false alarms may be. */
export const passSchema = z.strictObject({
  found: z.number().gt(0).max(1).default(1),
  false: z.int().min(0).default(0),
})

/** Marking spans in a text: what must be redacted, what is an opinion, what cannot be checked. */
export const markSchema = z
  .strictObject({
    ...commonFields,
    kind: z.literal('mark'),
    /** At most what fits a page: whoever looks for a name should see the whole text. */
    text: z.string().min(1).max(3000).transform(asRead),
    labels: z.record(kindName, words),
    /** Why things of a kind are to be marked. */
    because: z.record(kindName, words),
    /** What looks like one and is none, and what is said to whoever marks it. */
    trap: z.array(z.strictObject({ text: quoted, say: words })).default([]),
    pass: passSchema.default({ found: 1, false: 0 }),
  })
  .superRefine((exercise, context) => {
    for (const fault of markFaults(exercise)) {
      context.addIssue({ code: 'custom', path: [...fault.path], message: fault.problem })
    }
  })
export type MarkExercise = z.infer<typeof markSchema>

function asRead(source: string, context: z.RefinementCtx<string>): MarkedText {
  const reading = readMarked(source)
  if (reading.ok) return reading.value
  context.addIssue({ code: 'custom', message: reading.problem })
  return z.NEVER
}

interface Fault {
  readonly path: readonly string[]
  readonly problem: string
}

type Parts = Pick<MarkExercise, 'text' | 'labels' | 'because' | 'trap'>

function markFaults({ text: { text, spans }, labels, because, trap }: Parts): Fault[] {
  const kinds = [...new Set(spans.map(({ kind }) => kind))]
  const lacking = (map: Readonly<Record<string, string>>) => kinds.filter((kind) => !(kind in map))
  const strange = Object.keys({ ...labels, ...because }).filter((kind) => !kinds.includes(kind))
  return [
    ...(spans.length === 0
      ? [{ path: ['text'], problem: '一处也没有标，写成 [[文字|种类]]' }]
      : []),
    ...lacking(labels).map((kind) => ({ path: ['labels'], problem: `没有写 ${kind} 叫什么` })),
    ...lacking(because).map((kind) => ({ path: ['because'], problem: `没有写 ${kind} 的理由` })),
    ...strange.map((kind) => ({ path: ['text'], problem: `文字里没有标 ${kind}` })),
    ...trap.flatMap((each, index) => {
      const path = ['trap', String(index)]
      const problem = trapProblem(text, spans, each.text)
      return problem === undefined ? [] : [{ path, problem }]
    }),
  ]
}

function trapProblem(text: string, spans: MarkedText['spans'], trap: string): string | undefined {
  const from = text.indexOf(trap)
  if (from < 0) return `文字里没有“${trap}”`
  const hit = spans.some((span) => span.from < from + trap.length && from < span.to)
  return hit ? `“${trap}”本身就要标，不是陷阱` : undefined
}
