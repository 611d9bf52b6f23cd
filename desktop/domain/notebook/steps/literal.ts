import { isObject, type Json, type JsonObject, textOf } from './tree.ts'

/** A constant of the tree: a number as digits, a text, or NULL. */
export type Literal =
  | { readonly kind: 'null' }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'day'; readonly text: string }

const decimalScale = (type: JsonObject): number => {
  const info = type['type_info']
  return isObject(info) && typeof info['scale'] === 'number' ? info['scale'] : 0
}

/** Digits with a decimal point: 150 at scale 2 is `1.50`. */
function scaled(digits: string, scale: number): string {
  if (scale === 0) return digits
  const sign = digits.startsWith('-') ? '-' : ''
  const padded = digits.slice(sign.length).padStart(scale + 1, '0')
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`
}

/** The value of a constant; `undefined` where JSON has lost it (numbers beyond 2^53) or it is another. */
export function literalOf(node: JsonObject): Literal | undefined {
  if (node['class'] === 'CAST') return typedLiteral(node)
  if (node['class'] !== 'CONSTANT') return undefined
  return valueLiteral(node['value'])
}

/** A value as the tree keeps it, as in the list of a PIVOT. */
export function valueLiteral(value: Json | undefined): Literal | undefined {
  if (!isObject(value)) return undefined
  const { is_null: isNull, type, value: held } = value
  if (isNull === true) return { kind: 'null' }
  if (typeof held === 'string') return { kind: 'text', text: held }
  if (typeof held === 'boolean') return { kind: 'truth', value: held }
  if (typeof held !== 'number' || !isObject(type)) return undefined
  if (Number.isInteger(held) && !Number.isSafeInteger(held)) return undefined
  return { kind: 'number', text: scaled(String(held), decimalScale(type)) }
}

/** `DATE '2024-01-01'` and `true` are casts of texts. */
function typedLiteral(node: JsonObject): Literal | undefined {
  const { child, cast_type: type } = node
  if (!isObject(child) || !isObject(type) || child['class'] !== 'CONSTANT') return undefined
  const inner = valueLiteral(child['value'])
  if (inner?.kind !== 'text') return undefined
  const to = textOf(type, 'id')
  if (to === 'DATE' || to.startsWith('TIMESTAMP') || to === 'TIME') {
    return { kind: 'day', text: inner.text }
  }
  if (to !== 'BOOLEAN') return undefined
  if (inner.text === 't' || inner.text === 'f') return { kind: 'truth', value: inner.text === 't' }
  return undefined
}
