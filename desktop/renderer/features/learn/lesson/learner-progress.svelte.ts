import type { Progress } from '../../../../contract/learn.ts'
import type { AppClient } from '../../../rpc/connection.ts'
import { type Place, lessonKey, noProgress } from './tasks.ts'
import { now, withAttempt, withLesson } from './visit.ts'

/**
 * What the learner at the keyboard has done. Where nobody is chosen it holds for this visit only,
 * and nothing is sent.
 */
export class LearnerProgress {
  readonly learner: string | null
  readonly #client: AppClient
  #value = $state.raw<Progress>(noProgress)
  #problem = $state.raw<unknown>()

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

  /** Whether the journal keeps it. */
  get kept(): boolean {
    return this.learner !== null
  }

  /** Set where the last record could not be written. */
  get problem(): unknown {
    return this.#problem
  }

  /** An attempt that the host has already recorded with its verdict. */
  attempted(key: string, correct: boolean, hints: number): void {
    this.#value = withAttempt(this.#value, key, { correct, hints, at: now() })
  }

  /** Records that a lesson was opened or done, once. */
  async lesson(place: Place, what: 'opened' | 'done'): Promise<void> {
    const record = this.#value.lessons[lessonKey(place)]
    if (what === 'opened' ? record : record?.doneAt) return
    if (this.learner === null) {
      this.#value = withLesson(this.#value, lessonKey(place), what, now())
      return
    }
    try {
      const { course, lesson } = place
      const input = { course, lesson, learner: this.learner, what }
      this.#value = await this.#client.call('progress.lesson', input)
      this.#problem = undefined
    } catch (error) {
      this.#problem = error
    }
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
