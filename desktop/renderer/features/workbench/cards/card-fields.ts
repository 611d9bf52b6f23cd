import type { Settings } from '../../../../domain/notebook/settings.ts'
import { columnField, optional, tableField } from '../settings/common-fields.ts'
import { getIn, setIn, textAt, written, type Field, type Ground } from '../settings/field.ts'
import { t } from './messages.ts'

const formats = { plain: '', whole: '.0', one: '.1', two: '.2', percent: '%', wan: '万', yi: '亿' }

/** The form of a value card. */
export function cardFields(settings: Settings, { cells, columns }: Ground): Field[] {
  const from = written(settings['from'])
  const known = columns(from)
  return [
    { kind: 'text', label: t.label, hint: t.labelHint, ...textAt('label') },
    tableField(cells, settings, t.from),
    columnField(known, settings, t.column),
    formatField(),
    { kind: 'text', label: t.unit, ...textAt('unit') },
    compareField(known, settings),
    ...(getIn(settings, ['compare', 'column']) === undefined ? [] : compareFields()),
    { kind: 'text', label: t.note, hint: t.noteHint, ...textAt('note') },
    widthField(),
  ]
}

/** A format that the list has not is kept and shown as it is. */
function formatField(): Field {
  const options = (Object.keys(formats) as (keyof typeof formats)[]).map((key) => ({
    value: key,
    label: t.formats[key],
  }))
  return {
    kind: 'choice',
    label: t.format,
    options,
    get: (settings) => {
      const format = written(settings['format'])
      return Object.entries(formats).find(([, one]) => one === format)?.[0] ?? format
    },
    set: (settings, key) => {
      const format = Object.hasOwn(formats, key) ? formats[key as keyof typeof formats] : key
      return setIn(settings, ['format'], format === '' ? undefined : format)
    },
  }
}

function compareField(columns: readonly string[], settings: Settings): Field {
  const field = columnField(columns, settings, t.compare, ['compare', 'column'])
  return optional({
    ...field,
    set: (from, column) =>
      column === ''
        ? setIn(from, ['compare'], undefined)
        : setIn(from, ['compare'], { label: column, ...compareOf(from), column }),
  })
}

function compareOf(settings: Settings): Record<string, unknown> {
  const found = settings['compare']
  return typeof found === 'object' && found !== null ? { ...found } : {}
}

const compareFields = (): Field[] => [
  { kind: 'text', label: t.compareLabel, hint: t.compareHint, ...textAt('compare', 'label') },
  {
    kind: 'choice',
    label: t.better_,
    options: (['none', 'up', 'down'] as const).map((value) => ({
      value,
      label: t.directions[value],
    })),
    get: (settings) => written(getIn(settings, ['compare', 'better'])) || 'none',
    set: (settings, value) => setIn(settings, ['compare', 'better'], value),
  },
]

function widthField(): Field {
  return {
    kind: 'choice',
    label: t.width,
    options: (['third', 'half', 'full'] as const).map((value) => ({
      value,
      label: t.widths[value],
    })),
    get: (settings) => written(settings['width']) || 'third',
    set: (settings, value) => setIn(settings, ['width'], value),
  }
}
