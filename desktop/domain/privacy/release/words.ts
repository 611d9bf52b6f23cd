import type { RefusalKind } from './refused.ts'

/** Why something may not leave, and a form of it that may. */
export interface RefusalWords {
  readonly why: string
  readonly instead: string
}

type Say = (what: string) => { readonly zh: RefusalWords; readonly en: RefusalWords }

const form = 'SELECT 分组列, count(*) FROM 表 GROUP BY 分组列'
const formEn = 'SELECT group_column, count(*) FROM table GROUP BY group_column'

const say =
  (zh: string, en: string, insteadZh = `请按组汇总，例如 ${form}。`, insteadEn = ''): Say =>
  (what) => {
    const fill = (text: string) => text.replaceAll('{what}', what)
    const other = insteadEn === '' ? `Group the rows, for example ${formEn}.` : insteadEn
    return {
      zh: { why: fill(zh), instead: fill(insteadZh) },
      en: { why: fill(en), instead: fill(other) },
    }
  }

const sentences: Readonly<Record<RefusalKind, Say>> = {
  rows: say('每行是一个人或一件事的记录', 'each row is the record of one person or event'),
  distinct: say(
    'DISTINCT 列出的是各人的值',
    'DISTINCT lists the values of single persons',
    '请改用 GROUP BY，并带上 count(*)。',
    'Use GROUP BY with count(*).',
  ),
  union: say(
    '明细不能用 UNION、EXCEPT 或 INTERSECT 拼接',
    'rows of persons cannot be put together by UNION, EXCEPT or INTERSECT',
    '请先各自按组汇总，再拼接汇总表。',
    'Group each part first, then put the tables together.',
  ),
  recursive: say('递归查询读了明细', 'a recursive query reads rows of persons'),
  subquery: say(
    '条件或表达式里的子查询读了明细',
    'a subquery in an expression reads rows of persons',
    '请改用 JOIN，或在子查询里先汇总。',
    'Use JOIN, or group within the subquery.',
  ),
  sample: say(
    '从明细里抽取或截取若干行，再汇总会指向个人',
    'taking some of the rows points at single persons',
    '请去掉 LIMIT 或抽样，按组汇总后再取前几行。',
    'Leave out LIMIT or SAMPLE; group first, then take the first groups.',
  ),
  join: say(
    '这种连接方式还不能核对有多少人在内（{what}）',
    'how many persons such a join ({what}) holds cannot be checked',
    '请写成 JOIN … ON 或 LEFT JOIN … ON，左边是受保护的表，右边直接是目录里的表。',
    'Write JOIN … ON or LEFT JOIN … ON with the protected table on the left and a table of the catalogue on the right.',
  ),
  two_datasets: say(
    '两张受保护的表没有按同一个人连接',
    'two protected tables are not joined person to person',
    '请按两边区分个人的那一列相等来连接。',
    'Join them where the columns that tell persons apart are equal.',
  ),
  reshape: say(
    'PIVOT、UNPIVOT、SUMMARIZE 直接读了 {what} 的明细',
    'PIVOT, UNPIVOT or SUMMARIZE reads the rows of {what}',
  ),
  star: say(
    '汇总时不能写 * 或 COLUMNS',
    '* and COLUMNS cannot stand beside groups',
    '请写明要哪几列，例如 SELECT 分组列, count(*)。',
    'Name the columns, for example SELECT group_column, count(*).',
  ),
  column: say(
    '“{what}”不是这张表里唯一的一列，或不在分组列里',
    '“{what}” is not one column of the table, or not among the groups',
    '请核对列名；不在 GROUP BY 里的列不能单独列出。',
    'Check its name; a column that is not in GROUP BY cannot stand alone.',
  ),
  person: say(
    '条件或分组用到了区分个人的那一列',
    'a condition or group uses the column that tells persons apart',
    '请按街道、年龄段、月份这类列来筛选和分组。',
    'Filter and group by columns such as street, age band or month.',
  ),
  aggregate: say(
    '{what} 会带出个别人的值，或不能核对',
    '{what} would show values of single persons, or cannot be checked',
    '可以用 count(*)、sum(列)、avg(列)，以及由它们算出的比例。',
    'count(*), sum(column), avg(column) and what is reckoned from them will do.',
  ),
  sum_of: say(
    '求和或平均的不是列本身',
    'what is summed is not a column itself',
    '请写 sum(列)、avg(列)，或列的加减与固定倍数；计数请用 count(*) FILTER (WHERE 条件)。',
    'Write sum(column) or avg(column); to count, count(*) FILTER (WHERE condition).',
  ),
  expression: say(
    '查询里有还不能核对的写法（{what}）',
    'the query holds something that cannot be checked ({what})',
  ),
  parameter: say(
    '参数 ${what} 没有值',
    'parameter ${what} has no value',
    '请给它一个值。',
    'Give it a value.',
  ),
  too_large: say(
    '结果的格子太多，逐格核对不完（{what}）',
    'the table has too many cells to be checked ({what})',
    '请减少分组列，或先筛选。',
    'Use fewer groups, or filter first.',
  ),
  not_run: say(
    '不知道“{what}”是哪张表',
    'it is not known which table “{what}” is',
    '请先运行它所在的单元格，或核对表名。',
    'Run its cell first, or check the name.',
  ),
}

export function refusalWords(kind: RefusalKind, what: string) {
  return sentences[kind](what === '' ? '…' : what)
}
