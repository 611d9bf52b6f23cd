import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import type { ModelData } from '../../desktop/domain/statistics/regression/data.ts'
import { fitModel } from '../../desktop/domain/statistics/regression/fit-model.ts'
import { modelSchema } from '../../desktop/domain/statistics/regression/spec.ts'
import { dataOf, type Expected } from '../unit/models-support.ts'
import { digits, nistSets } from './nist.ts'

interface StatFigure {
  readonly name: string
  /** The fewest digits that agree, of coefficients, standard errors and (NIST) residual sd and R². */
  readonly digits?: number
  readonly against?: string
  readonly ms?: number
}

const fixtures = fileURLToPath(new URL('../fixtures/r/models', import.meta.url))

/** Digits of NIST's sets, agreement with R model by model, and the time of a fit of five terms. */
export function benchStat(rows: number): StatFigure[] {
  const nist = nistSets().map(({ name, digits: found }) => {
    return { name: `NIST ${name}`, digits: found, against: 'NIST' }
  })
  return [...nist, ...agreements(), speed(rows)]
}

function agreements(): StatFigure[] {
  const folder = mkdtempSync(join(tmpdir(), 'zhizhi-r-'))
  try {
    cpSync(fixtures, folder, { recursive: true })
    // where R is there its answer of today counts, else the one that was kept
    const ran = spawnSync('Rscript', ['models.R'], {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
    const against = ran.status === 0 ? 'R, now' : 'R, kept'
    const read = (name: string) => readFileSync(join(folder, name), 'utf8')
    const expected = JSON.parse(read('expected.json')) as Record<string, Expected>
    return Object.entries(expected).map(([name, wanted]) => {
      const data = dataOf(read(wanted.model === 'did' ? 'panel.csv' : 'rows.csv'), wanted.without)
      const { coefficients } = fitModel(
        modelSchema.parse({ ...wanted.spec, test: wanted.model }),
        data,
      )
      const found = coefficients.flatMap(({ estimate, se }, at) => [
        digits(estimate, wanted.estimate[at] ?? Number.NaN),
        digits(se, wanted.se[at] ?? Number.NaN),
      ])
      return { name, digits: Math.min(...found), against }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function speed(rows: number): StatFigure {
  const data = madeUp(rows)
  const spec = modelSchema.parse({ test: 'ols', formula: 'y ~ x1 + x2 + x3 + x4 + x5' })
  const begun = performance.now()
  fitModel(spec, data)
  return { name: `OLS, ${rows} rows × 5 terms`, ms: performance.now() - begun }
}

/** The same numbers in every run. */
function madeUp(rows: number): ModelData {
  let state = 1
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return state / 2 ** 32
  }
  const columns = ['y', 'x1', 'x2', 'x3', 'x4', 'x5'].map((name) => {
    return [name, { kind: 'numbers', values: new Float64Array(rows).map(next) }] as const
  })
  return { rows, columns: new Map(columns) }
}
