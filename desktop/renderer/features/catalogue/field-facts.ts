import { type Field, nullMeaning } from '../../../domain/catalogue/field.ts'
import { count } from '../../app/format.ts'
import { zh } from '../../app/i18n.svelte.ts'
import { t } from './data-messages.ts'

export interface FieldFact {
  readonly label: string
  readonly words: string
}

/** A field's entry in the data dictionary, beside its title and name; only what the descriptor says. */
export function fieldFacts(field: Field): FieldFact[] {
  const facts: readonly [string, string | undefined][] = [
    [t.dictionary.meaning, field.description && zh(field.description)],
    [t.dictionary.unit, field.unit && zh(field.unit)],
    [t.dictionary.values, categories(field)],
    [t.dictionary.rules, rules(field)],
    [t.dictionary.missing, missing(field)],
  ]
  return facts.flatMap(([label, words]) => (words ? [{ label, words }] : []))
}

function categories({ categories: list = [], categoriesOrdered }: Field): string | undefined {
  if (list.length === 0) return undefined
  const words = list.map((one) => {
    if (typeof one !== 'object') return zh(String(one))
    return one.label ? `${one.value} ${zh(one.label)}` : zh(String(one.value))
  })
  return words.join(t.dictionary.comma) + (categoriesOrdered ? t.dictionary.ordered : '')
}

function rules({ constraints = {}, type }: Field): string | undefined {
  const { required, unique, minimum, maximum, minLength, maxLength, pattern } = constraints
  const bound = (value: number | string) =>
    typeof value === 'number' && type !== 'year' ? count(value) : String(value)
  const words = [
    required && t.dictionary.required,
    unique && t.dictionary.unique,
    minimum !== undefined && t.dictionary.minimum(bound(minimum)),
    maximum !== undefined && t.dictionary.maximum(bound(maximum)),
    minLength !== undefined && t.dictionary.minLength(minLength),
    maxLength !== undefined && t.dictionary.maxLength(maxLength),
    pattern !== undefined && t.dictionary.pattern(pattern),
    constraints.enum && t.dictionary.oneOf(constraints.enum.map(String).join(t.dictionary.comma)),
  ].filter((word) => typeof word === 'string')
  return words.length > 0 ? words.join(t.dictionary.semicolon) : undefined
}

function missing(field: Field): string | undefined {
  const meaning = nullMeaning(field)
  if (meaning) return zh(meaning)
  return field.constraints?.required ? undefined : t.dictionary.missingUnsaid
}
