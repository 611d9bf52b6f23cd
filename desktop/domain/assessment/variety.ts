import { isOnData } from '../course/data-exercise.ts'
import { rulesOf, type Exercise } from '../course/exercise.ts'
import { exerciseView } from '../course/exercise-view.ts'
import type { Instance } from './instance.ts'

/**
 * Of fewer different questions two learners who sit side by side often get the same one; of fewer
 * different numbers one that was heard is worth trying.
 */
export const fewest = 20

/** What an item's draws came to. */
export interface Variety {
  /** Draws that were looked at. */
  readonly drawn: number
  readonly questions: number
  readonly answers: number
}

/** Where an item's draws are less different than they should be. */
export type Lack = 'questions' | 'answers'

/** Answers are few by nature where their pieces are shown; only what is typed can be told on. */
export function lacksOf({ questions, answers }: Variety, kind: string): Lack[] {
  const typed = ['number', 'fill', 'threshold'].includes(kind)
  return [
    ...(questions < fewest ? (['questions'] as const) : []),
    ...(typed && answers < fewest ? (['answers'] as const) : []),
  ]
}

/** Counts how different an item's draws are. */
export class VarietyCount {
  readonly #questions = new Set<string>()
  readonly #answers = new Set<string>()
  #drawn = 0

  /** Whether this question was there before. */
  take({ exercise }: Instance): boolean {
    this.#drawn += 1
    const question = questionKey(exercise)
    const before = this.#questions.has(question)
    this.#questions.add(question)
    this.#answers.add(answerKey(exercise))
    return before
  }

  get variety(): Variety {
    return {
      ...{ drawn: this.#drawn, questions: this.#questions.size, answers: this.#answers.size },
    }
  }
}

/** What a learner sees and what is right; hints do not count, nor the order of mixed options. */
function questionKey(exercise: Exercise): string {
  const view: { readonly kind: string } = exerciseView(exercise)
  const seen = { ...view, id: '', hints: [], given: null }
  if (exercise.kind === 'indicator') {
    const parts = exercise.parts.map(({ text }) => text).toSorted()
    return `${JSON.stringify({ ...seen, parts })} ${answerKey(exercise)}`
  }
  if (exercise.kind !== 'choice') return `${JSON.stringify(seen)} ${answerKey(exercise)}`
  const options = exercise.options.map(({ text, right }) => `${text} ${right}`).toSorted()
  return JSON.stringify({ ...seen, options })
}

/** The right answer: of what is answered on data, the author's own query or cell stands for it. */
function answerKey(exercise: Exercise): string {
  if (exercise.kind === 'choice') {
    const right = exercise.options.filter((option) => option.right).map(({ text }) => text)
    return JSON.stringify(right.toSorted())
  }
  if (exercise.kind === 'indicator') {
    const { parts, numerator, denominator, exclusions } = exercise
    const said = (ids: readonly string[]) =>
      ids.map((id) => parts.find((part) => part.id === id)?.sql).toSorted()
    return JSON.stringify([numerator, denominator, exclusions].map(said))
  }
  if (exercise.kind === 'sql') return exercise.reference
  if (!isOnData(exercise)) return JSON.stringify(rulesOf(exercise).right(exercise))
  if (exercise.kind === 'query' || exercise.kind === 'pivot') return exercise.reference
  const { id: _, ask: _ask, hints: _hints, done: _done, ...rest } = exercise
  return JSON.stringify(rest)
}
