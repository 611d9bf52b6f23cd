import type { Settings } from '../../../../domain/notebook/settings.ts'
import type { StatTest } from '../../../../domain/notebook/stat/stat.ts'
import { columnField, columnsField, optional, tableField } from '../settings/common-fields.ts'
import {
  getIn,
  numberAt,
  setIn,
  textAt,
  written,
  type Field,
  type Ground,
} from '../settings/field.ts'
import { t } from './messages.ts'
import type { OwnKey } from './stat-keys.ts'

interface Form {
  readonly test: StatTest
  readonly settings: Settings
  readonly known: readonly string[]
  readonly ground: Ground
}

/** The fields of one setting. */
export function fieldsOf(key: OwnKey, form: Form): Field[] {
  const { settings, known } = form
  switch (key) {
    case 'columns':
      if (form.test === 'describe') return [manyColumns(form, t.described, 'columns')]
      return [
        columnField(known, settings, t.first, ['columns', 0]),
        columnField(known, settings, t.second, ['columns', 1]),
      ]
    case 'equals':
      return equalsFields(form)
    case 'groups':
      return [groupField(t.group1, 0), { ...groupField(t.group2, 1), hint: t.groupHint }]
    case 'within':
      return [manyColumns(form, t.within, 'within', t.withinHint)]
    case 'standard':
      return standardFields(form)
    case 'estimate':
      return [choiceField(t.estimate, 'estimate', t.estimates, 'mean')]
    case 'chart':
      return [choiceField(t.chart, 'chart', t.charts, 'xmr')]
    case 'method':
      return [choiceField(t.method, 'method', t.methods, 'pearson')]
    case 'exact':
      return [choiceField(t.exact, 'exact', t.exacts, 'auto')]
    case 'pairs':
      return [choiceField(t.pairs, 'pairs', t.pairings, 'auto')]
    case 'multiply':
      return [multiplyField()]
    case 'period':
      return [{ kind: 'number', label: t.period, hint: t.periodHint, ...numberAt('period') }]
    case 'per':
      return [{ kind: 'number', label: t.per, hint: t.perHint, ...numberAt('per') }]
    case 'unit':
      return [{ kind: 'text', label: t.unit, ...textAt('unit') }]
    default:
      return [namedColumn(key, form)]
  }
}

function manyColumns({ ground, settings }: Form, label: string, key: OwnKey, hint?: string): Field {
  return columnsField(ground, written(settings['from']), label, [key], settings, hint)
}

const maybe: readonly OwnKey[] = ['strata', 'cluster', 'version', 'size']

/** A column by itself; some may be left open. */
function namedColumn(key: Exclude<OwnKey, Special>, { test, settings, known }: Form): Field {
  const label = key === 'column' ? columnLabel(test) : t.named[key]
  const field = columnField(known, settings, label, [key])
  const hints: Readonly<Record<string, string>> = t.hints
  const hint = hints[key]
  const told = hint === undefined ? field : { ...field, hint }
  const open = maybe.includes(key) || (test === 'describe' && key === 'group')
  return open ? optional(told) : told
}

/** Settings that are more than a column. */
type Special =
  | 'columns'
  | 'equals'
  | 'groups'
  | 'within'
  | 'standard'
  | 'estimate'
  | 'chart'
  | 'method'
  | 'pairs'
  | 'exact'
  | 'multiply'
  | 'period'
  | 'per'
  | 'unit'

const columnLabel = (test: StatTest) => (test === 'control' ? t.charted : t.column)

/** `是` and `true` of a column of yes and no are left to the engine; anything else is compared as text. */
function equalsFields({ test, settings }: Form): Field[] {
  if (test === 'survey' && settings['estimate'] !== 'share') return []
  return [{ kind: 'text', label: t.equals, hint: t.equalsHint, ...textAt('equals') }]
}

function standardFields({ settings, ground }: Form): Field[] {
  const columnsOf = written(getIn(settings, ['standard', 'table']))
  const columns = ground.columns(columnsOf)
  return [
    {
      ...tableField(ground.tables, settings, t.standard, ['standard', 'table']),
      hint: t.standardHint,
    },
    { ...columnField(columns, settings, t.standardStratum, ['standard', 'stratum']), columnsOf },
    { ...columnField(columns, settings, t.standardWeight, ['standard', 'weight']), columnsOf },
  ]
}

function choiceField(
  label: string,
  key: string,
  texts: Readonly<Record<string, string>>,
  usual: string,
): Field {
  return {
    kind: 'choice',
    label,
    options: Object.entries(texts).map(([value, text]) => ({ value, label: text })),
    get: (settings) => written(settings[key]) || usual,
    set: (settings, value) => setIn(settings, [key], value),
  }
}

function multiplyField(): Field {
  return {
    kind: 'choice',
    label: t.multiply,
    options: [
      { value: 'false', label: t.adds },
      { value: 'true', label: t.multiplies },
    ],
    get: (settings) => written(settings['multiply']) || 'false',
    set: (settings, value) => setIn(settings, ['multiply'], value === 'true'),
  }
}

/** Both groups are named or neither is. */
function groupField(label: string, index: number): Field {
  return {
    kind: 'text',
    label,
    get: (settings) => written(getIn(settings, ['groups', index])),
    set: (settings, text) => {
      const groups = [0, 1].map((at) =>
        at === index ? text.trim() : written(getIn(settings, ['groups', at])),
      )
      return setIn(settings, ['groups'], groups.every((group) => group === '') ? undefined : groups)
    },
  }
}
