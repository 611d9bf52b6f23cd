import * as z from 'zod'

/** The five basic databases: 人 房 企 事 地. */
export const databases = ['person', 'housing', 'enterprise', 'event', 'place'] as const
const databaseSchema = z.enum(databases)
export type Database = z.infer<typeof databaseSchema>

/** What an element of our own names as its source; everything else names a standard. */
export const ownSource = '致知自定'

const text = z.string().trim().min(1)
const id = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== ''
  } catch {
    return false
  }
}

/** How a value is checked; without a rule, by the element's format alone. */
const ruleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('resident-id') }),
  z.strictObject({ kind: z.literal('credit-code') }),
  z.strictObject({ kind: z.literal('organisation-code') }),
  z.strictObject({
    kind: z.literal('division-code'),
    digits: z.union([z.literal(6), z.literal(9), z.literal(12)]),
  }),
  z.strictObject({ kind: z.literal('mobile') }),
  z.strictObject({ kind: z.literal('code-list') }),
  z.strictObject({ kind: z.literal('boolean') }),
  /** Not before `from`, not after `to`; both days count. */
  z.strictObject({
    kind: z.literal('date'),
    from: z.iso.date().optional(),
    to: z.union([z.literal('today'), z.iso.date()]).optional(),
  }),
  z.strictObject({
    kind: z.literal('number'),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  /** The whole value matches; `says` tells the pattern in words. */
  z.strictObject({
    kind: z.literal('pattern'),
    pattern: z.string().refine(isPattern, '不是能用的正则表达式'),
    says: text,
  }),
])
export type Rule = z.infer<typeof ruleSchema>

/** Signs as the standards write them; see `format.ts`. */
const formatSchema = z
  .string()
  .regex(
    /^(?:(?:an|a|n)(?:\.\.)?[1-9]\d*(?:,\d+)?|YYYYMMDD(?:hhmmss)?)$/,
    '格式写法不对，如 an..18',
  )

/** A standard data element (数据元) as its file writes it; the file says of which database. */
const writtenElementSchema = z
  .strictObject({
    id,
    name: text,
    nameEn: text,
    definition: text,
    type: z.enum(['text', 'integer', 'number', 'date', 'datetime', 'boolean']),
    format: formatSchema.optional(),
    unit: text.optional(),
    /** The id of its code list. */
    codes: id.optional(),
    rule: ruleSchema.optional(),
    /** What real tables call it. */
    synonyms: z.array(text).min(1),
    source: text,
  })
  .refine((element) => (element.codes !== undefined) === (element.rule?.kind === 'code-list'), {
    path: ['codes'],
    message: '代码表（codes）和规则 code-list 要一起写',
  })

export const elementFileSchema = z.strictObject({
  database: databaseSchema,
  elements: z.array(writtenElementSchema).min(1),
})

export const elementSchema = writtenElementSchema.safeExtend({ database: databaseSchema })
export type Element = z.infer<typeof elementSchema>
