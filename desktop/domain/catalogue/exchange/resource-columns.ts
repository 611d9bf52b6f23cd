import { bound, nameOrLines, number, text, words, yesNo } from './codecs.ts'
import { idHeading, type Column } from './dataset-columns.ts'
import { nullMeaningText, values } from './value-codecs.ts'
import { typeWords } from '../words.ts'

const column = (
  heading: string,
  path: readonly string[],
  codec: Column['codec'] = text,
  width = 16,
): Column => ({ heading, path, codec, width })

export const resourceHeading = '资源名'

/** Set on the way out and taken off on the way in: which dataset, and which resource, a row is of. */
export const datasetKey = 'of-dataset'
export const resourceKey = 'of-resource'

/** The sheet 资源: one row a table. */
export const resourceColumns: readonly Column[] = [
  column(idHeading, [datasetKey], text, 24),
  column(resourceHeading, ['name'], text, 20),
  column('资源标题', ['title'], text, 30),
  column('文件', ['path'], text, 30),
  column('文件格式', ['format'], text, 10),
  column('媒体类型', ['mediatype'], text, 30),
  column('字节数', ['bytes'], number, 14),
  column('行数', ['rows'], number, 14),
  column('校验值', ['hash'], text, 74),
  column('主键', ['schema', 'primaryKey'], nameOrLines, 20),
]

/** The sheet 信息项: one row a field. */
export const fieldColumns: readonly Column[] = [
  column(idHeading, [datasetKey], text, 24),
  column(resourceHeading, [resourceKey], text, 20),
  column('字段名', ['name'], text, 20),
  column('信息项名称', ['title'], text, 24),
  column('数据类型', ['type'], words(typeWords), 12),
  column('说明', ['description'], text, 40),
  column('计量单位', ['unit'], text, 10),
  column('可取的值', ['categories'], values, 24),
  column('值有先后', ['categoriesOrdered'], yesNo, 10),
  column('必填', ['constraints', 'required'], yesNo, 8),
  column('唯一', ['constraints', 'unique'], yesNo, 8),
  column('最小值', ['constraints', 'minimum'], bound, 12),
  column('最大值', ['constraints', 'maximum'], bound, 12),
  column('最少字数', ['constraints', 'minLength'], number, 10),
  column('最多字数', ['constraints', 'maxLength'], number, 10),
  column('格式要求', ['constraints', 'pattern'], text, 24),
  column('只许的值', ['constraints', 'enum'], values, 20),
  column('空值的含义', ['missingValues'], nullMeaningText, 24),
]
