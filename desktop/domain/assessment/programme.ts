import * as z from 'zod'
import { titlesSchema } from '../course/titles.ts'
import type { Reading } from '../course/problem.ts'
import { readYaml } from '../course/yaml.ts'
import type { ItemUse } from './bank.ts'
import type { SittingKind } from './events.ts'

const words = z.string().trim().min(1)
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const minutes = z.int().min(1).max(240)

/** A training of several courses and how what it taught is shown: `courses/programmes/<id>.yaml`. */
const programmeSchema = z.strictObject({
  id,
  title: titlesSchema,
  summary: titlesSchema,
  /** In the order in which they are taken; two objectives of each stand in every form. */
  courses: z.array(z.strictObject({ course: id, core: z.array(words).min(1).max(4) })).min(1),
  /** The course whose last work is judged by a rubric. */
  capstone: id.optional(),
  minutes: z.strictObject({ placement: minutes, before: minutes, after: minutes, final: minutes }),
  /** Passed with this share of all, and so many right in every course. */
  pass: z.strictObject({ share: z.number().gt(0).max(1), each: z.int().min(0).max(3) }),
})
export type Programme = z.infer<typeof programmeSchema>

export function readProgramme(file: string, text: string): Reading<Programme> {
  return readYaml({ file, line: 1, text }, programmeSchema)
}

/**
 * Which of the two forms a half of the cohort takes when: swapped, so that a harder form is no gain.
 *
 * @param first the form taken before, which is never asked again after: a learner whose training was
 *   closed, or who is in another class by now, may be in another half
 */
export function formFor(
  kind: SittingKind,
  half: 1 | 2,
  first?: 'A' | 'B' | null,
): 'A' | 'B' | null {
  if (kind !== 'before' && kind !== 'after') return null
  if (kind === 'after' && first) return first === 'A' ? 'B' : 'A'
  return (kind === 'before') === (half === 1) ? 'A' : 'B'
}

/** Which of the bank's items a sitting asks. */
export function useOf(kind: SittingKind, form: 'A' | 'B' | null): ItemUse {
  if (kind === 'placement' || kind === 'final') return kind
  return form ?? 'A'
}
