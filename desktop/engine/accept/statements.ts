import { firstWord } from './first-word.ts'
import type { Refusal } from './refusal.ts'

const write = '这里的数据只读；写一句 SELECT，结果会成为这个单元格的表。'
const files = '数据从数据目录取用；要带走结果，用结果表上的“导出”。'
const settings = '引擎的设置由致知管理，查询里不能改。'
const parameter = '要用变量，请在笔记里加一个输入，在查询里写 $名称。'
const transaction = '每个查询都是独立的，不需要事务。'

const say = (what: string, instead: string): Refusal => ({ what, instead })

/** What to write instead of each kind of statement that is no SELECT. */
const advice: Readonly<Record<string, Refusal>> = {
  CREATE: say('建表语句（CREATE）', '直接写 SELECT；结果会自动存成以单元格命名的表。'),
  INSERT: say('写入语句（INSERT）', write),
  UPDATE: say('修改语句（UPDATE）', write),
  DELETE: say('删除语句（DELETE）', write),
  MERGE: say('合并语句（MERGE）', write),
  TRUNCATE: say('清空语句（TRUNCATE）', write),
  DROP: say('删除对象的语句（DROP）', '不要的单元格直接删掉即可。'),
  ALTER: say('改表语句（ALTER）', '在 SELECT 里用 AS 改名、用 :: 换类型。'),
  COMMENT: say('加注语句（COMMENT）', '把说明写在单元格之间的文字里。'),
  COPY: say('读写文件的语句（COPY）', files),
  EXPORT: say('读写文件的语句（EXPORT）', files),
  IMPORT: say('读写文件的语句（IMPORT）', files),
  ATTACH: say('挂接数据库的语句（ATTACH）', files),
  DETACH: say('卸下数据库的语句（DETACH）', files),
  USE: say('切换数据库的语句（USE）', '在表名前写上数据集，例如 FROM 数据集.表。'),
  INSTALL: say('安装扩展的语句（INSTALL）', '这里不用扩展；需要的功能都已在内。'),
  LOAD: say('加载扩展的语句（LOAD）', '这里不用扩展；需要的功能都已在内。'),
  UPDATE_EXTENSIONS: say('更新扩展的语句', '这里不用扩展；需要的功能都已在内。'),
  SET: say('设置语句（SET）', `${settings}${parameter}`),
  RESET: say('设置语句（RESET）', settings),
  PRAGMA: say('PRAGMA 语句', `${settings}要看表的列，请写 DESCRIBE 表名。`),
  CALL: say('调用语句（CALL）', '写 SELECT * FROM 函数(…)，函数须是允许的。'),
  EXPLAIN: say('EXPLAIN 语句', '直接写查询；运行时间显示在单元格上。'),
  ANALYZE: say('ANALYZE 语句', '要看一张表的概况，请写 SUMMARIZE 表名。'),
  VACUUM: say('整理语句（VACUUM）', '这里不需要整理；直接写 SELECT。'),
  CHECKPOINT: say('存盘语句（CHECKPOINT）', '结果会自动保存，不需要这一句。'),
  FORCE: say('存盘语句（CHECKPOINT）', '结果会自动保存，不需要这一句。'),
  BEGIN: say('事务语句（BEGIN）', transaction),
  START: say('事务语句（START）', transaction),
  COMMIT: say('事务语句（COMMIT）', transaction),
  END: say('事务语句（END）', transaction),
  ROLLBACK: say('事务语句（ROLLBACK）', transaction),
  ABORT: say('事务语句（ABORT）', transaction),
  PREPARE: say('预备语句（PREPARE）', parameter),
  EXECUTE: say('预备语句（EXECUTE）', parameter),
  DEALLOCATE: say('预备语句（DEALLOCATE）', parameter),
}

const pivot = say(
  '没有写明取值的 PIVOT',
  '加上 IN，例如 PIVOT 表 ON 列 IN (值1, 值2) USING sum(数)。',
)

/** The refusal for a text that DuckDB can parse but that is no single SELECT. */
export function noSelect(text: string): Refusal {
  return advice[firstWord(text)] ?? pivot
}

export const several = say('多条语句', '一个单元格只写一句；把其余的放进别的单元格。')

export const shows = say(
  'SHOW 语句',
  '要看一张表的列，请写 DESCRIBE 表名；有哪些表，请看数据目录。',
)

export const positional = say('问号或数字参数', '给参数起个名字，写成 $名称，并加一个同名的输入。')
