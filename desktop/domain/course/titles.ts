import * as z from 'zod'

const words = z.string().trim().min(1)

/** A name in the languages of the interface. */
export const titlesSchema = z.strictObject({ zh: words, en: words })
export type Titles = z.infer<typeof titlesSchema>
