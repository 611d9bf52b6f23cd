import * as z from 'zod'
import { parameterSchema } from './table.ts'
import { bytes, procedure } from './wire/procedure.ts'

const leaving = z.object({
  session: z.string(),
  /** The notebook's text, as its cells were last run. */
  source: z.string().max(2_000_000),
  /** The name of the chart or map. */
  cell: z.string(),
  values: z.record(z.string(), parameterSchema).default({}),
  /** The datasets that it was made from. */
  datasets: z.array(z.string()).max(100),
})

/** Ways out of a chart. Over protected data it is drawn anew, of what may leave; `release_refused` where nothing may. */
export const chartExitProcedures = {
  /** With its title, source, date and what was held back on it; sizes in pixels. */
  'chart.picture': procedure({
    input: leaving,
    output: z.object({ name: z.string(), svg: z.string(), width: z.number(), height: z.number() }),
  }),
  /** The numbers that it shows. */
  'chart.data': procedure({
    input: leaving.extend({ format: z.enum(['csv', 'xlsx']) }),
    output: z.object({ name: z.string(), type: z.string(), bytes }),
  }),
} as const
