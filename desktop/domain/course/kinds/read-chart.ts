import * as z from 'zod'
import { figurePlaces, type ReadChartExercise } from '../figure/exercise.ts'
import { figureSchema } from '../figure/figure.ts'
import { judgeFigure } from '../figure/judge.ts'
import { tellFigure } from '../figure/tell.ts'
import { commonView, commonViewFields, verdictOf, type ValueVerdict } from './common.ts'
import { valueKind, type WrongAnswer } from './value-kind.ts'

/** Pointing at what misleads in a figure. */

const placeSchema = z.enum(figurePlaces)
type FigurePlace = z.infer<typeof placeSchema>

export const readChartAnswerSchema = z.object({
  kind: z.literal('read-chart'),
  picked: z.array(placeSchema).max(figurePlaces.length),
  /** The claim that nothing misleads. */
  honest: z.boolean(),
})
type ReadChartAnswer = z.infer<typeof readChartAnswerSchema>

export const readChartViewSchema = z.object({
  ...commonViewFields,
  kind: z.literal('read-chart'),
  given: readChartAnswerSchema.nullable(),
  figure: figureSchema,
  /** The places that can be pointed at. */
  places: z.array(placeSchema),
})
type ReadChartView = z.infer<typeof readChartViewSchema>

export const readChartKind = valueKind<ReadChartExercise, ReadChartView, ReadChartAnswer>(
  'read-chart',
  '[y-axis, source]，没有误导就写 []',
  {
    view: (exercise, given) => ({
      ...commonView(exercise),
      kind: 'read-chart',
      given,
      figure: exercise.figure,
      places: figurePlaces.filter((place) => exercise.parts.some(({ at }) => at === place)),
    }),
    blank: () => ({ kind: 'read-chart', picked: [], honest: false }),
    fits: ({ places }, { picked }) => picked.every((place) => places.includes(place)),
    complete: (_, { picked, honest }) => picked.length > 0 || honest,
    check,
    right: (exercise) => pickedAnswer(misleading(exercise)),
    begun: (exercise) => {
      const right = misleading(exercise)
      return { ...pickedAnswer(right.slice(0, Math.floor(right.length / 2))), honest: false }
    },
    wrong,
    written: (_, value) => {
      const picked = z.array(placeSchema).safeParse(Array.isArray(value) ? value : [value])
      return picked.success ? pickedAnswer(picked.data) : undefined
    },
  },
)

const pickedAnswer = (picked: FigurePlace[]): ReadChartAnswer => ({
  kind: 'read-chart',
  picked,
  honest: picked.length === 0,
})

const misleading = ({ parts }: ReadChartExercise): FigurePlace[] =>
  parts.filter((part) => part.misleading).map(({ at }) => at)

function check(exercise: ReadChartExercise, { picked, honest }: ReadChartAnswer): ValueVerdict {
  if (picked.length === 0 && !honest) return verdictOf('values', '还没有点。点好再检查。')
  const judgement = judgeFigure(exercise, picked)
  const { message, notes } = tellFigure(exercise, judgement)
  return verdictOf(judgement.correct ? 'ok' : 'values', message, {
    notes,
    marks: judgement.findings.map(({ at, outcome, say }) => ({
      at,
      right: outcome === 'found' || outcome === 'fine',
      say,
      outcome,
    })),
  })
}

/** One place more, one place less, and the claim that nothing misleads. */
function wrong(exercise: ReadChartExercise): WrongAnswer<ReadChartAnswer>[] {
  const right = misleading(exercise)
  const more = exercise.parts.flatMap((part) =>
    part.misleading ? [] : [{ answer: pickedAnswer([...right, part.at]), say: part.because }],
  )
  const less = right.map((at) => ({ answer: pickedAnswer(right.filter((each) => each !== at)) }))
  return [...more, ...less]
}
