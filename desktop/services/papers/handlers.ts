import type { paperProcedures } from '../../contract/papers.ts'
import type { Handlers } from '../../contract/wire/procedure.ts'
import { answerKey } from '../../domain/classroom/answer-key.ts'
import type { Lesson } from '../../domain/course/lesson.ts'
import type { PdfPrinter } from '../certificate/ports.ts'
import type { Library } from '../learning/library.ts'
import { lessonView } from '../learning/lesson-view.ts'
import type { Datasets } from '../learning/sources.ts'
import { printPage } from './print-page.ts'

interface Parts {
  readonly library: Library
  readonly datasets: Datasets
  readonly printer: PdfPrinter
}

/** A lesson's papers: what they are drawn from, and their PDF. */
export function createPaperHandlers({
  library,
  datasets,
  printer,
}: Parts): Handlers<typeof paperProcedures, undefined> {
  return {
    async 'papers.read'({ course, lesson: id }) {
      const lesson = await library.lesson(course, id)
      const wanted = scenariosOf(lesson)
      const readings = await Promise.all(wanted.map((name) => library.readScenario(course, name)))
      return {
        lesson: lessonView(datasets, course, id, lesson),
        goals: await goalsOf(library, course, lesson),
        scenarios: readings.flatMap((reading) => (reading?.ok ? [reading.value] : [])),
        missing: wanted.filter((_, index) => !readings[index]?.ok),
        answers: answersOf(lesson),
      }
    },
    async 'papers.pdf'({ course, lesson: id, html, css }, { signal }) {
      const { title } = await library.lesson(course, id)
      const bytes = await printer.print(printPage({ title: title.zh, html, css }), signal)
      return { name: `致知教学资料-${fileWords(title.zh)}.pdf`, bytes: new Uint8Array(bytes) }
    },
  }
}

async function goalsOf(library: Library, id: string, { objectives }: Lesson) {
  const found = (await library.courses()).find(({ course }) => course.id === id)
  return objectives.flatMap((objective) => found?.course.objectives[objective] ?? [])
}

const scenariosOf = ({ blocks }: Lesson): string[] => [
  ...new Set(blocks.flatMap((block) => (block.kind === 'scenario' ? [block.scenario] : []))),
]

/** Those of the exercises that learners meet in the lesson; a test's questions stay with the test. */
const answersOf = ({ blocks }: Lesson) =>
  blocks.flatMap((block) => {
    if (block.kind !== 'exercise' || block.exercise.form !== undefined) return []
    const key = answerKey(block.exercise)
    return key ? [{ ...key, lines: [...key.lines] }] : []
  })

const fileWords = (title: string) => title.replaceAll(/[\\/:*?"<>|\s]+/g, ' ').trim()
