import type { InputType } from '../../../../domain/notebook/input.ts'
import type { Settings } from '../../../../domain/notebook/settings.ts'
import { writeSource } from '../../../../domain/notebook/source.ts'
import type { Ground } from '../settings/field.ts'

export const inputTypes = [
  'slider',
  'select',
  'multiselect',
  'date',
  'daterange',
  'text',
  'table',
] as const satisfies readonly InputType[]

/** An input of a kind before anything is chosen in it; `source` of its options, where it has some. */
export function beginningOf(
  type: InputType,
  { tables, cells, columns }: Ground,
  source = 'from',
): Settings {
  const year = new Date().getFullYear()
  switch (type) {
    case 'slider':
      return { type, min: 0, max: 100, step: 1, value: 50 }
    case 'select':
    case 'multiselect': {
      const [table] = tables
      const [column] = table === undefined ? [] : columns(table)
      if (source === 'options' || table === undefined || column === undefined) {
        return { type, options: ['A', 'B'] }
      }
      return { type, from: writeSource({ table, column }) }
    }
    case 'text':
      return { type, value: '' }
    case 'date':
      return { type, value: `${year}-01-01` }
    case 'daterange':
      return { type, value: [`${year}-01-01`, `${year}-12-31`] }
    case 'table': {
      const [from = 'table'] = cells
      return { type, from, key: columns(from)[0] ?? 'key' }
    }
  }
}
