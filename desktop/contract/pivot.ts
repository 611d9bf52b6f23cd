import * as z from 'zod'
import { parameterSchema } from './table.ts'
import { bytes, procedure } from './wire/procedure.ts'

const pivot = z.object({
  session: z.string(),
  /** The notebook's text, as its cells were last run. */
  source: z.string().max(2_000_000),
  cell: z.string(),
  values: z.record(z.string(), parameterSchema).default({}),
  /** The datasets that it was made from. */
  datasets: z.array(z.string()).max(100),
})

/** Ways out of a crosstab; `export_refused` where it is too large or was changed and not run since. */
export const pivotProcedures = {
  /** For the clipboard: tab-separated lines, and an HTML table with merged headings. */
  'pivot.copy': procedure({
    input: pivot,
    output: z.object({ text: z.string(), html: z.string() }),
  }),
  'pivot.workbook': procedure({
    input: pivot,
    output: z.object({ name: z.string(), type: z.string(), bytes }),
  }),
} as const
