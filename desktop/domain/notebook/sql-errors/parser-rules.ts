import { rule, type Rule } from './rule.ts'

/** What the parser does not understand. */
export const parserRules: readonly Rule[] = [
  rule(
    /^unterminated quoted string/,
    () => '有一段文字缺了收尾的单引号。',
    "文字前后各要一个英文单引号，例如 '电话'。",
  ),
  rule(
    /^unterminated quoted identifier/,
    () => '有一个名字缺了收尾的双引号。',
    '列名、表名前后的英文双引号要成对；文字要用单引号。',
  ),
  rule(
    /^SELECT clause without selection list/,
    () => 'SELECT 后面还没有写要哪些列。',
    '写上列名，或写 * 表示全部列。',
  ),
  rule(/^syntax error at end of input/, () => '查询到这里还没有写完。', '请把后面的内容补上。'),
  rule(
    /^syntax error at or near "([，（）；：＝＞＜＋－＊／％．“”‘’、！][\s\S]*)"$/,
    ([, near = '']) => `这里的 ${near} 是全角标点。`,
    "查询里的标点要用英文的：, ( ) ; = > <；文字前后用英文单引号 '。",
  ),
  rule(
    /^syntax error at or near "([\s\S]*)"$/,
    ([, near = '']) => `从“${near}”开始读不懂，多半是它或它前面写错了。`,
    '看看前面是不是漏了逗号、括号或引号，关键字的次序对不对（WHERE、GROUP BY、ORDER BY、LIMIT）。',
  ),
  rule(
    /^Duplicate CTE name "(.*)"/,
    ([, name = '']) => `WITH 里有两个都叫 ${name}。`,
    '给其中一个换个名字。',
  ),
  rule(
    /^VALUES lists must all be the same length/,
    () => 'VALUES 里各行的个数不一样。',
    '每一行写同样多的值，没有的写 NULL。',
  ),
  rule(
    /^window functions are not allowed in window definitions/,
    () => '窗口计算里面不能再套窗口计算。',
    '先在 WITH 里算出里面那一个，再在外面用它。',
  ),
]
