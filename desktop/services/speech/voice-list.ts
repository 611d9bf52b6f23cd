import { type Exercise } from '../../domain/course/exercise.ts'
import { exerciseView } from '../../domain/course/exercise-view.ts'
import type { LessonBlock } from '../../domain/course/lesson.ts'
import { exerciseText } from '../../domain/speech/exercise-text.ts'
import { plainMarkdown } from '../../domain/speech/plain-markdown.ts'
import { sentenceKey, sentencesOf } from '../../domain/speech/sentences.ts'
import type { Library } from '../learning/library.ts'

/** A sentence to be recorded, and where in the course it is heard first. */
export interface SentenceToRecord {
  readonly sentence: string
  readonly place: string
}

/** Every sentence that a course reads aloud, each once, in the order they are met. */
export async function sentencesToRecord(
  library: Library,
  course: string,
): Promise<SentenceToRecord[]> {
  const found = new Map<string, SentenceToRecord>()
  const take = (place: string, text: string) => {
    for (const { start, end } of sentencesOf(text)) {
      const sentence = text.slice(start, end).trim()
      const key = sentenceKey(sentence)
      if (key !== '' && !found.has(key)) found.set(key, { sentence, place })
    }
  }
  for (const id of await library.lessonIds(course)) {
    const lesson = await library.lesson(course, id)
    for (const text of lesson.blocks.flatMap(textsOf)) take(`${course}/${id}`, text)
  }
  for (const id of await library.scenarioIds(course)) {
    const scenario = await library.scenario(course, id)
    for (const text of saidIn(scenario, ['say', 'hint', 'teach'])) {
      take(`${course}/scenarios/${id}`, text)
    }
  }
  return [...found.values()]
}

function textsOf(block: LessonBlock): string[] {
  switch (block.kind) {
    case 'prose':
    case 'card':
      return [plainMarkdown(block.text)]
    case 'exercise':
      return [exerciseText(exerciseView(block.exercise)), ...feedbackOf(block.exercise)]
    default:
      return []
  }
}

/** What is told after an answer, wherever the kind of exercise keeps it. */
const feedbackOf = (exercise: Exercise): string[] =>
  saidIn(exercise, ['because', 'say', 'done']).map(plainMarkdown)

/** The texts that stand under these names, however deep. */
function saidIn(value: unknown, names: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'string' && names.includes(name) ? [inner] : saidIn(inner, names),
  )
}
