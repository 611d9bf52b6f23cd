import type { ModelData } from './data.ts'
import { fitDid, type DidFit } from './did.ts'
import type { CountFit, LinearFit } from './fit.ts'
import { columnsOf } from './formula.ts'
import { fitGlm } from './glm.ts'
import { fitOls } from './ols.ts'
import { formulaOf } from './rows.ts'
import type { Model } from './spec.ts'

export type Fitted =
  | ({ readonly test: 'ols' } & LinearFit)
  | ({ readonly test: 'logit' | 'poisson' } & CountFit)
  | ({ readonly test: 'did' } & DidFit)

/** Fits a model to rows; throws `ModelError` with a sentence where it cannot be. */
export function fitModel(spec: Model, data: ModelData): Fitted {
  switch (spec.test) {
    case 'ols':
      return { test: 'ols', ...fitOls(spec, data) }
    case 'did':
      return { test: 'did', ...fitDid(spec, data) }
    default:
      return { test: spec.test, ...fitGlm(spec, data) }
  }
}

/** The columns that a model reads. */
export function columnsOfModel(spec: Model): string[] {
  if (spec.test === 'did') {
    const needed = [spec.outcome, spec.unit, spec.time, spec.treated, ...spec.controls]
    return unique([...needed, spec.cluster, spec.start_column])
  }
  const more = [spec.weights, spec.se === 'cluster' ? spec.cluster : undefined]
  if (spec.test === 'ols') more.push(spec.order)
  if (spec.test === 'poisson') more.push(spec.offset, spec.exposure)
  return unique([...columnsOf(formulaOf(spec)), ...more])
}

function unique(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.filter((name) => name !== undefined))]
}
