import { rule, type Rule } from './rule.ts'
import { typeWords } from './types.ts'

/** What a query may not hold where it stands. */
export const shapeRules: readonly Rule[] = [
  rule(
    /^column "(.*?)" must appear in the GROUP BY clause/,
    ([, name = '']) => `“${name}”既不在 GROUP BY 里，也没有汇总：每组里它可能有好几个值。`,
    ([, name = '']) =>
      `请把 ${name} 写进 GROUP BY，或者汇总它，例如 max(${name})；任取一个值用 any_value(${name})。`,
  ),
  rule(
    /^WHERE clause cannot contain aggregates/,
    () => 'WHERE 里不能写 count、sum 这类汇总：那时还没有分组。',
    '把这个条件移到 GROUP BY 后面的 HAVING 里。',
  ),
  rule(
    /^GROUP BY clause cannot contain aggregates/,
    () => 'GROUP BY 里不能写 count、sum 这类汇总。',
    'GROUP BY 里只写分组的列。',
  ),
  rule(
    /^WHERE clause cannot contain window functions/,
    () => 'WHERE 里不能写窗口计算：那时还没有算到它。',
    '把这个条件移到 QUALIFY 里。',
  ),
  rule(
    /^aggregate function calls cannot be nested/,
    () => '汇总里面不能再套汇总。',
    '先在 WITH 里算出里面那一个，再在外面汇总。',
  ),
  rule(
    /^(ORDER|GROUP BY) term out of range - should be between 1 and (\d+)/,
    ([, where = '', most = '']) =>
      `${where === 'ORDER' ? 'ORDER BY' : where} 里的列号超出了：结果一共 ${most} 列。`,
    '请改成 1 到列数之间的数，或直接写列名。',
  ),
  rule(
    /^More than one row returned by a subquery/,
    () => '括号里的查询得到了好几行，而这里只能用一个值。',
    '请把它汇总成一个值（max、count……），或把 = 改成 IN。',
  ),
  rule(
    /^Subquery returns (\d+) columns - expected (\d+)/,
    ([, has = '', wants = '']) => `括号里的查询有 ${has} 列，而这里要 ${wants} 列。`,
    '请只留用得着的列。',
  ),
  rule(
    /^Set operations can only apply to expressions with the same number of result columns/,
    () => 'UNION 上下两部分的列数不一样。',
    '让两部分列数相同；列名对得上而个数不同时，用 UNION ALL BY NAME。',
  ),
  rule(
    /^table "(.*?)" has (\d+) columns available but (\d+) columns specified/,
    ([, name = '', has = '', given = '']) => `${name} 只有 ${has} 列，却起了 ${given} 个列名。`,
    '请把多出来的列名去掉。',
  ),
  rule(
    /^LIMIT\/OFFSET cannot be negative/,
    () => 'LIMIT 和 OFFSET 后面不能是负数。',
    '请写 0 或更大的整数。',
  ),
  rule(
    /^No columns found to join on in NATURAL JOIN/,
    () => '两张表没有同名的列，NATURAL JOIN 配不起来。',
    '请写明怎么配：JOIN 表 ON 左表.列 = 右表.列。',
  ),
  rule(/^interval cannot be 0/, () => '数列的间隔不能是 0。', '请给 range 的第三个数写别的值。'),
]

/** What goes beyond numbers, patterns or memory. */
export const limitRules: readonly Rule[] = [
  rule(
    /^Overflow in (\w+) of (\S+)/,
    ([, , type = '']) => `算出来的数太大，放不进${typeWords(type)}。`,
    '先转成 DOUBLE 或 HUGEINT 再算，例如 列::DOUBLE * 100。',
  ),
  rule(
    /^cannot take square root of a negative number/,
    () => '负数不能开平方。',
    '先用 WHERE 去掉负数，或用 greatest(列, 0)。',
  ),
  rule(
    /^cannot take logarithm of/,
    () => '零和负数没有对数。',
    '先用 WHERE 去掉它们，或用 nullif(列, 0)。',
  ),
  rule(
    /^(?:missing|invalid|no argument|bad|unexpected|trailing).*: /,
    () => '正则表达式写得不对。',
    '括号、方括号要成对；要找它们本身，前面加反斜杠。',
  ),
  rule(
    /^(?:failed to allocate data of size|could not allocate block of size|failed to (?:pin|offload))/,
    () => '内存不够，查询停下了。',
    '请少取一些：先筛选或汇总，少选几列，或把查询拆成几步。',
  ),
]
