import * as z from 'zod'
import { channelSchema, colourChannelSchema, type Channel } from './channel.ts'
import { refusal } from './issue.ts'

/**
 * Many points as how many of them are in each small field: what a scatter of millions still shows
 * when it has turned into a blot. Fields are counted in DuckDB; a few hundred numbers travel.
 */

/** Fields along an axis unless said; finer ones are not told apart on a printed page. */
const STEPS = 40

/** A column is cut into fields; `{bin: column, steps: 60}` and `{month: column}` say how. */
const side = channelSchema.transform((channel, context): Channel => {
  if (channel.kind === 'column') return { kind: 'bin', column: channel.column, steps: STEPS }
  if (channel.kind === 'bin' || channel.kind === 'calendar') return channel
  context.addIssue({ code: 'custom', ...unfit, input: channel })
  return z.NEVER
})
const unfit = refusal(
  '疏密图的轴应是列名，或 {bin: 列, steps: 40}、{month: 列}',
  'an axis of a density must be a column, {bin: column, steps: 40} or {month: column}',
)

/** What the mark says, beside what every mark of a table may say. */
export const densityShape = {
  mark: z.literal('density'),
  x: side,
  y: side,
  fill: colourChannelSchema.default({ kind: 'count' }),
}
