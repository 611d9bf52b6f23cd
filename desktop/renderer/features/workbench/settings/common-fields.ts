import type { Settings } from '../../../../domain/notebook/settings.ts'
import { optionsOf, setIn, textAt, written, type Field, type Ground } from './field.ts'
import { t } from './messages.ts'

type Path = readonly (string | number)[]
type Choice = Extract<Field, { kind: 'choice' }>

/** A choice among tables; what belonged to the old one's columns stays, marked where it is not there. */
export function tableField(
  names: readonly string[],
  settings: Settings,
  label: string,
  path: Path = ['from'],
): Choice {
  const place = textAt(...path)
  return {
    kind: 'choice',
    label,
    options: optionsOf(names, place.get(settings), t.notThere),
    ...place,
  }
}

export function columnField(
  columns: readonly string[],
  settings: Settings,
  label: string,
  path: Path = ['column'],
): Choice {
  return { ...tableField(columns, settings, label, path), columnsOf: '' }
}

/** A choice that may be left open. */
export function optional(field: Choice, none = t.none): Choice {
  const nothing = '\u0000'
  return {
    ...field,
    options: [{ value: nothing, label: none }, ...field.options],
    get: (settings) => {
      const value = field.get(settings)
      return value === '' ? nothing : value
    },
    set: (settings: Settings, value: string) => field.set(settings, value === nothing ? '' : value),
  }
}

/** Several columns of a table, in the order in which they are ticked. */
export function columnsField(
  { columns }: Pick<Ground, 'columns'>,
  table: string,
  label: string,
  path: Path,
  settings: Settings,
  hint?: string,
): Field {
  const known = columns(table)
  const get = (from: Settings): string[] => {
    let found: unknown = from
    for (const part of path) found = (found as Record<string | number, unknown> | undefined)?.[part]
    return Array.isArray(found) ? found.map(written) : []
  }
  const gone = get(settings).filter((name) => !known.includes(name))
  return {
    kind: 'many',
    label,
    columnsOf: '',
    ...(hint === undefined ? {} : { hint }),
    options: [
      ...known.map((name) => ({ value: name, label: name })),
      ...gone.map((name) => ({ value: name, label: `${name}（${t.notThere}）` })),
    ],
    get,
    set: (from, values) => setIn(from, path, values.length === 0 ? undefined : [...values]),
  }
}
