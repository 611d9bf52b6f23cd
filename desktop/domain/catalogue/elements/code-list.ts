import * as z from 'zod'

const text = z.string().trim().min(1)

const codeSchema = z.strictObject({
  code: text,
  /** What the code means; where there is none, the code is the word itself. */
  name: text.optional(),
  /** Other spellings in real tables: they tell what a column holds, but are not the code. */
  alias: z.array(text).optional(),
})

export const codeListSchema = z.strictObject({
  id: text,
  name: text,
  nameEn: text,
  /** The standard, or 致知自定. */
  standard: text,
  codes: z
    .array(codeSchema)
    .min(1)
    .refine((codes) => new Set(codes.map(({ code }) => code)).size === codes.length, '代码有重复'),
})
export type CodeList = z.infer<typeof codeListSchema>

export const codeListFileSchema = z.strictObject({ lists: z.array(codeListSchema) })

/** The words of a list that stand for a code without being one. */
export function labelsOf({ codes }: CodeList): Set<string> {
  const isCode = new Set(codes.map(({ code }) => code))
  const words = codes.flatMap(({ name, alias }) => [...(name ? [name] : []), ...(alias ?? [])])
  return new Set(words.filter((word) => !isCode.has(word)))
}
