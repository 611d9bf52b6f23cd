import { rule, type Rule } from './rule.ts'
import { callWords, typeWords } from './types.ts'

/** Values and types that do not go together. */
export const typeRules: readonly Rule[] = [
  rule(
    /^No function matches the given name and argument types '([\s\S]*?)'\./,
    ([, call = '']) => {
      const { name, given } = callWords(call)
      return given === '' ? `${name} 不能这样用。` : `${name} 不能用在${given}上。`
    },
    '请核对参数的个数、次序和类型；类型不对时，先转换，例如 TRY_CAST(列 AS DOUBLE)。',
  ),
  rule(
    /^Could not choose a best candidate function for the function call "([\s\S]*?)"\./,
    ([, call = '']) => {
      const { name, given } = callWords(call)
      return `看不出 ${name} 里的${given}该当作什么类型。`
    },
    "请写明类型，例如 DATE '2024-01-01' 或 列::DOUBLE。",
  ),
  rule(
    /^Cannot compare values of type (\S+) and type (\S+)/,
    ([, left = '', right = '']) => `${typeWords(left)}和${typeWords(right)}不能相比。`,
    "把其中一边转成另一边的类型；日期要写成 DATE '2024-01-01'。",
  ),
  rule(
    /^UNNEST\(\) can only be applied to lists.*not (\S+)/,
    ([, type = '']) => `unnest 只能展开列表，这里是${typeWords(type)}。`,
    '请换一列，或先用 string_split 分成列表。',
  ),
  rule(
    /^Cannot extract field '(.*?)' from expression "(.*?)"/,
    ([, field = '', from = '']) => `${from} 不是结构，取不出“${field}”这一项。`,
    '请去掉点和后面的名字，或核对表名。',
  ),
  rule(
    /^Could not convert string ['"]([\s\S]*?)['"] to (\S+?)(?: when casting from source column (.+))?$/,
    ([, value = '', type = '', column]) =>
      `${column === undefined ? '' : `列 ${column} 里的`}“${value}”不能变成${typeWords(type)}。`,
    '想跳过这些值，就用 TRY_CAST(… AS 类型)，变不成的会是空值；比较时两边类型要相同。',
  ),
  rule(
    /^invalid (date|timestamp|time) field format: "([\s\S]*?)"/,
    ([, kind, value = '']) => `“${value}”不是${kind === 'date' ? '日期' : '时间'}的写法。`,
    '日期写成 2024-01-31，时间写成 2024-01-31 08:00:00；其他写法用 strptime 说明格式。',
  ),
  rule(
    /^(?:date|timestamp|time) field value out of range: "([\s\S]*?)"/,
    ([, value = '']) => `没有“${value}”这一天（或这一刻）。`,
    '请核对月份和日子。',
  ),
  rule(
    /^Date out of range: (\S+)/,
    ([, value = '']) => `没有 ${value} 这一天。`,
    '请核对月份和日子。',
  ),
  rule(
    /^Could not parse string "([\s\S]*?)" according to format specifier "([\s\S]*?)"/,
    ([, value = '', format = '']) => `“${value}”对不上格式“${format}”。`,
    '请改格式，或改用 try_strptime：对不上的会是空值。',
  ),
  rule(
    /^Type (\S+) with value (.*?) can't be cast because the value is out of range for the destination type (\S+)/,
    ([, , value = '', type = '']) => `${value} 太大（或太小），放不进${typeWords(type)}。`,
    '请换更大的类型：BIGINT、HUGEINT 或 DOUBLE。',
  ),
  rule(
    /^Casting value "(.*?)" to type (.*?) failed: value is out of range/,
    ([, value = '', type = '']) => `${value} 放不进 ${type}。`,
    'DECIMAL(总位数, 小数位数) 的总位数要够。',
  ),
  rule(
    /^Unimplemented type for cast \((.*?) -> (.*?)\)/,
    ([, from = '', to = '']) => `${typeWords(from)}不能变成${typeWords(to)}。`,
    '请核对两边的列是不是同一种内容。',
  ),
  rule(
    /^Malformed JSON/,
    () => '这段文字不是完整的 JSON。',
    '想跳过这些值，就用 TRY_CAST(… AS JSON)。',
  ),
]
