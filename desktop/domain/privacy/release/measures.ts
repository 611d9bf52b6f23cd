import { fold } from '../../notebook/name.ts'
import { isObject, type Json, type JsonObject, listOf, textOf } from '../../notebook/steps/tree.ts'
import type { BaseMeasure } from './env.ts'
import { numberTypes } from './functions.ts'
import { call, cast, columnNames, isNotNull, sameTree } from './parts.ts'
import { ReleaseRefused } from './refused.ts'
import { resolve, type Names } from './resolve.ts'
import { contributorOf, readsPerson, type Rows } from './rows.ts'

export interface Measuring {
  readonly rows: Rows
  readonly names: Names
  /** A reference to the released values of a measure. */
  readonly value: (measure: BaseMeasure) => JsonObject
}

const counts = new Set(['count', 'count_star'])
const conditional = new Set(['count_if', 'countif'])
const means = new Set(['avg', 'mean'])
const others = new Set(
  `min max median mode quantile quantile_cont quantile_disc approx_quantile any_value first last
  arbitrary list array_agg string_agg group_concat listagg arg_max arg_min max_by min_by argmax argmin
  stddev stddev_samp stddev_pop variance var_samp var_pop histogram entropy mad product bool_and
  bool_or bit_and bit_or bit_xor skewness kurtosis corr covar_pop covar_samp approx_count_distinct
  approx_top_k fsum favg kahan_sum sem geomean reservoir_quantile regr_slope regr_intercept regr_r2
  regr_count regr_avgx regr_avgy regr_sxx regr_syy regr_sxy wavg weighted_avg json_group_array
  json_group_object histogram_exact`.split(/\s+/),
)

/** Whether a call makes one value of many rows. */
export function isAggregateCall(node: JsonObject): boolean {
  if (node['class'] !== 'FUNCTION') return false
  const name = fold(textOf(node, 'function_name'))
  return [counts, conditional, means, others].some((one) => one.has(name)) || name === 'sum'
}

/** An aggregate as reckoned from released counts and sums. Throws where it cannot be. */
export function measured(node: JsonObject, measuring: Measuring): Json {
  const name = fold(textOf(node, 'function_name'))
  const orders = node['order_bys']
  const ordered = isObject(orders) && listOf(orders, 'orders').length > 0
  if (ordered || textOf(node, 'schema') !== '') throw new ReleaseRefused('aggregate', name)
  const [argument, more] = listOf(node, 'children')
  if (more !== undefined) throw new ReleaseRefused('aggregate', name)
  const only = conditionsOf(node, measuring)
  if (node['distinct'] === true) return people(name, argument, only, measuring)
  if (counts.has(name)) return count(argument, only, measuring)
  if (argument === undefined) throw new ReleaseRefused('aggregate', name)
  if (conditional.has(name)) return counted([...only, condition(argument, measuring)], measuring)
  if (name === 'sum') return sum(argument, only, measuring)
  if (means.has(name)) return mean(argument, only, measuring)
  throw new ReleaseRefused('aggregate', name)
}

function conditionsOf(node: JsonObject, measuring: Measuring): Json[] {
  const filter = node['filter']
  return isObject(filter) ? [condition(filter, measuring)] : []
}

function condition(tree: Json, { rows, names }: Measuring): Json {
  const found = resolve(tree, names)
  if (readsPerson(found, rows)) throw new ReleaseRefused('person')
  return found
}

function people(
  name: string,
  argument: Json | undefined,
  only: readonly Json[],
  measuring: Measuring,
) {
  const { rows, names, value } = measuring
  const key = contributorOf(rows)
  if (!counts.has(name) || argument === undefined || key === undefined)
    throw new ReleaseRefused('aggregate', `${name}(DISTINCT …)`)
  if (!sameTree(resolve(argument, names), key))
    throw new ReleaseRefused('aggregate', `${name}(DISTINCT …)`)
  return value({ kind: 'people', only, of: null })
}

const counted = (only: readonly Json[], { value }: Measuring) =>
  value({ kind: 'count', only, of: null })

function count(argument: Json | undefined, only: readonly Json[], measuring: Measuring): Json {
  if (argument === undefined || isConstant(argument)) return counted(only, measuring)
  const one = chosen(argument)
  if (one) return counted([...only, condition(one.when, measuring)], measuring)
  const found = resolve(argument, measuring.names)
  const key = contributorOf(measuring.rows)
  if (key && sameTree(found, key)) return counted(only, measuring)
  return counted([...only, isNotNull(condition(argument, measuring))], measuring)
}

function sum(argument: Json, only: readonly Json[], measuring: Measuring): Json {
  const one = chosen(argument)
  if (one) return counted([...only, condition(one.when, measuring)], measuring)
  return measuring.value({ kind: 'sum', only, of: linear(argument, measuring) })
}

/** A mean is a released sum over a released count; where either is held back, so is the mean. */
function mean(argument: Json, only: readonly Json[], measuring: Measuring): Json {
  const one = chosen(argument)
  if (one) {
    const among = one.among === null ? [] : [condition(one.among, measuring)]
    const some = [...only, condition(one.when, measuring)]
    return divided(counted(some, measuring), counted([...only, ...among], measuring))
  }
  const of = linear(argument, measuring)
  return divided(
    measuring.value({ kind: 'sum', only, of }),
    counted([...only, isNotNull(of)], measuring),
  )
}

const divided = (one: Json, other: Json) => ({
  ...call('/', cast(one, 'DOUBLE'), cast(other, 'DOUBLE')),
  is_operator: true,
})

const isConstant = (node: Json): boolean =>
  isObject(node) && node['class'] === 'CONSTANT' && !isNullConstant(node)

function isNullConstant(node: Json | undefined): boolean {
  const value = isObject(node) ? node['value'] : undefined
  return isObject(value) && value['is_null'] === true
}

interface Chosen {
  readonly when: Json
  /** Of which rows they are a share; null for all. */
  readonly among: Json | null
}

/** `CASE WHEN c THEN 1 [ELSE 0] END`, or `c` as a number: a count of the rows where c holds. */
function chosen(node: Json): Chosen | undefined {
  if (!isObject(node)) return undefined
  if (node['class'] === 'CAST' && isNumberCast(node)) return chosen(node['child'] ?? null)
  if (conditions.has(textOf(node, 'class')) || truths.has(textOf(node, 'type')))
    return { when: node, among: isNotNull(node) }
  if (node['class'] !== 'CASE') return undefined
  const [check, more] = listOf(node, 'case_checks')
  const otherwise = node['else_expr']
  if (!isObject(check) || more !== undefined || valueOf(check['then_expr']) !== 1) return undefined
  const none = !isObject(otherwise) || isNullConstant(otherwise)
  if (!none && valueOf(otherwise) !== 0) return undefined
  const when = check['when_expr'] ?? null
  return { when, among: none ? when : null }
}

const conditions = new Set(['COMPARISON', 'CONJUNCTION', 'BETWEEN'])
const truths = new Set(
  'OPERATOR_NOT OPERATOR_IS_NULL OPERATOR_IS_NOT_NULL COMPARE_IN COMPARE_NOT_IN'.split(' '),
)

function valueOf(node: Json | undefined): Json | undefined {
  if (!isObject(node) || node['class'] !== 'CONSTANT') return undefined
  const value = node['value']
  const type = isObject(value) ? value['type'] : undefined
  if (!isObject(value) || !isObject(type) || value['is_null'] === true) return undefined
  return textOf(type, 'id').endsWith('INTEGER') ? value['value'] : undefined
}

/**
 * What may be summed: a column, and sums, differences and fixed multiples of columns. Anything that
 * treats one person otherwise than the next (CASE, division by a column, a function) could write one
 * person's value into digits of its own.
 */
function linear(argument: Json, { rows, names }: Measuring): Json {
  const found = resolve(argument, names)
  if (!isLinear(found, rows)) throw new ReleaseRefused('sum_of')
  return found
}

function isLinear(node: Json, rows: Rows): boolean {
  if (!isObject(node)) return false
  if (node['class'] === 'COLUMN_REF')
    return columnNames(node).length === 2 && !readsPerson(node, rows)
  if (node['class'] === 'CAST') return isNumberCast(node) && isLinear(node['child'] ?? null, rows)
  if (node['class'] !== 'FUNCTION') return false
  const [one, other] = listOf(node, 'children')
  if (one === undefined) return false
  const name = textOf(node, 'function_name')
  if (other === undefined) return (name === '-' || name === '+') && isLinear(one, rows)
  if (name === '+' || name === '-') return isLinear(one, rows) && isLinear(other, rows)
  if (name === '*' && isConstant(one)) return isLinear(other, rows)
  return (name === '*' || name === '/') && isConstant(other) && isLinear(one, rows)
}

function isNumberCast(node: JsonObject): boolean {
  const type = node['cast_type']
  return isObject(type) && numberTypes.has(textOf(type, 'id'))
}
