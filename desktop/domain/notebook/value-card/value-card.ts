import * as z from 'zod'
import { refusal } from '../issue.ts'
import { nameSchema } from '../name.ts'
import { isFormat } from '../value.ts'

const column = z.string().min(1).max(200)
const words = (length: number) => z.string().trim().max(length)

/** The number that the first one is held against, from the same row. */
const compareSchema = z.strictObject({
  column,
  label: words(60).min(1),
  /** In which direction a change is for the better. */
  better: z.enum(['up', 'down', 'none']).default('none'),
})

/** One number of a cell's first row, large. Its words may quote values as prose does. */
export const valueCardSchema = z.strictObject({
  from: nameSchema,
  column,
  label: words(100).min(1),
  format: z
    .string()
    .refine(isFormat, refusal('看不懂的格式', 'is not a format that is known'))
    .optional(),
  unit: words(20).optional(),
  compare: compareSchema.optional(),
  /** The denominator, the date, what is left out. */
  note: words(300).optional(),
  width: z.enum(['third', 'half', 'full']).default('third'),
})
export type ValueCard = z.infer<typeof valueCardSchema>

/** The card with each of its texts passed through `write`. */
export function mapCardTexts(card: ValueCard, write: (text: string) => string): ValueCard {
  const { label, note, compare } = card
  return {
    ...card,
    label: write(label),
    ...(note === undefined ? {} : { note: write(note) }),
    ...(compare ? { compare: { ...compare, label: write(compare.label) } } : {}),
  }
}

/** The texts of a card. */
export function cardTexts({ label, note, compare }: ValueCard): string[] {
  return [label, ...(note === undefined ? [] : [note]), ...(compare ? [compare.label] : [])]
}
