import { describe, expect, test } from 'vitest'
import { fitModel } from '../../desktop/domain/statistics/regression/fit-model.ts'
import { modelSchema } from '../../desktop/domain/statistics/regression/spec.ts'
import { dataOf, fixture, type Expected } from './models-support.ts'

const expected = JSON.parse(fixture('r/models/expected.json')) as Record<string, Expected>
const [rows, panel] = [fixture('r/models/rows.csv'), fixture('r/models/panel.csv')]

/** Relative to the larger of the number itself and, near 0, what a rounding of it is. */
function near(found: number | undefined, wanted: number, size = 1e-12): void {
  expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThanOrEqual(
    1e-8 * Math.max(Math.abs(wanted), size),
  )
}

describe('models agree with R to 1e-8', () => {
  test.each(Object.entries(expected))('%s', (_, wanted) => {
    const data = dataOf(wanted.model === 'did' ? panel : rows, wanted.without)
    const fitted = fitModel(modelSchema.parse({ ...wanted.spec, test: wanted.model }), data)
    expect(fitted.coefficients.map(({ term }) => term)).toEqual(wanted.term)
    for (const [at, found] of fitted.coefficients.entries()) {
      near(found.estimate, wanted.estimate[at]!)
      near(found.se, wanted.se[at]!)
      near(found.p, wanted.p[at]!, 1e-6)
    }
    const more: Record<string, unknown> = { ...fitted }
    for (const name of [
      'rSquared',
      'adjusted',
      'residualSd',
      'durbinWatson',
      'deviance',
      'nullDeviance',
      'aic',
      'logLikelihood',
      'dispersion',
    ]) {
      if (name in wanted.more) near(more[name] as number, wanted.more[name] as number)
    }
    if (fitted.test === 'ols' && 'cook' in wanted.more) {
      near(fitted.f?.statistic, wanted.more['f'] as number)
      near(fitted.f?.p, wanted.more['fP'] as number)
      near(fitted.leverage.value, wanted.more['leverage'] as number)
      near(fitted.cook.value, wanted.more['cook'] as number)
      expect(fitted.cook.row).toBe(wanted.more['cookRow'])
      near(fitted.breuschPagan?.statistic, wanted.more['breuschPagan'] as number)
      near(fitted.breuschPagan?.p, wanted.more['breuschPaganP'] as number, 1e-6)
      for (const [at, { value }] of fitted.vif.entries())
        near(value, (wanted.more['vif'] as number[])[at]!)
    }
    if (fitted.test === 'did') {
      const events = fitted.events.filter(({ since }) => since !== -1)
      const order = new Map(wanted.since!.map((since, at) => [since, at]))
      for (const { since, estimate, se } of events) {
        near(estimate, wanted.events![order.get(since)!]!)
        near(se, wanted.eventSe![order.get(since)!]!)
      }
      expect(events).toHaveLength(wanted.events!.length)
      near(fitted.preTrends?.statistic, wanted.pre!)
      near(fitted.preTrends?.p, wanted.preP!, 1e-6)
    }
  })
})
