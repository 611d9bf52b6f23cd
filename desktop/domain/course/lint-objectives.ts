import { competence } from './competences.ts'
import { testLesson, type Course } from './course.ts'
import { exerciseOf, type Lesson } from './lesson.ts'
import { unevenObjectives, type TestItem } from './placement.ts'
import type { Problem } from './problem.ts'
import { itemsOf } from './outline.ts'

/** Competences that are in none of the frames, and prerequisites that point at the course itself. */
export function lintCourse(file: string, course: Course): Problem[] {
  const told = (problem: string): Problem => ({ file, line: 1, problem })
  return [
    ...unknownCompetences(course.competences).map(told),
    ...(course.prerequisites.includes(course.id) ? [told('prerequisites 里写了自己')] : []),
  ]
}

const unknownCompetences = (codes: readonly string[]): string[] =>
  codes
    .filter((code) => competence(code) === undefined)
    .map((code) => `不认识能力“${code}”：写成 DigComp-1.3、江苏-③ 或 国办发〔2020〕45号-消费 这样`)

/** Objectives that the course does not declare, and a test that could not be compared or evaluated. */
export function lintLesson(course: Course, id: string, lesson: Lesson): Problem[] {
  const { file } = lesson
  const head = (problem: string): Problem => ({ file, line: 2, problem })
  const declared = new Set(Object.keys(course.objectives))
  const missing = (objective: string) => declared.size > 0 && !declared.has(objective)
  const unknown = (objective: string) => `目标 ${objective} 没有写在 course.yaml 的 objectives 里`
  const exercises = lesson.blocks.flatMap((block): Problem[] => {
    if (block.kind !== 'exercise') return []
    const { objective, form } = block.exercise
    const told = (problem: string) => {
      return { file, line: block.line, problem: `练习 ${block.exercise.id}：${problem}` }
    }
    return [
      ...(objective !== undefined && missing(objective) ? [told(unknown(objective))] : []),
      ...(id === testLesson && (form === undefined || objective === undefined)
        ? [told('测验里的题要写 form（A 或 B）和 objective')]
        : []),
    ]
  })
  return [
    ...unknownCompetences(lesson.competences).map(head),
    ...lesson.objectives.filter(missing).map((objective) => head(unknown(objective))),
    ...exercises,
    ...(id === testLesson ? lintForms(lesson) : []),
  ]
}

function lintForms(lesson: Lesson): Problem[] {
  const items = itemsOf(testLesson, lesson).flatMap(({ id, objective, form }): TestItem[] =>
    objective === null || form === null ? [] : [{ id, objective, form }],
  )
  return unevenObjectives(items).map((objective) => {
    const first = items.find((item) => item.objective === objective)
    const block = lesson.blocks.find(
      (each) => each.kind === 'exercise' && each.exercise === exerciseOf(lesson, first?.id ?? ''),
    )
    const line = block && 'line' in block ? block.line : 2
    const problem = `目标 ${objective} 在 A、B 两卷里的题数不一样，前后没法比`
    return { file: lesson.file, line, problem }
  })
}
