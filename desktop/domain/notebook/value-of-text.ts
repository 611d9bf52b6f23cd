import type { Input, Scalar, Value } from './input.ts'

/**
 * A value as typed on a command line, in the type that the first value has. Lists are separated by
 * commas; an item with a comma stands in double quotes, as in CSV.
 */
export function valueOfText(text: string, like: Value, input?: Input): Value {
  if (!Array.isArray(like)) return scalarOfText(text, like)
  const options = input && 'options' in input ? input.options : undefined
  return itemsOf(text).map((item) => {
    const option = options?.find(({ value }) => String(value) === item)
    return option?.value ?? scalarOfText(item, like[0] ?? '')
  })
}

function scalarOfText(text: string, like: Scalar): Scalar {
  if (typeof like === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) {
    return Number(text)
  }
  if (typeof like === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}

function itemsOf(text: string): string[] {
  if (text.trim() === '') return []
  return Array.from(
    text.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?=,|$)/g),
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain.trim(),
  )
}
