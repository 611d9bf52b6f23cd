import type { DataPackage } from '../data-package.ts'
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
  readonly columns: readonly Pick<OutColumn, 'name' | 'type' | 'unit' | 'masked'>[]
  /** Columns that were taken out or masked because personal information was found there. */
  readonly protectedColumns: number
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
        name: 'data',
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

const fieldOf = ({ name, type, unit, masked }: Facts['columns'][number]) => ({
  name,
  type: fieldTypes[type],
  title: name.trim() === '' ? '（无名）' : name,
  ...(unit === undefined ? {} : { unit }),
  ...(masked ? { description: '其中的个人信息已遮盖' } : {}),
})

function governanceOf({ id, now, steps, imported, protectedColumns }: Facts): Governance {
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
    personalInformation: {
      kind: 'unassessed',
      note: `自动查过全部行，处理了 ${protectedColumns} 列；姓名、住址靠上下文判断，可能有漏，没有做过去标识评估`,
    },
    steward: unknown,
    responsibilities: { collect: unknown, feedBack: unknown, manage: unknown, use: unknown },
    legalBasis: unknown,
    authorisation: { grantee: '本机使用者', purpose: '未登记', until: null, level: 'line' },
    minimumCell: null,
    minimumCellReason: '本地导入，还没有核定；对外用以前请先核定',
    lineage: [
      `读入“${imported.file}”（${imported.recipe.encoding ?? 'XLSX'}，表“${imported.recipe.table}”），共 ${imported.rowsIn} 行`,
      ...steps.filter(({ count }) => count > 0).map((step) => explainStep(step.kind, step)),
      ...decisionLines(imported),
      `留下 ${imported.rowsKept} 行${rest}`,
    ],
  }
}

function decisionLines({ decisions }: Imported): string[] {
  return Object.entries(decisions).flatMap(([column, decision]) => {
    if (decision === 'keep') return []
    return [decision === 'drop' ? `去掉“${column}”这一列` : `遮盖“${column}”里的个人信息`]
  })
}
