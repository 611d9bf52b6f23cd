import type { Part } from './apart.ts'
import { lines, nullable, number, records, text, words, yesNo, type Cell } from './codecs.ts'
import {
  authorityWords,
  cycleWords,
  levelWords,
  personalWords,
  secrecyWords,
  sharingWords,
} from '../words.ts'

/** A column of a sheet: its heading, and the part of the descriptor that is in it. */
export interface Column extends Part<Cell, string> {
  readonly heading: string
  /** In characters. */
  readonly width: number
}

const entry = (key: string) => ['governance', 'catalogue', ...key.split('.')]
const own = (key: string) => ['governance', ...key.split('.')]

const column = (
  heading: string,
  path: readonly string[],
  codec: Column['codec'] = text,
  width = 16,
): Column => ({ heading, path, codec, width })

/** The columns that say what a dataset's row and its other sheets' rows belong to. */
export const idHeading = '数据集标识'
export const restHeading = '其他（JSON）'

/**
 * The national items that are written in one place only: name, summary and so on are the package's
 * own title and description. Headings after 政务信息资源目录编制指南（试行）.
 */
const nationalColumns: readonly Column[] = [
  column('信息资源分类', entry('class'), text, 24),
  column('信息资源名称', ['title'], text, 36),
  column('信息资源代码', entry('code')),
  column('信息资源提供方', entry('provider'), text, 20),
  column('信息资源提供方代码', entry('providerCode'), nullable(text), 20),
  column('信息资源摘要', ['description'], text, 48),
  column('共享属性：共享类型', entry('sharing.type'), words(sharingWords)),
  column('共享属性：共享条件', entry('sharing.condition'), nullable(text), 24),
  column('共享属性：共享方式', entry('sharing.method'), text, 24),
  column('开放属性：是否向社会开放', entry('openness.open'), yesNo),
  column('开放属性：开放条件', entry('openness.condition'), nullable(text), 24),
  column('更新周期', entry('updateCycle'), words(cycleWords)),
  column('发布日期', entry('released')),
  column('关联资源代码', entry('related'), lines),
]

const packageColumns: readonly Column[] = [
  column('中文名', ['titles', 'zh'], text, 30),
  column('英文名', ['titles', 'en'], text, 30),
  column('版本', ['version'], text, 10),
  column('登记时间', ['created'], text, 26),
  column('许可', ['licenses'], records(['name', 'title', 'path']), 30),
  column('来源', ['sources'], records(['title', 'version', 'path']), 40),
  column('关键词', ['keywords'], lines),
  column('是否合成数据', ['synthetic'], yesNo),
]

const governanceColumns: readonly Column[] = [
  column('数据分级', own('level'), words(levelWords)),
  column('涉密情况', own('secrecy'), words(secrecyWords)),
  column('个人信息', own('personalInformation.kind'), words(personalWords)),
  column('个人信息说明', own('personalInformation.note'), text, 30),
  column('去标识办法', own('personalInformation.method'), text, 30),
  column('匿名参数 k', own('personalInformation.k'), number, 12),
  column('数据管家', own('steward'), text, 20),
  column('采集责任', own('responsibilities.collect'), text, 30),
  column('反馈责任', own('responsibilities.feedBack'), text, 30),
  column('管理责任', own('responsibilities.manage'), text, 30),
  column('使用责任', own('responsibilities.use'), text, 30),
  column('依据', own('legalBasis'), text, 30),
  column('授权对象', own('authorisation.grantee'), text, 20),
  column('授权用途', own('authorisation.purpose'), text, 30),
  column('授权截止', own('authorisation.until'), nullable(text), 14),
  column('授权层级', own('authorisation.level'), words(authorityWords)),
  column('最小显示单元', own('minimumCell'), nullable(number), 14),
  column('不设最小显示单元的理由', own('minimumCellReason'), text, 30),
  column('来历', own('lineage'), lines, 48),
]

/** The sheet 目录: one row a dataset. */
export const datasetColumns: readonly Column[] = [
  column(idHeading, ['name'], text, 24),
  ...nationalColumns,
  ...packageColumns,
  ...governanceColumns,
]
