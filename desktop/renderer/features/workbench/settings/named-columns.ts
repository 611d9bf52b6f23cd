import { columnLabel, type WordsOf } from '../../../../domain/notebook/stat/column-words.ts'
import { zh } from '../../../app/i18n.svelte.ts'
import { written, type Field, type FieldOption, type Ground } from './field.ts'
import type { Settings } from '../../../../domain/notebook/settings.ts'

/** Shows columns by their titles and units, each with its own name beside it. */
export function nameColumns(
  fields: readonly Field[],
  settings: Settings,
  { words }: Ground,
): Field[] {
  const usual = words(written(settings['from']))
  return fields.map((field) => {
    if ((field.kind !== 'choice' && field.kind !== 'many') || field.columnsOf === undefined) {
      return field
    }
    const of = field.columnsOf === '' ? usual : words(field.columnsOf)
    return { ...field, options: field.options.map((option) => named(option, of)) }
  })
}

/** Only what shows the column's own name: one that is no longer there keeps its mark. */
function named(option: FieldOption, of: WordsOf): FieldOption {
  const found = of(option.value)
  if (!found || option.label !== option.value || found.title === option.value) return option
  return { ...option, label: zh(columnLabel(option.value, found)), detail: option.value }
}
