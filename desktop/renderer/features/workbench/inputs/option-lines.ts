import type { Settings } from '../../../../domain/notebook/settings.ts'
import { setIn, valuesOfLines, written } from '../settings/field.ts'

interface Labelled {
  readonly value: unknown
  readonly label: unknown
}

const isLabelled = (option: unknown): option is Labelled =>
  typeof option === 'object' && option !== null && 'value' in option && 'label' in option

/** An input's options as lines, `value = name` where they are shown by another name. */
export const optionLines = {
  get(settings: Settings): string {
    const options = settings['options']
    if (!Array.isArray(options)) return ''
    return options
      .map((option: unknown) =>
        isLabelled(option)
          ? `${written(option.value)} = ${written(option.label)}`
          : written(option),
      )
      .join('\n')
  },
  set(settings: Settings, text: string): Settings {
    const lines = text.split('\n').map((line) => /^(.*?)(?:\s+=\s+(.*))?$/.exec(line.trim()) ?? [])
    const kept = lines.filter(([, value = '']) => value !== '')
    const values = valuesOfLines(kept.map(([, value = '']) => value).join('\n'))
    const options = values.map((value, index) => {
      const label = kept[index]?.[2]
      return label === undefined || label === '' ? value : { value, label }
    })
    return setIn(settings, ['options'], options.length === 0 ? undefined : options)
  },
}
