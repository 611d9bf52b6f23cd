import type { DataPackage } from '../data-package.ts'
import type { Assessment } from '../../privacy/deidentify/assessment.ts'
import { smallestK } from '../../privacy/deidentify/policy.ts'
import { decisionLine } from '../../privacy/deidentify/words.ts'
import type { Governance } from '../governance.ts'
import { explainStep } from './explain-step.ts'
import type { Imported } from './imported.ts'
import type { OutColumn } from './rows-out.ts'

/** A step that was done, with how many rows, columns or cells it changed. */
export interface DoneStep {
  readonly kind: Parameters<typeof explainStep>[0]
  readonly column: string | null
  readonly count: number
}

export interface Facts {
  readonly id: string
  readonly title: string
  readonly imported: Imported
  readonly steps: readonly DoneStep[]
  readonly columns: readonly Pick<OutColumn, 'name' | 'type' | 'unit' | 'decision'>[]
  readonly assessment: Assessment
  /** The column that tells persons apart. */
  readonly contributor: string | null
  readonly parquet: { readonly bytes: number; readonly sha256: string; readonly rows: number }
  readonly now: Date
}

/** Field types of Table Schema; a month is kept as its text. */
const fieldTypes = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  date: 'date',
  datetime: 'datetime',
  yearmonth: 'yearmonth',
} as const

const resourceName = 'data'
export const resourcePath = 'data/data.parquet'
const unknown = '未登记（本地导入）'

/** The descriptor of an imported file: what is not known is said to be unknown. */
export function describeImport(facts: Facts): DataPackage {
  const { id, title, imported, columns, parquet, now } = facts
  return {
    name: id,
    title,
    titles: { zh: title, en: title },
    description: `从文件“${imported.file}”导入，${imported.rowsKept} 行、${columns.length} 列。只在这台电脑上，没有共享。`,
    version: '1.0.0',
    created: now.toISOString(),
    licenses: [{ name: 'local', title: '未登记许可；只供本机使用' }],
    sources: [{ title: imported.file, version: `sha256:${imported.sha256}` }],
    keywords: ['本地导入'],
    synthetic: false,
    resources: [
      {
        name: resourceName,
        title,
        type: 'table',
        path: resourcePath,
        format: 'parquet',
        mediatype: 'application/vnd.apache.parquet',
        bytes: parquet.bytes,
        hash: `sha256:${parquet.sha256}`,
        rows: parquet.rows,
        schema: { fields: columns.map(fieldOf) },
      },
    ],
    governance: governanceOf(facts),
    imported,
  }
}

const fieldNotes: Readonly<Record<Exclude<Facts['columns'][number]['decision'], 'keep'>, string>> =
  {
    mask: '其中的个人信息已遮盖',
    pseudonymise: '代号：同一个值在这个工作区里总是同一个代号，在别处不同',
    age_band: '十岁一档的年龄段',
    street: '只留到街道、乡镇',
    month: '只留年月',
    shift: '日期整体平移过，不是真实日期',
    grid: '取到百分之一度',
  }

const fieldOf = ({ name, type, unit, decision }: Facts['columns'][number]) => ({
  name,
  type: fieldTypes[type],
  title: name.trim() === '' ? '（无名）' : name,
  ...(unit === undefined ? {} : { unit }),
  ...(decision === 'keep' ? {} : { description: fieldNotes[decision] }),
})

function governanceOf(facts: Facts): Governance {
  const { id, now, steps, imported, assessment, contributor } = facts
  const rest = imported.rowsRefused === 0 ? '' : `，${imported.rowsRefused} 行没有导入`
  return {
    catalogue: {
      class: '本地导入',
      code: `local:${id}`,
      provider: unknown,
      providerCode: null,
      sharing: { type: 'none', condition: null, method: '本地导入，没有共享' },
      openness: { open: false, condition: null },
      updateCycle: 'irregular',
      released: now.toISOString().slice(0, 10),
      related: [],
    },
    level: 'general',
    secrecy: 'none',
    personalInformation: personalInformation(facts),
    steward: unknown,
    responsibilities: { collect: unknown, feedBack: unknown, manage: unknown, use: unknown },
    legalBasis: unknown,
    authorisation: { grantee: '本机使用者', purpose: '未登记', until: null, level: 'line' },
    ...(assessment.people
      ? { minimumCell: smallestK }
      : { minimumCell: null, minimumCellReason: '没有发现个人信息；对外用以前请先核定' }),
    ...(contributor === null ? {} : { contributors: { [resourceName]: contributor } }),
    lineage: [
      `读入“${imported.file}”（${imported.recipe.encoding ?? 'XLSX'}，表“${imported.recipe.table}”），共 ${imported.rowsIn} 行`,
      ...steps.filter(({ count }) => count > 0).map((step) => explainStep(step.kind, step)),
      ...decisionLines(imported),
      ...riskLines(facts),
      `留下 ${imported.rowsKept} 行${rest}`,
    ],
  }
}

/** k is stated only where it is one by which rows can be hidden: of two and more. */
function personalInformation({ imported, assessment }: Facts): Governance['personalInformation'] {
  const { people, after, left } = assessment
  const lines = decisionLines(imported)
  if (people && after && after.k >= 2 && left.length > 0 && lines.length > 0) {
    const quasiIdentifiers = { [resourceName]: left }
    return { kind: 'deidentified', method: lines.join('；'), k: after.k, quasiIdentifiers }
  }
  const changed = `按格式查过全部行，处理了 ${lines.length} 列`
  const note = after
    ? `${changed}；k = ${after.k}，还有行容易认出是谁`
    : `${changed}；没有做过去标识评估`
  return { kind: 'unassessed', note }
}

function riskLines({ imported, assessment: { before, after, quasi } }: Facts): string[] {
  const important = imported.level === 'important'
  const by = quasi.map((name) => `“${name}”`).join('、')
  return [
    ...(before && after ? [`按${by}算，k 由 ${before.k} 到 ${after.k}`] : []),
    ...(important
      ? ['原文件按重要数据登记，已按重要数据的要求去标识；级别请由管理这份数据的单位确认']
      : []),
  ]
}

function decisionLines({ decisions }: Imported): string[] {
  return Object.entries(decisions).flatMap(([column, decision]) =>
    decision === 'keep' ? [] : [decisionLine[decision](column)],
  )
}
