import type { LearningEvent, LearningEventType } from '../../../../domain/course/learning-events.ts'
import { noProgress, progressProjection } from '../../../../domain/course/progress.ts'
import type { Progress } from '../../../../domain/course/record.ts'
import type { AppClient } from '../../../rpc/connection.ts'
import { type Place, lessonKey } from './tasks.ts'
import { now } from './now.ts'

type Attempt = Pick<LearningEvent<'exercise.checked'>, 'exercise' | 'correct' | 'code' | 'hints'>

/**
 * What the learner at the keyboard has done. Where nobody is chosen it holds for this visit only,
 * and nothing is sent.
 */
export class LearnerProgress {
  readonly learner: string | null
  readonly #client: AppClient
  #value = $state.raw<Progress>(noProgress)
  #problem = $state.raw<unknown>()
  #openings = $state(0)

  constructor(client: AppClient, learner: string | null, value: Progress = noProgress) {
    this.#client = client
    this.learner = learner
    this.#value = value
  }

  get value(): Progress {
    return this.#value
  }

  isLessonDone(place: Place): boolean {
    return (this.#value.lessons[lessonKey(place)]?.doneAt ?? null) !== null
  }

  /** Set where the last record could not be written. */
  get problem(): unknown {
    return this.#problem
  }

  /** Takes in an attempt that the host has already recorded with its verdict. */
  attempted(place: Place, attempt: Attempt): void {
    this.#take('exercise.checked', { ...place, ...attempt })
  }

  /** How many openings of lessons are on record since this was made. */
  get openings(): number {
    return this.#openings
  }

  /**
   * Records that a lesson was opened, each time, or done, once. Who goes over a course after a final
   * that was not passed opens lessons that were opened before, and that counts.
   */
  async lesson({ course, lesson }: Place, what: 'opened' | 'done'): Promise<void> {
    const record = this.#value.lessons[lessonKey({ course, lesson })]
    if (what === 'done' && record?.doneAt) return
    if (this.learner === null) {
      this.#take(`lesson.${what}`, { course, lesson })
      return
    }
    try {
      const input = { course, lesson, learner: this.learner, what }
      this.#value = await this.#client.call('progress.lesson', input)
      if (what === 'opened') this.#openings += 1
      this.#problem = undefined
    } catch (error) {
      this.#problem = error
    }
  }

  /** Records that a test's question was passed over. */
  async skipped({ course, lesson }: Place, exercise: string): Promise<void> {
    if (this.learner === null) {
      this.#take('exercise.skipped', { course, lesson, exercise })
      return
    }
    const input = { course, lesson, exercise, learner: this.learner }
    this.#value = await this.#client.call('learner.skip', input)
  }

  /** Records where reading stopped. That it fails is no reason to disturb the reader. */
  async stopped({ course, lesson }: Place, part: number, text: string): Promise<void> {
    if (this.learner === null) return
    const input = { course, lesson, learner: this.learner, part, text }
    try {
      this.#value = await this.#client.call('learner.place', input)
    } catch {
      // the place of before is still there
    }
  }

  /** By the journal's own rules, so that this copy is what the host would tell. */
  #take<T extends LearningEventType>(type: T, data: LearningEvent<T>): void {
    const by = this.learner ?? 'visitor'
    const event = { type, by, data, at: now() }
    this.#value = progressProjection.reduce({ [by]: this.#value }, event)[by] ?? this.#value
  }
}

/** The progress of a learner, or an empty one where nobody is chosen. */
export async function readProgress(
  client: AppClient,
  learner: string | null,
  signal: AbortSignal,
): Promise<Progress> {
  return learner === null ? noProgress : client.call('progress.read', { learner }, { signal })
}
