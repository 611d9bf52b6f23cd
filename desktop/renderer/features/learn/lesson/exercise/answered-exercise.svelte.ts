import type { Confidence } from '../../../../../domain/course/calibration.ts'
import type { Answer as AnyAnswer, Verdict } from '../../../../../contract/learn.ts'
import type { CommonView } from '../../../../../domain/course/kinds/common.ts'
import { HintTrail } from '../hint-trail.svelte.ts'
import type { Exam, LessonVisit } from '../lesson-visit.ts'
import { exerciseKey } from '../tasks.ts'
import { Work } from '../work.svelte.ts'

/** What the page must know of a kind to let somebody answer it. */
export interface AnswerRules<View, Answer> {
  /** The answer that the exercise begins with. */
  start(view: View): Answer | undefined
  /** A kept answer, where it still belongs to the exercise. */
  kept(view: View, draft: unknown): Answer | undefined
  /** Whether there is enough of an answer to check it. */
  complete(view: View, answer: Answer): boolean
  /** What follows the hints, where there is something. */
  half?(view: View): string | null
}

/** One exercise as the learner works on it: the answer so far, and what was said about it. */
export class AnsweredExercise<View extends CommonView, Answer extends AnyAnswer> {
  readonly block: View
  readonly #rules: AnswerRules<View, Answer>
  readonly hints: HintTrail
  readonly work = new Work()
  readonly #visit: LessonVisit
  readonly #key: string
  #answer = $state.raw<Answer>()
  #confidence = $state.raw<Confidence>()
  #verdict = $state.raw<Verdict>()
  #helped = false

  constructor(visit: LessonVisit, block: View, rules: AnswerRules<View, Answer>) {
    this.block = block
    this.#rules = rules
    this.#visit = visit
    this.#key = exerciseKey(visit.place, block.id)
    this.#answer = rules.kept(block, parsed(visit.drafts.read(this.#key))) ?? this.#start
    const seen = visit.progress.value.exercises[this.#key]?.hints
    this.hints = new HintTrail(block.hints, rules.half?.(block) ?? null, seen)
  }

  get exam(): Exam | undefined {
    return this.#visit.exam
  }

  get answer(): Answer | undefined {
    return this.#answer
  }

  /** How sure the learner is, where the exercise asks. */
  get confidence(): Confidence | undefined {
    return this.#confidence
  }

  /** About the answer as it stands: a change takes it away. */
  get verdict(): Verdict | undefined {
    return this.#verdict
  }

  get passed(): boolean {
    return this.#visit.progress.value.exercises[this.#key]?.correct ?? false
  }

  get complete(): boolean {
    return this.#answer !== undefined && this.#rules.complete(this.block, this.#answer)
  }

  /** Whether the answer is whole, but the learner has yet to say how sure he is. */
  get unsaid(): boolean {
    return this.complete && !this.exam && this.block.confidence && this.#confidence === undefined
  }

  /** Whether there is anything to start again from. */
  get changed(): boolean {
    return JSON.stringify(this.#answer) !== JSON.stringify(this.#start)
  }

  change(answer: Answer): void {
    this.#answer = answer
    this.#visit.drafts.write(this.#key, JSON.stringify(answer))
    this.#verdict = undefined
    this.work.cancel()
  }

  say(confidence: Confidence): void {
    this.#confidence = confidence
  }

  /** A part of the answer was shown, which is as much help as a hint. */
  help(): void {
    this.#helped = true
  }

  /** Back to how the exercise started. */
  reset(): void {
    const start = this.#start
    if (start) this.change(start)
    this.#confidence = undefined
  }

  async check(): Promise<void> {
    if (this.exam) {
      this.exam.submit()
      return
    }
    const answer = this.#answer
    if (answer === undefined || !this.complete || this.unsaid) return
    const { client, place, progress } = this.#visit
    const hints = Math.max(this.hints.used, this.#helped ? 1 : 0)
    const said = this.#confidence === undefined ? {} : { confidence: this.#confidence }
    const exercise = this.block.id
    const input = { ...place, exercise, learner: progress.learner, hints, ...said, answer }
    const verdict = await this.work.do((signal) => client.call('exercise.check', input, { signal }))
    if (!verdict) return
    this.#verdict = verdict
    const { correct, code } = verdict
    progress.attempted(place, { exercise, correct, code, hints, ...said })
    await this.#visit.settle()
  }

  get #start(): Answer | undefined {
    return this.#rules.start(this.block)
  }
}

/** What a draft says; nothing where it was written by another kind of exercise. */
function parsed(draft: string | undefined): unknown {
  try {
    return JSON.parse(draft ?? 'null')
  } catch {
    return undefined
  }
}
