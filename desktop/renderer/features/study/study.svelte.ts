import { noStudy, type Study, type StudyPlace } from '../../../domain/course/study.ts'
import type { AppClient } from '../../rpc/connection.ts'

/** A learner's notes and bookmarks, as they stand now. */
export class StudyDesk {
  readonly #client: AppClient
  readonly #learner: string
  #study = $state.raw<Study>(noStudy)

  constructor(client: AppClient, learner: string, study: Study) {
    this.#client = client
    this.#learner = learner
    this.#study = study
  }

  get study(): Study {
    return this.#study
  }

  noteOn(place: StudyPlace): string {
    return this.#study.notes.find((note) => isSame(note, place))?.text ?? ''
  }

  isBookmarked(place: StudyPlace): boolean {
    return this.#study.bookmarks.some((bookmark) => isSame(bookmark, place))
  }

  /** An empty text takes the note away. */
  async note({ course, lesson, part, heading }: StudyPlace, text: string): Promise<void> {
    const input = { course, lesson, part, heading, text, learner: this.#learner }
    this.#study = await this.#client.call('study.note', input)
  }

  async bookmark({ course, lesson, part, heading }: StudyPlace, on: boolean): Promise<void> {
    const input = { course, lesson, part, heading, on, learner: this.#learner }
    this.#study = await this.#client.call('study.bookmark', input)
  }
}

const isSame = (one: StudyPlace, other: StudyPlace) =>
  one.course === other.course && one.lesson === other.lesson && one.part === other.part
