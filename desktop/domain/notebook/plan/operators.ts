import type { Sentence } from '../problem.ts'

const say = (zh: string, en: string): Sentence => ({ zh, en })

/** What DuckDB's operators do, for readers. */
const operators: Readonly<Record<string, Sentence>> = {
  SEQ_SCAN: say('扫描表', 'Scan'),
  TABLE_SCAN: say('扫描表', 'Scan'),
  READ_PARQUET: say('读取数据文件', 'Read file'),
  COLUMN_DATA_SCAN: say('读取中间结果', 'Read intermediate result'),
  CTE_SCAN: say('读取中间结果', 'Read intermediate result'),
  REC_CTE_SCAN: say('读取上一轮的结果', 'Read previous round'),
  DELIM_SCAN: say('读取外层的值', 'Read outer values'),
  DUMMY_SCAN: say('一行常量', 'One constant row'),
  EMPTY_RESULT: say('没有行', 'No rows'),
  FILTER: say('筛选', 'Filter'),
  PROJECTION: say('计算列', 'Compute columns'),
  HASH_JOIN: say('联接', 'Join'),
  NESTED_LOOP_JOIN: say('逐行联接', 'Nested-loop join'),
  BLOCKWISE_NL_JOIN: say('逐行联接', 'Nested-loop join'),
  PIECEWISE_MERGE_JOIN: say('按范围联接', 'Range join'),
  IE_JOIN: say('按范围联接', 'Range join'),
  ASOF_JOIN: say('取最近一行的联接', 'As-of join'),
  CROSS_PRODUCT: say('两两相配', 'Cross product'),
  POSITIONAL_JOIN: say('按行并排', 'Positional join'),
  LEFT_DELIM_JOIN: say('带出子查询的联接', 'Subquery join'),
  RIGHT_DELIM_JOIN: say('带出子查询的联接', 'Subquery join'),
  HASH_GROUP_BY: say('分组汇总', 'Group'),
  PERFECT_HASH_GROUP_BY: say('分组汇总', 'Group'),
  PARTITIONED_AGGREGATE: say('分组汇总', 'Group'),
  UNGROUPED_AGGREGATE: say('全部汇总', 'Aggregate all'),
  SIMPLE_AGGREGATE: say('全部汇总', 'Aggregate all'),
  STREAMING_AGGREGATE: say('边读边汇总', 'Streaming aggregate'),
  WINDOW: say('窗口计算', 'Window'),
  STREAMING_WINDOW: say('边读边做窗口计算', 'Streaming window'),
  ORDER_BY: say('排序', 'Sort'),
  TOP_N: say('取最前几行', 'Top rows'),
  LIMIT: say('限制行数', 'Limit'),
  STREAMING_LIMIT: say('限制行数', 'Limit'),
  LIMIT_PERCENT: say('限制行数', 'Limit'),
  DISTINCT: say('去重', 'Distinct'),
  UNION: say('上下相接', 'Union'),
  UNNEST: say('展开列表', 'Unnest'),
  INOUT_FUNCTION: say('表函数', 'Table function'),
  TABLE_FUNCTION: say('表函数', 'Table function'),
  RANGE: say('生成数列', 'Series'),
  GENERATE_SERIES: say('生成数列', 'Series'),
  PIVOT: say('透视', 'Pivot'),
  CTE: say('先算中间结果', 'Intermediate result'),
  RECURSIVE_CTE: say('一轮一轮接着算', 'Recursion'),
  RESERVOIR_SAMPLE: say('抽样', 'Sample'),
  STREAMING_SAMPLE: say('抽样', 'Sample'),
}

/** An operator's name for readers; DuckDB's own where there is none. */
export function operatorName(operator: string): Sentence {
  return operators[operator] ?? say(operator, operator)
}
