import type { DataPackage } from '../catalogue/data-package.ts'
import type { Governance } from '../catalogue/governance.ts'
import { resourcePath } from '../catalogue/importing/descriptor.ts'
import { feedbackCell, feedbackColumns } from './feedback.ts'

export const feedbackDataset = 'class-feedback'

/** By this a dataset is known to be the one that is made here, and may be made anew. */
export const feedbackSource = '课堂记录'

export interface FeedbackFacts {
  readonly sessions: number
  readonly rows: number
  /** Of the rows as they were written out. */
  readonly source: { readonly bytes: number; readonly sha256: string }
  readonly parquet: { readonly bytes: number; readonly sha256: string }
  readonly now: Date
}

const title = '课堂反馈：到课、满意度、帮助程度和建议'
const own = '本机的班级'

/** The descriptor of the feedback of all classes. */
export function feedbackPackage({
  sessions,
  rows,
  source,
  parquet,
  now,
}: FeedbackFacts): DataPackage {
  return {
    name: feedbackDataset,
    title,
    titles: { zh: title, en: 'Class feedback: attendance, satisfaction, help and suggestions' },
    description: `从这台电脑的课堂记录汇总：${sessions} 次已结束的课，${rows} 行。人数不足 ${feedbackCell} 的已合并或不列；没有姓名，也没有学员编号；日期只到周。`,
    version: '1.0.0',
    created: now.toISOString(),
    licenses: [{ name: 'local', title: '未登记许可；只供本机使用' }],
    sources: [{ title: feedbackSource, version: `sha256:${source.sha256}` }],
    keywords: ['课堂反馈', '满意度', '建议'],
    synthetic: false,
    resources: [
      {
        ...{ name: 'data', title, type: 'table', path: resourcePath, format: 'parquet' },
        mediatype: 'application/vnd.apache.parquet',
        ...{ bytes: parquet.bytes, hash: `sha256:${parquet.sha256}`, rows },
        schema: {
          fields: feedbackColumns.map((field) => ({ ...field, ...nothingMeans(field.name) })),
        },
      },
    ],
    governance: governanceOf(sessions, now),
    imported: {
      ...{ file: feedbackSource, ...source, level: 'general', decisions: {}, refused: [] },
      ...{ rowsIn: rows, rowsKept: rows, rowsRefused: 0 },
      recipe: {
        ...{ encoding: null, delimiter: null, table: title, steps: [] },
        header: { line: 1, height: 0 },
      },
    },
  }
}

const nothingMeans = (name: string) =>
  name === 'people' || name === 'of_people'
    ? { unit: '人', missingValues: [{ value: '', label: `不足 ${feedbackCell} 人，不列` }] }
    : {}

function governanceOf(sessions: number, now: Date): Governance {
  return {
    catalogue: {
      ...{ class: '课堂反馈', code: `local:${feedbackDataset}`, provider: own, providerCode: null },
      sharing: { type: 'none', condition: null, method: '本机汇总，没有共享' },
      openness: { open: false, condition: null },
      ...{ updateCycle: 'irregular', released: now.toISOString().slice(0, 10), related: [] },
    },
    ...{ level: 'general', secrecy: 'none' },
    personalInformation: {
      kind: 'unassessed',
      note: `只有人数，没有姓名和编号，每个人数不少于 ${feedbackCell}；建议里的个人信息按格式遮住，没有逐条人工看过`,
    },
    steward: own,
    responsibilities: { collect: own, feedBack: own, manage: own, use: own },
    legalBasis: '未登记（本机教学记录）',
    authorisation: { grantee: '本机使用者', purpose: '改进教学', until: null, level: 'line' },
    minimumCell: feedbackCell,
    lineage: [
      `从 ${sessions} 次已结束的课汇总，没有结束的课不在里面`,
      `人数不足 ${feedbackCell} 的与相邻的合并，合并不了的不列`,
      '建议在保存以前就遮住了个人信息',
    ],
  }
}
