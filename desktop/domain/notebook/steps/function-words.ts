import { say, type Words } from './words.ts'

/**
 * Functions in words, by name and number of arguments: `$1` is the first argument. What is not here
 * is shown as SQL.
 */
const phrases: Readonly<Record<string, readonly string[]>> = {
  round: ['$1四舍五入到整数', '$1四舍五入到小数点后$2位'],
  floor: ['$1向下取整'],
  ceil: ['$1向上取整'],
  ceiling: ['$1向上取整'],
  trunc: ['$1舍去小数'],
  abs: ['$1的绝对值'],
  sign: ['$1的正负号'],
  sqrt: ['$1的平方根'],
  ln: ['$1的自然对数'],
  log10: ['$1的常用对数'],
  exp: ['e 的$1次方'],
  pow: ['', '$1的$2次方'],
  power: ['', '$1的$2次方'],
  mod: ['', '$1除以$2的余数'],
  greatest: ['$1', '$1、$2中大的', '$1、$2、$3中最大的', '$1、$2、$3、$4中最大的'],
  least: ['$1', '$1、$2中小的', '$1、$2、$3中最小的', '$1、$2、$3、$4中最小的'],
  nullif: ['', '$1（等于$2时当作空）'],
  ifnull: ['', '$1（为空时用$2）'],
  upper: ['$1的大写'],
  ucase: ['$1的大写'],
  lower: ['$1的小写'],
  lcase: ['$1的小写'],
  length: ['$1的长度'],
  len: ['$1的长度'],
  strlen: ['$1的字节数'],
  trim: ['$1去掉两头空格'],
  ltrim: ['$1去掉开头空格'],
  rtrim: ['$1去掉末尾空格'],
  left: ['', '$1的前$2个字'],
  right: ['', '$1的后$2个字'],
  substring: ['', '$1从第$2个字起', '$1从第$2个字起的$3个字'],
  substr: ['', '$1从第$2个字起', '$1从第$2个字起的$3个字'],
  replace: ['', '', '$1（其中$2换成$3）'],
  reverse: ['$1倒过来写'],
  split_part: ['', '', '$1以$2分开后的第$3段'],
  string_split: ['', '$1以$2分开的各段'],
  lpad: ['', '', '$1左边用$3补足到$2个字'],
  rpad: ['', '', '$1右边用$3补足到$2个字'],
  concat: ['$1', '$1接上$2', '$1接上$2、$3', '$1接上$2、$3、$4', '$1接上$2、$3、$4、$5'],
  concat_ws: ['', '$2', '$2、$3以$1相接', '$2、$3、$4以$1相接'],
  contains: ['', '$1含有$2'],
  starts_with: ['', '$1以$2开头'],
  prefix: ['', '$1以$2开头'],
  ends_with: ['', '$1以$2结尾'],
  suffix: ['', '$1以$2结尾'],
  position: ['', '$2在$1里的位置'],
  strpos: ['', '$2在$1里的位置'],
  instr: ['', '$2在$1里的位置'],
  regexp_matches: ['', '$1里有符合正则$2的一段'],
  regexp_full_match: ['', '$1整个符合正则$2'],
  regexp_replace: ['', '', '$1（其中第一处符合正则$2的换成$3）'],
  regexp_extract: ['', '$1里符合正则$2的一段', '$1里符合正则$2的第$3组'],
  strftime: ['', '$1按格式$2写成文字'],
  strptime: ['', '$1按格式$2读成时间'],
  try_strptime: ['', '$1按格式$2读成时间（读不成的为空）'],
  year: ['$1的年份'],
  quarter: ['$1的季度'],
  month: ['$1的月份'],
  week: ['$1的周数'],
  weekofyear: ['$1的周数'],
  day: ['$1的日'],
  dayofmonth: ['$1的日'],
  hour: ['$1的小时'],
  minute: ['$1的分钟'],
  second: ['$1的秒'],
  dayofweek: ['$1是星期几（0 为星期日）'],
  weekday: ['$1是星期几（0 为星期日）'],
  isodow: ['$1是星期几（1 为星期一）'],
  dayofyear: ['$1是一年的第几天'],
  dayname: ['$1是星期几（英文）'],
  monthname: ['$1的月份（英文）'],
  last_day: ['$1所在月的最后一天'],
  make_date: ['', '', '$1年$2月$3日'],
  today: [],
  age: ['$1到今天相隔的时间', '$2到$1相隔的时间'],
  list_contains: ['', '$1里有$2'],
  list_sum: ['$1各项之和'],
  list_distinct: ['$1里不重复的各项'],
  list_sort: ['$1从小到大排好'],
  array_to_string: ['', '$1各项以$2相接'],
  unnest: ['$1的每一项各成一行'],
  typeof: ['$1的类型'],
  hash: ['$1的散列值'],
  md5: ['$1的 MD5'],
}

const nothing: Readonly<Record<string, string>> = {
  today: '今天',
  current_date: '今天',
  now: '现在',
  get_current_timestamp: '现在',
  current_timestamp: '现在',
  random: '随机数',
  pi: '圆周率',
}

const units: Readonly<Record<string, readonly [part: string, whole: string]>> = {
  year: ['年份', '年'],
  quarter: ['季度', '季度'],
  month: ['月份', '月'],
  week: ['周数', '周'],
  day: ['日', '天'],
  hour: ['小时', '小时'],
  minute: ['分钟', '分钟'],
  second: ['秒', '秒'],
}

/** Puts the arguments where a phrase has `$1`, `$2` …. */
export function fill(phrase: string, given: readonly Words[]): Words {
  return phrase
    .split(/(\$\d)/)
    .filter((part) => part !== '')
    .flatMap((part) => (/^\$\d$/.test(part) ? (given[Number(part[1]) - 1] ?? []) : [part]))
}

/** A call in words; `undefined` where there are none for it. `unit`: its first argument, if a text. */
export function functionWords(
  of: string,
  given: readonly Words[],
  unit: string | undefined,
): Words | undefined {
  if (given.length === 0) return nothing[of] === undefined ? undefined : [nothing[of]]
  const named = unitWords(of, given, unit)
  if (named) return named
  const phrase = Object.hasOwn(phrases, of) ? phrases[of]?.[given.length - 1] : undefined
  return phrase ? fill(phrase, given) : undefined
}

function unitWords(of: string, given: readonly Words[], unit: string | undefined) {
  const known = unit === undefined ? undefined : units[unit.toLowerCase().replace(/s$/, '')]
  const [, second, third] = given
  if (!known || !second) return undefined
  if (['date_part', 'datepart'].includes(of)) return say`${second}的${known[0]}`
  if (['date_trunc', 'datetrunc'].includes(of)) return say`${second}所在的${known[1]}`
  if (['date_diff', 'datediff'].includes(of) && third) {
    return say`从${second}到${third}跨过几${known[1] === '月' ? '个月' : known[1]}`
  }
  return undefined
}

/** `to_days(3)`, as INTERVAL 3 DAY is read. */
export const intervalUnits: Readonly<Record<string, string>> = {
  to_years: '年',
  to_quarters: '个季度',
  to_months: '个月',
  to_weeks: '周',
  to_days: '天',
  to_hours: '小时',
  to_minutes: '分钟',
  to_seconds: '秒',
}
