import type { DataPackage } from '../../catalogue/data-package.ts'
import type { Governance } from '../../catalogue/governance.ts'
import { resourcePath } from '../../catalogue/importing/descriptor.ts'
import { trainingColumns } from './columns.ts'

export const trainingDataset = 'training-records'

/** By this a dataset is known to be the one that is made here, and may be made anew. */
export const trainingSource = '培训的学习记录'

/** In what leaves, no group is smaller. */
export const trainingCell = 5

interface Facts {
  readonly trainings: number
  readonly rows: number
  /** Of the rows as they were written out. */
  readonly source: { readonly bytes: number; readonly sha256: string }
  readonly parquet: { readonly bytes: number; readonly sha256: string }
  readonly now: Date
}

const title = '培训的学习记录：谁走到哪一步、每题答得怎样'
const own = '本机的培训'

/** The descriptor of all trainings' records. */
export function trainingPackage({ trainings, rows, source, parquet, now }: Facts): DataPackage {
  return {
    name: trainingDataset,
    title,
    titles: { zh: title, en: 'Training records: steps, answers, gains and ratings' },
    description: `从这台电脑的记录整理：${trainings} 个培训，${rows} 行。一行是一个步骤、一道题、一个目标或一个评分，由“记的是什么”区分。没有姓名；学员的号打乱重编，和班里的座号无关；日期只到周。没有交的测评不在里面。`,
    version: '1.0.0',
    created: now.toISOString(),
    licenses: [{ name: 'local', title: '未登记许可；只供本机使用' }],
    sources: [{ title: trainingSource, version: `sha256:${source.sha256}` }],
    keywords: ['培训', '测评', '学习记录'],
    synthetic: false,
    resources: [
      {
        ...{ name: 'data', title, type: 'table', path: resourcePath, format: 'parquet' },
        mediatype: 'application/vnd.apache.parquet',
        ...{ bytes: parquet.bytes, hash: `sha256:${parquet.sha256}`, rows },
        schema: { fields: trainingColumns.map((field) => ({ ...field, ...empty })) },
      },
    ],
    governance: governanceOf(trainings, now),
    imported: {
      ...{ file: trainingSource, ...source, level: 'general', decisions: {}, refused: [] },
      ...{ rowsIn: rows, rowsKept: rows, rowsRefused: 0 },
      recipe: {
        ...{ encoding: null, delimiter: null, table: title, steps: [] },
        header: { line: 1, height: 0 },
      },
    },
  }
}

const empty = { missingValues: [{ value: '', label: '这一行没有这一项' }] }

/**
 * Not declared `deidentified`, although names and dates are gone: that would let the rows leave where
 * enough *rows* agree, and here one person has dozens. So rows stay, and tables of five people leave.
 */
function governanceOf(trainings: number, now: Date): Governance {
  return {
    catalogue: {
      ...{ class: '培训记录', code: `local:${trainingDataset}`, provider: own, providerCode: null },
      sharing: { type: 'none', condition: null, method: '本机整理，没有共享' },
      openness: { open: false, condition: null },
      ...{ updateCycle: 'irregular', released: now.toISOString().slice(0, 10), related: [] },
    },
    ...{ level: 'general', secrecy: 'none' },
    personalInformation: {
      kind: 'unassessed',
      note: '去掉了姓名，号打乱重编，日期只到周，但一个人有几十行，熟悉的人仍可能认出来，所以仍按个人信息对待：逐行的不能带出，汇总要满 5 人',
    },
    steward: own,
    responsibilities: { collect: own, feedBack: own, manage: own, use: own },
    legalBasis: '未登记（本机教学记录）',
    authorisation: {
      ...{ grantee: '本机使用者', purpose: '看培训有没有用、题目好不好' },
      ...{ until: null, level: 'line' },
    },
    minimumCell: trainingCell,
    contributors: { data: 'learner' },
    lineage: [
      `从 ${trainings} 个培训的记录整理，没有交的测评不在里面`,
      '姓名、班级名称不写；学员的号在每个培训里打乱重编',
      '时间只留下周，用时以秒计；答案的原文从来不记，只记对错和选了第几项',
    ],
  }
}
