import * as z from 'zod'
import type { Reading } from './problem.ts'
import { readYaml } from './yaml.ts'

const words = z.string().trim().min(1)

/** `courses/glossary.yaml`: each term's name, its English name, and what it means with an example. */
const glossarySchema = z.record(
  z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  z.strictObject({ zh: words, en: words, say: words.max(160) }),
)

export interface TermEntry {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** One or two sentences in Chinese. */
  readonly say: string
}

export const glossaryFile = 'courses/glossary.yaml'

/** The terms in the order of their file. */
export function readGlossary(text: string): Reading<TermEntry[]> {
  const read = readYaml({ file: glossaryFile, line: 1, text }, glossarySchema)
  if (!read.ok) return read
  return { ok: true, value: Object.entries(read.value).map(([id, term]) => ({ id, ...term })) }
}
