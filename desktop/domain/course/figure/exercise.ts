import * as z from 'zod'
import { commonFields, words } from '../kinds/common.ts'
import { figureSchema, type Figure } from './figure.ts'

/** The places of a figure that can be pointed at, in reading order. */
export const figurePlaces = [
  'title',
  'legend',
  'y-axis',
  'marks',
  'x-axis',
  'note',
  'source',
] as const
export type FigurePlace = (typeof figurePlaces)[number]

const partSchema = z.strictObject({
  at: z.enum(figurePlaces),
  misleading: z.boolean().default(false),
  /** Why it misleads, or why it does not; told to whoever picks it. */
  because: words,
})

/** Pointing at what misleads in a figure: one place, several, or none. */
export const readChartSchema = z
  .strictObject({
    ...commonFields,
    kind: z.literal('read-chart'),
    figure: figureSchema,
    parts: z.array(partSchema).min(2).max(figurePlaces.length),
    /** Said where nothing misleads; needed then. */
    honest: words.optional(),
  })
  .superRefine(({ figure, parts, honest }, context) => {
    const places = parts.map(({ at }) => at)
    const add = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message })
    }
    if (new Set(places).size < places.length) add('parts', '有一处写了两次')
    for (const at of places) {
      if (!hasPlace(figure, at)) add('parts', `这张图上没有 ${at}`)
    }
    const misleads = parts.some(({ misleading }) => misleading)
    if (misleads !== (honest === undefined)) {
      add('honest', '一处误导也没有的图才写 honest，也一定要写')
    }
  })
export type ReadChartExercise = z.infer<typeof readChartSchema>

function hasPlace(figure: Figure, at: FigurePlace): boolean {
  if (at === 'legend') return figure.series !== undefined
  if (at === 'note') return figure.note !== undefined
  if (at === 'x-axis') return figure.type !== 'pie'
  if (at === 'y-axis') return figure.type !== 'pie' && figure.size === undefined
  return true
}
