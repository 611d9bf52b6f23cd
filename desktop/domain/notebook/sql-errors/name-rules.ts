import { quoted, rule, type Rule } from './rule.ts'
import { similar } from './similar.ts'

const candidates = (found: readonly string[]) => quoted(found[2])

/** DuckDB always names candidates, however far off; only what looks alike was perhaps meant. */
const alike = (name: string | undefined, names: readonly string[]) => similar(name ?? '', names)

/** A full-width mark is a letter to DuckDB, and so part of a name. */
const wide = '[，（）；：＝＞＜“”‘’、]'
const wideRules = [
  rule(
    new RegExp(`^Referenced column "([\\s\\S]*${wide}[\\s\\S]*)" not found`),
    ([, name = '']) => `${name} 里有全角标点，读成了列名的一部分。`,
    "查询里的标点要用英文的：, ( ) ; =；文字前后用英文单引号 '。",
  ),
  rule(
    new RegExp(`^(?:Table|没有名)[\\s\\S]*?([^\\s"]*${wide}[^\\s"]*)`),
    ([, name = '']) => `${name} 里有全角标点，读成了表名的一部分。`,
    "查询里的标点要用英文的：, ( ) ; =；文字前后用英文单引号 '。",
  ),
] as const

/** Names of columns, tables and functions that there are not, or twice. */
export const nameRules: readonly Rule[] = [
  ...wideRules,
  rule(
    /^Referenced column "([\s\S]*)" not found in FROM clause!\s*(?:Candidate bindings: ([\s\S]*))?$/,
    ([, name = '']) => `没有叫“${name}”的列。`,
    '请核对列名；如果它本来是一段文字，前后要用英文单引号。',
    (found) => alike(found[1], candidates(found)),
  ),
  rule(
    /^Referenced column "([\s\S]*)" was not found because the FROM clause is missing/,
    ([, name = '']) => `这里用不到列“${name}”：没有写从哪张表取。`,
    '加上 FROM 和表名；LIMIT 后面只能写数。',
  ),
  rule(
    /^Table "([\s\S]*)" does not have a column named "([^"]*)"\s*(?:Candidate bindings: : ([\s\S]*))?$/,
    ([, table = '', name = '']) => `表 ${table} 里没有叫“${name}”的列。`,
    '请核对列名，或看看它是不是在另一张表里。',
    ([, , name, names]) => alike(name, quoted(names)),
  ),
  rule(
    /^Referenced table "([\s\S]*?)" not found!\s*(?:Candidate tables: ([\s\S]*))?$/,
    ([, name = '']) => `FROM 里没有叫 ${name} 的表。`,
    '列名前面要写 FROM 里的表名；给表起了别名，就只能用别名。',
    candidates,
  ),
  rule(
    /^Could not find key "(.*)" in struct\s*(?:Candidate Entries: (.*))?/,
    ([, name = '']) => `这个结构里没有“${name}”这一项。`,
    '请核对名称。',
    candidates,
  ),
  rule(
    /^Column "(.*)" in (EXCLUDE|REPLACE|RENAME) list not found/,
    ([, name = '', list = '']) => `${list} 里的“${name}”不是表里的列。`,
    '请核对列名，或把它从括号里去掉。',
  ),
  rule(
    /^Column "(.*)" does not exist on (right|left) side of join/,
    ([, name = '', side]) =>
      `USING 里的“${name}”在${side === 'right' ? '右边' : '左边'}的表里没有。`,
    'USING 要求两边都有同名的列；名字不同，就写 ON 左表.列 = 右表.列。',
  ),
  rule(
    /^Ambiguous reference to column name "(.*?)" \(use: (.*)\)/,
    ([, name = '']) => `两张表里都有“${name}”，分不清要哪一个。`,
    '请在前面写上表名和一个点。',
    ([, , uses]) => quoted(uses),
  ),
  rule(
    /^Ambiguous reference to table "(.*?)"/,
    ([, name = '']) => `有两张表都叫 ${name}。`,
    '给其中一张起个别名，例如 AS b。',
  ),
  rule(
    /^Table with name "(.*?)" does not exist because schema "(.*?)"/,
    ([, name = '', schema = '']) => `没有叫“${name}”的表：没有叫 ${schema} 的数据。`,
    '请核对点前面的名字，或在笔记开头的 datasets 里加上这份数据。',
  ),
  rule(
    /^Table with name (.*) does not exist!?\s*(?:Did you mean (.*)\?)?/s,
    ([, name = '']) => `没有叫“${name}”的表。`,
    '请核对表名，或在笔记开头的 datasets 里加上这份数据。',
    candidates,
  ),
  rule(
    /^(?:Scalar Function|Aggregate Function|Table Function|Function) with name (\S+) does not exist!?\s*(?:Did you mean (.*)\?)?/,
    ([, name = '']) => `没有叫 ${name} 的函数，或者它在这里不能这样用。`,
    '请核对函数名；row_number、rank 这类要写上 OVER (…)。',
    candidates,
  ),
  rule(
    /^Type with name (\S+) does not exist/,
    ([, name = '']) => `没有叫 ${name} 的类型。`,
    '常用的类型：INTEGER、DOUBLE、DECIMAL、VARCHAR、DATE、TIMESTAMP、BOOLEAN。',
  ),
  rule(
    /^No matching columns found that match regex "(.*)"/,
    ([, pattern = '']) => `没有一列的名字符合“${pattern}”。`,
    '请改 COLUMNS 里的正则。',
  ),
  rule(
    /^没有名为 (.*) 的(表|函数)(?:；相近的有 (.*))?。$/,
    ([, name = '', what = '']) => `没有叫“${name}”的${what}。`,
    ([, , what]) =>
      what === '表' ? '请核对表名，或在笔记开头的 datasets 里加上这份数据。' : '请核对函数名。',
    ([, , , near = '']) => (near === '' ? [] : near.split('、')),
  ),
]
