import * as z from 'zod'
import { titlesSchema, type Titles } from './titles.ts'
import { exerciseSchema, type Exercise } from './exercise.ts'
import { exerciseIdSchema } from './kinds/common.ts'
import { tokensOf, type ContainerName, type LessonToken } from './markdown.ts'
import type { Problem, Reading } from './problem.ts'
import { readYaml } from './yaml.ts'

const words = z.string().trim().min(1)

const headSchema = z.strictObject({
  title: titlesSchema,
  minutes: z.int().min(1).max(90),
  objectives: z.array(words).default([]),
  competences: z.array(words).default([]),
  datasets: z.array(words).default([]),
})

const scenarioUseSchema = z.strictObject({ id: exerciseIdSchema })
const drillUseSchema = z.strictObject({ schemes: z.array(exerciseIdSchema).min(1) })

export type LessonBlock =
  | { readonly kind: 'prose' | ContainerName; readonly text: string }
  | { readonly kind: 'sql-demo'; readonly sql: string; readonly line: number }
  | { readonly kind: 'scenario'; readonly scenario: string; readonly line: number }
  | { readonly kind: 'drill'; readonly schemes: readonly string[]; readonly line: number }
  | { readonly kind: 'exercise'; readonly exercise: Exercise; readonly line: number }

/** A lesson as its author wrote it, answers included. */
export interface Lesson {
  readonly file: string
  readonly title: Titles
  readonly minutes: number
  readonly objectives: readonly string[]
  readonly competences: readonly string[]
  readonly datasets: readonly string[]
  readonly blocks: readonly LessonBlock[]
}

export type LessonHead = Omit<Lesson, 'file' | 'blocks'>

/** Reads the front matter alone: what a course's list of lessons shows. */
export function readHead(file: string, source: string): Reading<LessonHead> {
  const parts = partsOf(source)
  if (parts) return readYaml({ file, line: 2, text: parts.head }, headSchema)
  const problem = '文件开头要有说明：第一行写 ---，然后是 title、minutes 等，再以一行 --- 结束'
  return { ok: false, problems: [{ file, line: 1, problem }] }
}

function partsOf(source: string): { readonly head: string; readonly body: string } | undefined {
  const text = source.replaceAll('\r\n', '\n')
  const [, head, body] = /^---\n([\s\S]*?\n)---\n?([\s\S]*)$/.exec(text) ?? []
  return head === undefined || body === undefined ? undefined : { head, body }
}

/** Reads `lesson.md`: front matter, then prose, containers and fences in their order. */
export function readLesson(file: string, source: string): Reading<Lesson> {
  const head = readHead(file, source)
  const parts = partsOf(source)
  const firstLine = (parts?.head.split('\n').length ?? 0) + 2
  const readings = tokensOf(parts?.body ?? '', firstLine).map((token) => readBlock(file, token))
  const blocks = readings.flatMap((reading) => (reading.ok ? [reading.value] : []))
  const problems = [
    ...(head.ok ? [] : head.problems),
    ...readings.flatMap((reading) => (reading.ok ? [] : reading.problems)),
    ...repeatedIds(file, blocks),
  ]
  if (!head.ok || problems.length > 0) return { ok: false, problems }
  return { ok: true, value: { file, ...head.value, blocks } }
}

function readBlock(file: string, token: LessonToken): Reading<LessonBlock> {
  const { line } = token
  const refuse = (problem: string) => ({ ok: false, problems: [{ file, line, problem }] }) as const
  if (token.kind === 'wrong') return refuse(token.problem)
  if (token.kind !== 'fence') return { ok: true, value: { kind: token.kind, text: token.text } }
  const part = { file, line: line + 1, text: token.text }
  switch (token.name) {
    case 'exercise': {
      const read = readYaml(part, exerciseSchema)
      return read.ok ? { ok: true, value: { kind: 'exercise', exercise: read.value, line } } : read
    }
    case 'scenario': {
      const read = readYaml(part, scenarioUseSchema)
      return read.ok
        ? { ok: true, value: { kind: 'scenario', scenario: read.value.id, line } }
        : read
    }
    case 'drill': {
      // all schemes, where nothing stands in it
      if (token.text.trim() === '') return { ok: true, value: { kind: 'drill', schemes: [], line } }
      const read = readYaml(part, drillUseSchema)
      return read.ok ? { ok: true, value: { kind: 'drill', ...read.value, line } } : read
    }
    case 'sql-demo':
      if (token.text.trim() === '') return refuse('sql-demo 是空的，写上一条查询')
      return { ok: true, value: { kind: 'sql-demo', sql: token.text.trim(), line } }
  }
}

function repeatedIds(file: string, blocks: readonly LessonBlock[]): Problem[] {
  const seen = new Set<string>()
  return blocks.flatMap((block) => {
    if (block.kind !== 'exercise') return []
    const { id } = block.exercise
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [{ file, line: block.line, problem: `练习的 id “${id}” 用了两次，换一个` }]
  })
}

/** The lesson's exercise of that id. */
export function exerciseOf(lesson: Lesson, id: string): Exercise | undefined {
  for (const block of lesson.blocks) {
    if (block.kind === 'exercise' && block.exercise.id === id) return block.exercise
  }
  return undefined
}

/** The lesson without the questions that belong to a test before or after. */
export function lessonRun(lesson: Lesson): Lesson {
  const runs = (block: LessonBlock) =>
    block.kind !== 'exercise' || block.exercise.form === undefined
  return { ...lesson, blocks: lesson.blocks.filter(runs) }
}
