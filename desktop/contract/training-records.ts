import * as z from 'zod'
import { procedure } from './wire/procedure.ts'

/** A training's records for research, and the report on its cohort. */
export const trainingRecordsProcedures = {
  /**
   * Makes the dataset of all trainings' records anew, and the notebook that reports on this one where
   * it is not there yet; one that is there stays as it was edited. `not_found` for an unknown training.
   */
  'training.records': procedure({
    input: z.object({ training: z.string() }),
    output: z.object({ notebook: z.string(), dataset: z.string(), rows: z.int() }),
  }),
} as const
