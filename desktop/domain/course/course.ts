import * as z from 'zod'
import type { Reading } from './problem.ts'
import { titlesSchema } from './titles.ts'
import { readYaml } from './yaml.ts'

const words = z.string().trim().min(1)

/** `data.rate-or-count`: what somebody can do, under a name that exercises refer to. */
const objectiveIdSchema = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/)

/** Where the course's facts and methods come from; an address is shown, never opened. */
const sourceSchema = z.strictObject({ title: words, url: words.optional(), what: words })

/** Mastered: so many right of the last so many first attempts. */
const masterySchema = z
  .strictObject({ of: z.int().min(1).max(20), right: z.int().min(1).max(20) })
  .refine(({ of, right }) => right <= of, { path: ['right'], message: '不能比 of 大' })
export type MasteryRule = z.infer<typeof masterySchema>

/** `course.yaml`: what a course is; its lessons are the numbered folders beside it. */
const courseSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  /** A: data skills for cadres. B: the phone for elderly residents. C: teaching. */
  track: z.enum(['A', 'B', 'C']),
  title: titlesSchema,
  summary: titlesSchema,
  prerequisites: z.array(words).default([]),
  competences: z.array(words).default([]),
  minutes: z.int().min(1),
  objectives: z.record(objectiveIdSchema, titlesSchema).default({}),
  sources: z.array(sourceSchema).default([]),
  mastery: masterySchema.default({ of: 4, right: 3 }),
})
export type Course = z.infer<typeof courseSchema>

export function readCourse(file: string, text: string): Reading<Course> {
  return readYaml({ file, line: 1, text }, courseSchema)
}

/** A lesson's folder, `01-count-by-street`: the number gives the order, the whole is the id. */
export const isLessonFolder = (name: string): boolean => /^\d\d-[a-z0-9-]+$/.test(name)

/** Stands where a lesson's folder does: the course's questions before and after, `test.md`. */
export const testLesson = 'test'
