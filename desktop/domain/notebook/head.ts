import * as z from 'zod'
import { nameSchema } from './name.ts'
import type { DatasetUse, FrontMatter } from './notebook.ts'
import { refusal } from './issue.ts'
import { valueSchema } from './input.ts'

/** `census-2020`, or `census-2020@1.2.0` where one version is meant. */
const datasetUse = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}(?:@\d+\.\d+\.\d+)?$/, {
    error: 'must be a dataset id, such as census-2020 or census-2020@1.0.0',
  })
  .transform((text): DatasetUse => {
    const [id = '', version] = text.split('@')
    return { id, version }
  })

/** The front matter's schema. */
export const headSchema = z.strictObject({
  title: z.string().trim().min(1).max(100),
  question: z.string().trim().max(500).default(''),
  datasets: z.array(datasetUse).max(50).default([]),
  params: z
    .record(nameSchema, valueSchema, {
      error: () => refusal('应是“名: 值”的对照', 'must be a map of name to value').message,
    })
    .default({}),
})

/** What stands where the front matter cannot be read. */
export const emptyHead: FrontMatter = { title: '', question: '', datasets: [], params: {} }
