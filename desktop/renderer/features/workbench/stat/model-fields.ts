import {
  simpleFormula,
  writeFormula,
  type SimpleFormula,
} from '../../../../domain/statistics/regression/simple-formula.ts'
import type { StatTest } from '../../../../domain/notebook/stat/stat.ts'
import type { Settings } from '../../../../domain/notebook/settings.ts'
import { columnField, columnsField, optional } from '../settings/common-fields.ts'
import { setIn, textAt, written, type Field } from '../settings/field.ts'
import { t } from './messages.ts'

const models = ['ols', 'logit', 'poisson', 'did'] as const
type ModelTest = (typeof models)[number] & StatTest

export const isModelTest = (test: string): test is ModelTest => models.some((one) => one === test)

/** The fields of a model: columns are chosen, and the formula that they make is shown. */
export function modelFields(
  test: ModelTest,
  columns: readonly string[],
  settings: Settings,
): Field[] {
  if (test === 'did') return didFields(columns, settings)
  return [
    ...formulaFields(columns, settings),
    errorsField(),
    ...(settings['se'] === 'cluster'
      ? [columnField(columns, settings, t.cluster, ['cluster'])]
      : []),
    maybe(columns, settings, t.weights, 'weights'),
    ...(test === 'poisson' ? [maybe(columns, settings, t.exposure, 'exposure')] : []),
  ]
}

/** A choice of a column that may be left open. */
function maybe(columns: readonly string[], settings: Settings, label: string, key: string): Field {
  return optional(columnField(columns, settings, label, [key]))
}

const column = (columns: readonly string[], settings: Settings, label: string, key: string) =>
  columnField(columns, settings, label, [key])

function formulaFields(columns: readonly string[], settings: Settings): Field[] {
  const text = written(settings['formula'])
  const simple = simpleFormula(text)
  // what a form cannot show is changed as it is written
  if (!simple) return [{ kind: 'text', label: t.formula, ...textAt('formula') }]
  const change = (from: Settings, part: Partial<SimpleFormula>): Settings => {
    const now = simpleFormula(written(from['formula'])) ?? simple
    return setIn(from, ['formula'], writeFormula({ ...now, ...part }))
  }
  const known = [...new Set([...columns, simple.response, ...simple.terms])]
  const options = known.map((name) => ({ value: name, label: name }))
  const others = options.filter(({ value }) => value !== simple.response)
  return [
    {
      kind: 'choice',
      label: t.response,
      columnsOf: '',
      options,
      get: () => simple.response,
      set: (from, response) =>
        change(from, { response, terms: simple.terms.filter((term) => term !== response) }),
    },
    {
      kind: 'many',
      label: t.terms,
      columnsOf: '',
      hint: t.formulaIs(text),
      options: others,
      get: () => simple.terms,
      set: (from, terms) => change(from, { terms }),
    },
    {
      kind: 'many',
      label: t.asCategory,
      columnsOf: '',
      hint: t.asCategoryHint,
      options: others.filter(({ value }) => simple.terms.includes(value)),
      get: () => simple.categories,
      set: (from, categories) => change(from, { categories }),
    },
  ]
}

function errorsField(): Field {
  const kinds = ['classic', 'hc1', 'hc3', 'cluster'] as const
  return {
    kind: 'choice',
    label: t.errors,
    options: kinds.map((value) => ({ value, label: t.errorKinds[value] })),
    get: (settings) => written(settings['se']) || 'classic',
    set: (settings, value) => {
      const other = value === 'cluster' ? settings : setIn(settings, ['cluster'], undefined)
      return setIn(other, ['se'], value)
    },
  }
}

function didFields(columns: readonly string[], settings: Settings): Field[] {
  return [
    column(columns, settings, t.response, 'outcome'),
    column(columns, settings, t.unitColumn, 'unit'),
    column(columns, settings, t.timeColumn, 'time'),
    column(columns, settings, t.treatedColumn, 'treated'),
    { kind: 'text', label: t.start, hint: t.startHint, ...textAt('start') },
    maybe(columns, settings, t.startColumn, 'start_column'),
    columnsField({ columns: () => columns }, '', t.controls, ['controls'], settings),
    maybe(columns, settings, t.cluster, 'cluster'),
  ]
}

/** What another model keeps of the one before, and what it begins with. */
export function modelBeginning(
  settings: Settings,
  test: ModelTest,
  [first = '', second = first, third = first, fourth = first]: readonly string[],
): Settings {
  if (test === 'did') {
    return { outcome: first, unit: second, time: third, treated: fourth, start: '1' }
  }
  const before = written(settings['formula'])
  const formula = writeFormula({ response: first, terms: [second], categories: [] })
  const se = written(settings['se'])
  return {
    formula: before === '' ? formula : before,
    ...(se === '' || se === 'cluster' ? {} : { se }),
  }
}
