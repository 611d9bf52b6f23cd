import * as z from 'zod'
import { qualityReportSchema } from '../domain/catalogue/quality/report.ts'
import { procedure } from './wire/procedure.ts'

export const qualityProcedures = {
  /** Every row of the dataset's tables against what its descriptor declares. */
  'quality.report': procedure({
    input: z.object({ id: z.string() }),
    output: qualityReportSchema,
    progress: z.number(),
  }),
} as const
