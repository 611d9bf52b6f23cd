import * as z from 'zod'
import { consistencyRuleSchema } from './quality/consistency.ts'

const text = z.string().trim().min(1)

/**
 * The core items of the national catalogue guide (政务信息资源目录编制指南（试行）, 13 in all).
 * Name, summary, format and data items are the package's own title, description, resources and
 * fields, and are not written twice.
 */
const catalogueEntrySchema = z.strictObject({
  class: text,
  code: text,
  provider: text,
  /** 统一社会信用代码; null where it is not registered here. */
  providerCode: text.nullable(),
  sharing: z.strictObject({
    type: z.enum(['unconditional', 'conditional', 'none']),
    condition: text.nullable(),
    method: text,
  }),
  openness: z.strictObject({ open: z.boolean(), condition: text.nullable() }),
  updateCycle: z.enum([
    'realtime',
    'daily',
    'weekly',
    'monthly',
    'quarterly',
    'yearly',
    'irregular',
    'never',
  ]),
  released: z.iso.date(),
  related: z.array(text),
})

/**
 * Of each resource about people the fields that together might tell who somebody is: any row agrees
 * in all of them (an empty value being a value) with at least `k − 1` others.
 */
const quasiIdentifiersSchema = z
  .record(z.string(), z.array(z.string()).min(1))
  .refine((fields) => Object.keys(fields).length > 0, '至少要写一张表的准标识符')

/**
 * `none`: nothing in it is about a person. `deidentified`: still personal information by law.
 * `unassessed`: nobody has judged yet whether anything in it is.
 */
const personalInformationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none'), note: text }),
  z.strictObject({
    kind: z.literal('deidentified'),
    method: text,
    k: z.int().min(2),
    quasiIdentifiers: quasiIdentifiersSchema,
  }),
  z.strictObject({ kind: z.literal('unassessed'), note: text }),
])

const authorisationSchema = z.strictObject({
  grantee: text,
  purpose: text,
  /** Last day of the term; null where it does not end. */
  until: z.iso.date().nullable(),
  /** 条线内 · 跨部门 · 跨层级跨区域 */
  level: z.enum(['line', 'departments', 'regions']),
})

export const governanceSchema = z
  .strictObject({
    catalogue: catalogueEntrySchema,
    /** Level after GB/T 43697-2024: 一般 · 重要 · 核心. */
    level: z.enum(['general', 'important', 'core']),
    secrecy: z.enum(['none', 'work', 'state']),
    personalInformation: personalInformationSchema,
    steward: text,
    /** Who answers for 采集 · 反馈 · 管理 · 使用. */
    responsibilities: z.strictObject({ collect: text, feedBack: text, manage: text, use: text }),
    legalBasis: text,
    authorisation: authorisationSchema,
    /** Smallest count that may be shown; null needs its reason. */
    minimumCell: z.int().min(2).nullable(),
    minimumCellReason: text.optional(),
    /**
     * Of a resource by its name, the field that tells persons (or events) apart: a cell counts how
     * many of them are in it. Where none is named each row is one.
     */
    contributors: z.record(z.string(), text).optional(),
    /** What must hold between the fields of a row. */
    consistency: z.array(consistencyRuleSchema).optional(),
    /** How the data came to be, step by step. */
    lineage: z.array(text).min(1),
  })
  .refine((governance) => governance.minimumCell !== null || governance.minimumCellReason, {
    path: ['minimumCellReason'],
    message: '不设最小显示单元（null）时，要写明理由',
  })

export type Governance = z.infer<typeof governanceSchema>
