import { list, say, type Words } from './words.ts'

/** `$1`, `$2` are arguments; the name of an aggregate function that is not here is shown as SQL. */
const one: Readonly<Record<string, (x: Words) => Words>> = {
  count: (x) => say`${x}不为空的行数`,
  sum: (x) => say`${x}之和`,
  fsum: (x) => say`${x}之和`,
  avg: (x) => say`${x}的平均值`,
  mean: (x) => say`${x}的平均值`,
  min: (x) => say`最小的${x}`,
  max: (x) => say`最大的${x}`,
  median: (x) => say`${x}的中位数`,
  mode: (x) => say`${x}里最常见的值`,
  stddev: (x) => say`${x}的标准差`,
  stddev_samp: (x) => say`${x}的标准差`,
  stddev_pop: (x) => say`${x}的总体标准差`,
  variance: (x) => say`${x}的方差`,
  var_samp: (x) => say`${x}的方差`,
  var_pop: (x) => say`${x}的总体方差`,
  product: (x) => say`${x}相乘的积`,
  any_value: (x) => say`任意一个不为空的${x}`,
  first: (x) => say`第一个${x}`,
  last: (x) => say`最后一个${x}`,
  list: (x) => say`${x}的全部值（列表）`,
  array_agg: (x) => say`${x}的全部值（列表）`,
  approx_count_distinct: (x) => say`不同${x}的个数（近似）`,
  bool_and: (x) => say`是否每行都满足${x}`,
  bool_or: (x) => say`是否有一行满足${x}`,
  count_if: (x) => say`满足${x}的行数`,
  countif: (x) => say`满足${x}的行数`,
  string_agg: (x) => say`${x}连成的文字（以“,”相接）`,
  group_concat: (x) => say`${x}连成的文字（以“,”相接）`,
  listagg: (x) => say`${x}连成的文字（以“,”相接）`,
}

const two: Readonly<Record<string, (x: Words, y: Words) => Words>> = {
  arg_max: (x, y) => say`${y}最大那一行的${x}`,
  max_by: (x, y) => say`${y}最大那一行的${x}`,
  arg_min: (x, y) => say`${y}最小那一行的${x}`,
  min_by: (x, y) => say`${y}最小那一行的${x}`,
  quantile_cont: (x, y) => say`${x}的${y}分位数`,
  quantile_disc: (x, y) => say`${x}的${y}分位数（取已有的值）`,
  corr: (x, y) => say`${x}与${y}的相关系数`,
  string_agg: (x, y) => say`${x}连成的文字（以${y}相接）`,
  listagg: (x, y) => say`${x}连成的文字（以${y}相接）`,
  group_concat: (x, y) => say`${x}连成的文字（以${y}相接）`,
  max: (x, y) => say`最大的${y}个${x}（列表）`,
  min: (x, y) => say`最小的${y}个${x}（列表）`,
}

const distinctOnes: Readonly<Record<string, (x: Words) => Words>> = {
  count: (x) => say`不同${x}的个数`,
  sum: (x) => say`不同${x}之和`,
  avg: (x) => say`不同${x}的平均值`,
  list: (x) => say`不重复的各${x}（列表）`,
  array_agg: (x) => say`不重复的各${x}（列表）`,
  string_agg: (x) => say`不重复的各${x}连成的文字（以“,”相接）`,
}

/** An aggregate in words; `undefined` where there are none for it. */
export function aggregateWords(
  of: string,
  given: readonly Words[],
  distinct: boolean,
): Words | undefined {
  if (of === 'count_star' || (of === 'count' && given.length === 0)) return ['行数']
  const [x, y] = given
  if (!x) return undefined
  if (distinct) {
    if (of === 'string_agg' && y) return say`不重复的各${x}连成的文字（以${y}相接）`
    if (of === 'min' || of === 'max') return one[of]?.(x)
    return given.length === 1 && Object.hasOwn(distinctOnes, of) ? distinctOnes[of]?.(x) : undefined
  }
  if (y) return given.length === 2 && Object.hasOwn(two, of) ? two[of]?.(x, y) : undefined
  return Object.hasOwn(one, of) ? one[of]?.(x) : undefined
}

const others = `approx_quantile approx_top_k arbitrary arg_max_null arg_min_null argmax argmin
  arg_max_nulls_last arg_min_nulls_last bit_and bit_or bit_xor bitstring_agg covar_pop covar_samp
  entropy favg geomean geometric_mean histogram histogram_exact json_group_array json_group_object
  kahan_sum kurtosis kurtosis_pop mad quantile regr_avgx regr_avgy regr_count regr_intercept regr_r2
  regr_slope regr_sxx regr_sxy regr_syy reservoir_quantile sem skewness sum_no_overflow sumkahan
  wavg weighted_avg count_star`.split(/\s+/)

const names: ReadonlySet<string> = new Set([...Object.keys(one), ...Object.keys(two), ...others])

/** Whether a function makes one value of many rows. */
export const isAggregate = (of: string): boolean => names.has(of)

/** What `FILTER` and `ORDER BY` inside add. */
export function qualified(words: Words, only: Words | undefined, order: readonly Words[]): Words {
  const filtered = only ? say`${words}（只算${only}的行）` : words
  return order.length === 0 ? filtered : say`${filtered}（按${list(order)}排）`
}
