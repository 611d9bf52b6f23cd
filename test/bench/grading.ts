import { readdir, readFile } from 'node:fs/promises'
import { readLesson } from '../../desktop/domain/course/lesson.ts'
import { openLearning, type LearningBench } from '../integration/learning-support.ts'

/** Grading the SQL exercises of the shipped courses, hidden data and all. */

const courses = new URL('../../courses/', import.meta.url)

interface Task {
  readonly course: string
  readonly lesson: string
  readonly exercise: string
  readonly right: string
  /** The author's first slip. */
  readonly wrong: string
}

interface Grade {
  readonly task: Task
  readonly kind: 'first' | 'right' | 'wrong'
  readonly ms: number
}

/** One row for each way of grading: how long in ms, and how many took longer than a second. */
export async function benchGrading() {
  const tasks = await sqlTasks()
  const bench = await openLearning()
  try {
    const grades: Grade[] = []
    for (const task of tasks) grades.push(...(await gradesOf(bench, task)))
    return (['first', 'right', 'wrong'] as const).map((kind) => figureOf(kind, grades))
  } finally {
    await bench.close()
  }
}

/** The first grade prepares the exercise's data; the second and third find it there. */
async function gradesOf(bench: LearningBench, task: Task): Promise<Grade[]> {
  const first = await timed(bench, task, task.right, true)
  const right = await timed(bench, task, task.right, true)
  const wrong = await timed(bench, task, task.wrong, false)
  return [
    { task, kind: 'first', ms: first },
    { task, kind: 'right', ms: right },
    { task, kind: 'wrong', ms: wrong },
  ]
}

async function timed({ learning }: LearningBench, task: Task, sql: string, correct: boolean) {
  const { course, lesson, exercise } = task
  const start = performance.now()
  const verdict = await learning.grade(course, lesson, exercise, sql)
  const ms = performance.now() - start
  if (verdict.correct !== correct) throw new Error(`${nameOf(task)}: ${verdict.message}`)
  return ms
}

const nameOf = ({ course, lesson, exercise }: Task) => `${course}/${lesson}#${exercise}`

function figureOf(kind: Grade['kind'], grades: readonly Grade[]) {
  const own = grades.filter((grade) => grade.kind === kind).toSorted((a, b) => a.ms - b.ms)
  const at = (share: number) => own[Math.ceil(share * own.length) - 1]?.ms ?? Number.NaN
  const slowest = own.at(-1)
  return {
    name: `grade SQL, ${kind}`,
    exercises: own.length,
    p50_ms: at(0.5),
    p95_ms: at(0.95),
    max_ms: at(1),
    over_1_s: own.filter(({ ms }) => ms > 1000).length,
    slowest: slowest ? nameOf(slowest.task) : '',
  }
}

async function sqlTasks(): Promise<Task[]> {
  const entries = await readdir(courses, { recursive: true })
  const files = entries.filter((file) => /(?:^|\/)(?:lesson|test)\.md$/.test(file)).toSorted()
  return (await Promise.all(files.map(tasksIn))).flat()
}

async function tasksIn(file: string): Promise<Task[]> {
  const read = readLesson(file, await readFile(new URL(file, courses), 'utf8'))
  if (!read.ok) throw new Error(`${file}: ${read.problems[0]?.problem ?? ''}`)
  const [course = '', part = ''] = file.split('/')
  const lesson = part.replace(/\.md$/, '')
  return read.value.blocks.flatMap((block) => {
    if (block.kind !== 'exercise' || block.exercise.kind !== 'sql') return []
    const { id: exercise, reference, top, slips } = block.exercise
    const wrong = slips.find(({ like }) => like !== undefined)?.like
    if (wrong === undefined) return []
    const right = top === undefined ? reference : `${reference.trim()}\nLIMIT ${top}`
    return [{ course, lesson, exercise, right, wrong }]
  })
}
