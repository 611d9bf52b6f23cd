import type { InputType } from '../../../../domain/notebook/input.ts'
import type { Settings } from '../../../../domain/notebook/settings.ts'
import { readSource, writeSource } from '../../../../domain/notebook/source.ts'
import { columnField, columnsField, optional, tableField } from '../settings/common-fields.ts'
import {
  numberAt,
  optionsOf,
  setIn,
  textAt,
  written,
  type Field,
  type Ground,
} from '../settings/field.ts'
import { t as common } from '../settings/messages.ts'
import { beginningOf, inputTypes } from './beginning.ts'
import { t } from './messages.ts'
import { optionLines } from './option-lines.ts'

/** The form of an input. */
export function inputFields(settings: Settings, ground: Ground): Field[] {
  const type = written(settings['type']) as InputType
  return [
    typeField(ground),
    { kind: 'text', label: t.label, ...textAt('label') },
    ...fieldsOf(type, settings, ground),
  ]
}

/** Another kind begins anew but for its label. */
const typeField = (ground: Ground): Field => ({
  kind: 'choice',
  label: t.type,
  options: inputTypes.map((value) => ({ value, label: t.types[value] })),
  get: (settings) => written(settings['type']),
  set: (settings, type) => ({
    ...beginningOf(type as InputType, ground),
    ...(settings['label'] === undefined ? {} : { label: settings['label'] }),
  }),
})

function fieldsOf(type: InputType, settings: Settings, ground: Ground): Field[] {
  switch (type) {
    case 'slider':
      return [
        { kind: 'number', label: t.min, ...numberAt('min') },
        { kind: 'number', label: t.max, ...numberAt('max') },
        { kind: 'number', label: t.step, ...numberAt('step') },
        { kind: 'number', label: t.first, ...numberAt('value') },
      ]
    case 'select':
    case 'multiselect':
      return choiceFields(settings, ground)
    case 'text':
      return [{ kind: 'text', label: t.first, ...textAt('value') }]
    case 'date':
      return [{ kind: 'date', label: t.first, ...textAt('value') }, ...boundFields()]
    case 'daterange':
      return [
        { kind: 'date', label: t.firstDay, ...textAt('value', 0) },
        { kind: 'date', label: t.last, ...textAt('value', 1) },
        ...boundFields(),
        lastDayField(settings, ground),
      ]
    case 'table':
      return tableFields(settings, ground)
    default:
      return []
  }
}

const boundFields = (): Field[] => [
  { kind: 'date', label: t.earliest, ...textAt('min') },
  { kind: 'date', label: t.latest, ...textAt('max') },
]

function choiceFields(settings: Settings, ground: Ground): Field[] {
  const fromTable = settings['from'] !== undefined
  const begin = (type: unknown, source: string) => beginningOf(type as InputType, ground, source)
  return [
    {
      kind: 'choice',
      label: t.source,
      options: (['options', 'from'] as const).map((value) => ({
        value,
        label: t.sources[value],
      })),
      get: () => (fromTable ? 'from' : 'options'),
      set: (from, source) => ({ ...begin(from['type'], source), label: from['label'] }),
    },
    ...(fromTable
      ? sourceFields(settings, ground)
      : [{ kind: 'lines' as const, label: t.options, ...optionLines }]),
  ]
}

/** A table and its column, together `table.column`. */
function sourceFields(settings: Settings, ground: Ground): Field[] {
  const read = (from: Settings) => readSource(written(from['from'])) ?? { table: '', column: '' }
  const { table, column } = read(settings)
  const set = (from: Settings, next: { table: string; column: string }) =>
    setIn(setIn(from, ['from'], writeSource(next)), ['value'], undefined)
  return [
    {
      kind: 'choice',
      label: t.table,
      options: optionsOf(ground.tables, table, common.notThere),
      get: (from) => read(from).table,
      set: (from, next) => set(from, { table: next, column: ground.columns(next)[0] ?? 'x' }),
    },
    {
      kind: 'choice',
      label: t.column,
      options: optionsOf(ground.columns(table), column, common.notThere),
      columnsOf: table,
      get: (from) => read(from).column,
      set: (from, next) => set(from, { table: read(from).table, column: next }),
    },
  ]
}

/** A column of any table whose last day is the data's. */
function lastDayField(settings: Settings, ground: Ground): Field {
  const names = ground.tables.flatMap((table) =>
    ground.columns(table).map((column) => writeSource({ table, column })),
  )
  const field = tableField(names, settings, t.lastDayColumn)
  return optional(field)
}

function tableFields(settings: Settings, ground: Ground): Field[] {
  const from = written(settings['from'])
  return [
    tableField(ground.cells, settings, t.table),
    columnField(ground.columns(from), settings, t.key, ['key']),
    columnsField(ground, from, t.columns, ['columns'], settings),
  ]
}
