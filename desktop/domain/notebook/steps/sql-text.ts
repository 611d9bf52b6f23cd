import { literalOf } from './literal.ts'
import { isObject, type Json, type JsonObject, listOf, textOf, textsOf } from './tree.ts'

const comparisons: Readonly<Record<string, string>> = {
  COMPARE_EQUAL: '=',
  COMPARE_NOTEQUAL: '<>',
  COMPARE_LESSTHAN: '<',
  COMPARE_GREATERTHAN: '>',
  COMPARE_LESSTHANOREQUALTO: '<=',
  COMPARE_GREATERTHANOREQUALTO: '>=',
  COMPARE_DISTINCT_FROM: 'IS DISTINCT FROM',
  COMPARE_NOT_DISTINCT_FROM: 'IS NOT DISTINCT FROM',
}

const identifier = (text: string) =>
  /^[a-z_][a-z0-9_]*$/i.test(text) ? text : `"${text.replaceAll('"', '""')}"`

const join = (items: readonly Json[], between = ', ') => items.map(sqlText).join(between)

/**
 * A fragment as SQL, for readers: what no words were found for. Parts that even this does not know,
 * and subqueries, which have steps of their own, are an ellipsis.
 */
export function sqlText(node: Json | undefined): string {
  if (!isObject(node)) return '…'
  const written = writers[textOf(node, 'class')]
  return written ? written(node) : '…'
}

const writers: Readonly<Record<string, (node: JsonObject) => string>> = {
  COLUMN_REF: (node) => textsOf(node, 'column_names').map(identifier).join('.'),
  CONSTANT: constant,
  CAST: (node) => {
    const literal = literalOf(node)
    if (literal) return constant(node)
    const type = node['cast_type']
    const to = isObject(type) ? textOf(type, 'id') : '…'
    return `${node['try_cast'] === true ? 'TRY_CAST' : 'CAST'}(${sqlText(node['child'])} AS ${to})`
  },
  COMPARISON: (node) =>
    `${sqlText(node['left'])} ${comparisons[textOf(node, 'type')] ?? '…'} ${sqlText(node['right'])}`,
  CONJUNCTION: (node) =>
    `(${join(listOf(node, 'children'), node['type'] === 'CONJUNCTION_OR' ? ' OR ' : ' AND ')})`,
  BETWEEN: (node) =>
    `${sqlText(node['input'])} BETWEEN ${sqlText(node['lower'])} AND ${sqlText(node['upper'])}`,
  FUNCTION: call,
  WINDOW: (node) => `${call(node)} OVER (…)`,
  OPERATOR: operator,
  CASE: () => 'CASE … END',
  STAR: (node) =>
    node['columns'] === true
      ? `COLUMNS(${isObject(node['expr']) ? sqlText(node['expr']) : '*'})`
      : '*',
  SUBQUERY: () => '(SELECT …)',
  PARAMETER: (node) => `$${textOf(node, 'identifier')}`,
  LAMBDA: (node) => `${sqlText(node['lhs'])} -> ${sqlText(node['expr'])}`,
  COLLATE: (node) => `${sqlText(node['child'])} COLLATE ${textOf(node, 'collation')}`,
  POSITIONAL_REFERENCE: (node) => `#${typeof node['index'] === 'number' ? node['index'] : '…'}`,
  DEFAULT: () => 'DEFAULT',
}

function constant(node: JsonObject): string {
  const literal = literalOf(node)
  switch (literal?.kind) {
    case 'null':
      return 'NULL'
    case 'number':
      return literal.text
    case 'truth':
      return String(literal.value)
    case 'text':
    case 'day':
      return `'${literal.text.replaceAll("'", "''")}'`
    case undefined:
      return '…'
  }
}

function call(node: JsonObject): string {
  const of = textOf(node, 'function_name')
  const given = listOf(node, 'children')
  if (node['is_operator'] === true && given.length === 2) return join(given, ` ${of} `)
  if (node['is_operator'] === true && given.length === 1) return `${of}${join(given)}`
  const distinct = node['distinct'] === true ? 'DISTINCT ' : ''
  return `${of}(${distinct}${join(given)})`
}

function operator(node: JsonObject): string {
  const type = textOf(node, 'type')
  const given = listOf(node, 'children')
  const [first, ...rest] = given
  if (type === 'ARRAY_EXTRACT') return `${sqlText(first)}[${join(rest)}]`
  if (type === 'ARRAY_SLICE') return `${sqlText(first)}[${join(rest, ':')}]`
  if (type === 'OPERATOR_NOT') return `NOT ${sqlText(first)}`
  if (type === 'OPERATOR_IS_NULL') return `${sqlText(first)} IS NULL`
  if (type === 'OPERATOR_IS_NOT_NULL') return `${sqlText(first)} IS NOT NULL`
  if (type === 'COMPARE_IN') return `${sqlText(first)} IN (${join(rest)})`
  if (type === 'COMPARE_NOT_IN') return `${sqlText(first)} NOT IN (${join(rest)})`
  return `${type.replace(/^OPERATOR_/, '').toLowerCase()}(${join(given)})`
}
