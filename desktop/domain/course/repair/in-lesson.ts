import type { Lesson, LessonBlock } from '../lesson.ts'
import type { Problem, Reading } from '../problem.ts'
import { repairFaults } from './faults.ts'
import { repairTable } from './table.ts'

/** The files, in the lesson's folder, that its exercises have their tables in. */
export function tableFiles({ blocks }: Lesson): string[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'exercise' || block.exercise.kind !== 'repair') return []
    return block.exercise.file ?? []
  })
}

/**
 * The lesson with the tables of its files in their exercises; refused where a table cannot be read,
 * or an exercise names places that its table has not.
 * @param files the files' texts by their names
 */
export function withTables(lesson: Lesson, files: ReadonlyMap<string, string>): Reading<Lesson> {
  const problems: Problem[] = []
  const blocks = lesson.blocks.map((block): LessonBlock => {
    if (block.kind !== 'exercise' || block.exercise.kind !== 'repair') return block
    const { exercise, line } = block
    const told = (problem: string) =>
      problems.push({ file: lesson.file, line, problem: `练习 ${exercise.id}：${problem}` })
    const reading = repairTable(exercise, files.get(exercise.file ?? ''))
    if (!reading.ok) {
      told(reading.problem)
      return block
    }
    repairFaults(exercise, reading.table).forEach(told)
    return { ...block, exercise: { ...exercise, table: reading.table } }
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { ...lesson, blocks } }
}
