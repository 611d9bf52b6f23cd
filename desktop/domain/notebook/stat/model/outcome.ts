import type { ModelData } from '../../../statistics/regression/data.ts'
import { ModelError } from '../../../statistics/regression/design.ts'
import { fitModel } from '../../../statistics/regression/fit-model.ts'
import type { Model } from '../../../statistics/regression/spec.ts'
import type { Outcome } from './table.ts'

/** Fits a model, or says why it cannot be fitted. */
export function outcomeOf(spec: Model, rows: ModelData): Outcome {
  try {
    return { ok: true, fitted: fitModel(spec, rows) }
  } catch (error) {
    if (error instanceof ModelError) return { ok: false, why: error.why }
    throw error
  }
}
