import type { Settings } from '../../../../domain/notebook/settings.ts'
import { columnField, columnsField, tableField } from '../settings/common-fields.ts'
import {
  getIn,
  linesAt,
  numberAt,
  setIn,
  textAt,
  written,
  type Field,
  type Ground,
} from '../settings/field.ts'
import { t } from './messages.ts'

const kinds = [
  'unique',
  'not-empty',
  'in',
  'between',
  'matches-table',
  'rows',
  'sum-equals',
] as const
type Kind = (typeof kinds)[number]

/** The form of a check. */
export function checkFields(settings: Settings, ground: Ground): Field[] {
  const known = ground.columns(written(settings['from']))
  const kind = kindOf(settings)
  return [
    { kind: 'text', label: t.label, hint: t.labelHint, ...textAt('label') },
    tableField(ground.tables, settings, t.from),
    {
      kind: 'choice',
      label: t.assert,
      options: kinds.map((value) => ({ value, label: t.asserts[value] })),
      get: kindOf,
      set: (from, value) => setIn(from, ['assert'], beginning(value as Kind, known, ground)),
    },
    ...fieldsOf(kind, settings, ground),
    ...(kind === 'rows' || kind === 'sum-equals' ? [] : [allowField()]),
  ]
}

function kindOf(settings: Settings): Kind {
  const found = kinds.find((one) => getIn(settings, ['assert', one]) !== undefined)
  return found ?? 'not-empty'
}

/** A kind of check before anything is chosen in it. */
function beginning(kind: Kind, [column = '']: readonly string[], { tables }: Ground): Settings {
  const [table = ''] = tables
  switch (kind) {
    case 'unique':
    case 'not-empty':
      return { [kind]: [column] }
    case 'in':
      return { in: { column, values: [''] } }
    case 'between':
      return { between: { column, from: 0 } }
    case 'matches-table':
      return { 'matches-table': { column, table, key: column } }
    case 'rows':
      return { rows: { from: 1 } }
    case 'sum-equals':
      return { 'sum-equals': { column, table, of: column } }
  }
}

function fieldsOf(kind: Kind, settings: Settings, ground: Ground): Field[] {
  const from = written(settings['from'])
  const known = ground.columns(from)
  const at = (...path: string[]) => ['assert', kind, ...path]
  const column = () => columnField(known, settings, t.column, at('column'))
  switch (kind) {
    case 'unique':
      return [columnsField(ground, from, t.uniqueColumns, at(), settings, t.uniqueHint)]
    case 'not-empty':
      return [columnsField(ground, from, t.columns, at(), settings)]
    case 'in':
      return [column(), { kind: 'lines', label: t.values, ...linesAt(...at('values')) }]
    case 'between':
      return [column(), ...endFields(at)]
    case 'rows':
      return endFields(at)
    case 'matches-table':
      return [column(), ...otherFields(at, 'key', settings, ground)]
    case 'sum-equals':
      return [
        column(),
        ...otherFields(at, 'of', settings, ground),
        { kind: 'number', label: t.within, ...numberAt(...at('within')) },
      ]
  }
}

type At = (...path: string[]) => string[]

const endFields = (at: At): Field[] => [
  { kind: 'text', label: t.min, ...numberAt(...at('from')) },
  { kind: 'text', label: t.max, ...numberAt(...at('to')) },
]

function otherFields(at: At, key: string, settings: Settings, ground: Ground): Field[] {
  const table = written(getIn(settings, at('table')))
  return [
    tableField(ground.tables, settings, t.table, at('table')),
    columnField(ground.columns(table), settings, t.key, at(key)),
  ]
}

const allowField = (): Field => ({
  kind: 'text',
  label: t.allow,
  hint: t.allowHint,
  get: (settings) => written(settings['allow']) || '0',
  set: numberAt('allow').set,
})
