import * as z from 'zod'
import { parameterSchema } from './table.ts'
import { bytes, procedure } from './wire/procedure.ts'

/** What a notebook can leave as. `data`: its tables as CSV and Parquet, its charts as pictures. */
export const reportFormats = ['html', 'pdf', 'docx', 'xlsx', 'data', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

const fileSchema = z.object({ path: z.string(), sha256: z.string() })

const cellRecordSchema = z.object({
  name: z.string(),
  sql: z.string(),
  status: z.string(),
  rows: z.number(),
  columns: z.array(z.string()),
  /** Of the rows in any order; null where there are too many of them to be compared by value. */
  sha256: z.string().nullable(),
  /** The rows themselves, where they are few. */
  values: z.array(z.array(z.string())).nullable(),
})

/** What a report was made of and came to, for machines: carried in the report itself. */
export const reportRecordSchema = z.object({
  format: z.literal('zhizhi-report/1'),
  title: z.string(),
  made: z.string(),
  app: z.string(),
  recipient: z.enum(['government', 'outside']),
  /** SHA-256 of the notebook's text. */
  notebook: z.string(),
  parameters: z.record(z.string(), z.string()),
  datasets: z.array(
    z.object({ id: z.string(), version: z.string().nullable(), files: z.array(fileSchema) }),
  ),
  cells: z.array(cellRecordSchema),
  /** What the text quotes, as it stands in the text. */
  numbers: z.array(z.object({ quote: z.string(), text: z.string() })),
})
export type ReportRecord = z.infer<typeof reportRecordSchema>
export type CellRecord = z.infer<typeof cellRecordSchema>

/** What a report is made of, as its changes are told. */
export const changeWords = {
  notebook: { zh: '笔记', en: 'Notebook' },
  recipient: { zh: '读者', en: 'Recipient' },
  parameter: { zh: '参数', en: 'Parameter' },
  dataset: { zh: '数据', en: 'Dataset' },
  cell: { zh: '单元', en: 'Cell' },
  number: { zh: '引用的数', en: 'Quoted number' },
} as const
const changed = ['notebook', 'recipient', 'parameter', 'dataset', 'cell', 'number'] as const

/** One thing that is no longer as it was. */
export const reportChangeSchema = z.object({
  of: z.enum(changed),
  name: z.string(),
  zh: z.string(),
  en: z.string(),
})
export type ReportChange = z.infer<typeof reportChangeSchema>

const asked = z.object({
  source: z.string().max(2_000_000),
  values: z.record(z.string(), parameterSchema),
  recipient: z.enum(['government', 'outside']),
})

export const reportProcedures = {
  /** The notebook as a file: run once more, through disclosure control. */
  'report.make': procedure({
    input: asked.extend({ format: z.enum(reportFormats) }),
    output: z.object({
      name: z.string(),
      media: z.string(),
      bytes,
      /** What a reader of the file must know besides, such as pictures that could not be drawn. */
      notes: z.array(z.object({ zh: z.string(), en: z.string() })),
    }),
    progress: z.number(),
  }),
  /** What differs from an earlier report, a file of HTML, Word, PDF or JSON. */
  'report.compare': procedure({
    input: asked.extend({ previous: bytes }),
    output: z.object({ made: z.string(), title: z.string(), changes: z.array(reportChangeSchema) }),
    progress: z.number(),
  }),
} as const
