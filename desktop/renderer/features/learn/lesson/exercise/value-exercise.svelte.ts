import {
  valueAnswerSchema,
  type ValueAnswer,
  type ValueView,
  rulesOf,
} from '../../../../../domain/course/exercise.ts'
import type { Confidence } from '../../../../../domain/course/calibration.ts'
import type { Verdict } from '../../../../../contract/learn.ts'
import { HintTrail } from '../hint-trail.svelte.ts'
import type { LessonVisit } from '../lesson-visit.ts'
import { exerciseKey } from '../tasks.ts'
import { Work } from '../work.svelte.ts'

/** One exercise whose answer is a value: the answer so far, and what was said about it. */
export class ValueExercise {
  readonly block: ValueView
  readonly hints: HintTrail
  readonly work = new Work()
  readonly #visit: LessonVisit
  readonly #key: string
  #answer = $state.raw<ValueAnswer>()
  #confidence = $state.raw<Confidence>()
  #verdict = $state.raw<Verdict>()

  constructor(visit: LessonVisit, block: ValueView) {
    this.block = block
    this.#visit = visit
    this.#key = exerciseKey(visit.place, block.id)
    this.#answer = keptAnswer(block, visit.drafts.read(this.#key)) ?? this.#start
    const seen = visit.progress.value.exercises[this.#key]?.hints
    this.hints = new HintTrail(block.hints, null, seen)
  }

  get answer(): ValueAnswer | undefined {
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
    return this.#answer !== undefined && rulesOf(this.block).complete(this.block, this.#answer)
  }

  /** Whether the answer is whole, but the learner has yet to say how sure he is. */
  get unsaid(): boolean {
    return this.complete && this.block.confidence && this.#confidence === undefined
  }

  /** Whether there is anything to start again from. */
  get changed(): boolean {
    return JSON.stringify(this.#answer) !== JSON.stringify(this.#start)
  }

  change(answer: ValueAnswer): void {
    this.#answer = answer
    this.#visit.drafts.write(this.#key, JSON.stringify(answer))
    this.#verdict = undefined
    this.work.cancel()
  }

  say(confidence: Confidence): void {
    this.#confidence = confidence
  }

  /** Back to how the exercise started. */
  reset(): void {
    const start = this.#start
    if (start) this.change(start)
    this.#confidence = undefined
  }

  async check(): Promise<void> {
    const answer = this.#answer
    if (answer === undefined || !this.complete || this.unsaid) return
    const { client, place, progress } = this.#visit
    const hints = this.hints.used
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

  get #start(): ValueAnswer | undefined {
    return this.block.given ?? rulesOf(this.block).blank(this.block)
  }
}

/** The answer that was kept, where it still belongs to the exercise. */
function keptAnswer(block: ValueView, draft: string | undefined): ValueAnswer | undefined {
  if (draft === undefined) return undefined
  try {
    const answer = valueAnswerSchema.safeParse(JSON.parse(draft))
    return answer.success && rulesOf(block).fits(block, answer.data) ? answer.data : undefined
  } catch {
    return undefined // what stands there was written by another kind of exercise
  }
}
