import type { Refusal } from './refusal.ts'

const has = (name: string, pieces: readonly string[]) =>
  pieces.some((piece) => name.includes(piece))

/** Why a function is not allowed, by what its name is about. */
export function forbiddenFunction(name: string): Refusal {
  const what = `函数 ${name}`
  if (has(name, ['read_', 'parquet', 'csv', 'glob', 'blob', 'json_objects', 'ndjson', 'scan'])) {
    return { what, instead: '文件先导入数据目录，再按表名查询。' }
  }
  if (['query', 'query_table', 'histogram_values', 'histogram', 'summary'].includes(name)) {
    return { what, instead: '把表名直接写在 FROM 后面。' }
  }
  if (has(name, ['setting', 'getvariable', 'secret', 'extension'])) {
    return { what, instead: '引擎的设置由致知管理；要用变量，请加一个输入，在查询里写 $名称。' }
  }
  if (has(name, ['pragma', 'duckdb_', 'pg_', 'schema', 'database', 'has_', 'current_'])) {
    return { what, instead: '要看一张表的列，请写 DESCRIBE 表名；有哪些表，请看数据目录。' }
  }
  return { what, instead: '换一个只做计算的函数。' }
}
