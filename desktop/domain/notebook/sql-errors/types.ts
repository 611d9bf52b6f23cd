/** Types as DuckDB's messages write them, in Chinese; the name itself where there is none. */
const types: Readonly<Record<string, string>> = {
  VARCHAR: '文字',
  STRING_LITERAL: '文字',
  BOOLEAN: '真假值',
  BOOL: '真假值',
  TINYINT: '整数',
  SMALLINT: '整数',
  INTEGER: '整数',
  BIGINT: '整数',
  HUGEINT: '整数',
  INTEGER_LITERAL: '整数',
  INT8: '很小的整数（-128 到 127）',
  INT16: '小整数（-32768 到 32767）',
  INT32: '整数（约 ±21 亿以内）',
  INT64: '大整数',
  INT128: '特大整数',
  FLOAT: '小数',
  DOUBLE: '小数',
  DATE: '日期',
  TIME: '时刻',
  TIMESTAMP: '时间',
  INTERVAL: '时间间隔',
  STRUCT: '结构',
  JSON: 'JSON',
}

export function typeWords(type: string): string {
  const bare = type.trim()
  if (bare.endsWith('[]')) return '列表'
  if (bare.startsWith('STRUCT')) return '结构'
  if (bare.startsWith('DECIMAL')) return `定点小数 ${bare}`
  return types[bare] ?? bare
}

/** `sum(VARCHAR, DATE)` as the function's name and its arguments' types in Chinese. */
export function callWords(call: string): { name: string; given: string } {
  const open = call.indexOf('(')
  const name = call.slice(0, open)
  const inner = call.slice(open + 1, -1)
  const given = inner === '' ? [] : inner.split(/, (?![^(]*\))/)
  return { name: operators[name] ?? name, given: given.map(typeWords).join('、') }
}

/** Operators that reach the message under a function's name. */
const operators: Readonly<Record<string, string>> = {
  '~~': 'LIKE',
  '!~~': 'NOT LIKE',
  '~~*': 'ILIKE',
  array_extract: '取一项的 [ ]',
  list_aggr: '列表的汇总',
}
