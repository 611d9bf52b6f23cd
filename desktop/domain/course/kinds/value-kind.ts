import { verdictOf, type Common, type ValueVerdict } from './common.ts'

interface Named {
  readonly kind: string
}

/** A wrong answer that an author has thought of, and what must be said to it where that is known. */
export interface WrongAnswer<Answer> {
  readonly answer: Answer
  readonly say?: string
}

/**
 * The rules of one kind whose answer is a value, checked without any data. `view` never tells which
 * answer is right; `blank`, `fits` and `complete` know the view alone, so the page uses them too.
 */
interface Rules<Exercise, View, Answer> {
  view(exercise: Exercise, given: Answer | null): View
  /** An answer with nothing in it yet. */
  blank(view: View): Answer
  /** Whether an answer belongs to this view: false once the author has changed the exercise. */
  fits(view: View, answer: Answer): boolean
  /** Whether there is enough of an answer to check it. */
  complete(view: View, answer: Answer): boolean
  /** Speaks about this very answer; given only answers that fit. */
  check(exercise: Exercise, answer: Answer): ValueVerdict
  right(exercise: Exercise): Answer
  /** The right answer begun: what `fade: part` starts from. */
  begun(exercise: Exercise): Answer
  /** Wrong answers to prove the exercise with: the author's own, and the nearest others. */
  wrong(exercise: Exercise): readonly WrongAnswer<Answer>[]
  /** An answer as it is written in a YAML file; `undefined` where it cannot be one. */
  written(exercise: Exercise, value: unknown): Answer | undefined
}

/** A kind to those who do not know which: `undefined` where exercise or answer are of another. */
export interface ValueKind<View, Answer> {
  readonly kind: string
  /** How an answer is written in a file, for a message. */
  readonly form: string
  view(exercise: Named): View | undefined
  blank(view: Named): Answer | undefined
  fits(view: Named, answer: Named): boolean
  complete(view: Named, answer: Named): boolean
  check(exercise: Named, answer: Named): ValueVerdict | undefined
  right(exercise: Named): Answer | undefined
  wrong(exercise: Named): readonly WrongAnswer<Answer>[]
  written(exercise: Named, value: unknown): Answer | undefined
}

const changed = '这道题的内容刚刚改过，答案对不上了。请重新打开这一课，再做一遍。'

export function valueKind<
  Exercise extends Common & Named,
  View extends Named,
  Answer extends Named,
>(
  kind: Exercise['kind'] & View['kind'] & Answer['kind'],
  form: string,
  rules: Rules<Exercise, View, Answer>,
): ValueKind<View, Answer> {
  const isExercise = (one: Named): one is Exercise => one.kind === kind
  const isView = (one: Named): one is View => one.kind === kind
  const isAnswer = (one: Named): one is Answer => one.kind === kind
  const view = (exercise: Exercise) => rules.view(exercise, given(exercise))
  const given = (exercise: Exercise): Answer | null => {
    if (exercise.fade === 'alone') return null
    return exercise.fade === 'shown' ? rules.right(exercise) : rules.begun(exercise)
  }
  const check = (exercise: Exercise, answer: Answer): ValueVerdict => {
    if (!rules.fits(view(exercise), answer)) return verdictOf('error', changed)
    const verdict = rules.check(exercise, answer)
    const { done } = exercise
    if (verdict.code !== 'ok' || done === undefined) return verdict
    return { ...verdict, notes: [...verdict.notes, done] }
  }
  return {
    kind,
    form,
    view: (exercise) => (isExercise(exercise) ? view(exercise) : undefined),
    blank: (one) => (isView(one) ? rules.blank(one) : undefined),
    fits: (one, answer) => isView(one) && isAnswer(answer) && rules.fits(one, answer),
    complete: (one, answer) => isView(one) && isAnswer(answer) && rules.complete(one, answer),
    check: (exercise, answer) =>
      isExercise(exercise) && isAnswer(answer) ? check(exercise, answer) : undefined,
    right: (exercise) => (isExercise(exercise) ? rules.right(exercise) : undefined),
    wrong: (exercise) => (isExercise(exercise) ? rules.wrong(exercise) : []),
    written: (exercise, value) =>
      isExercise(exercise) ? rules.written(exercise, value) : undefined,
  }
}
