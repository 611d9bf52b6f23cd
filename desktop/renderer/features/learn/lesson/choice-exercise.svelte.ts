import type { Block, Verdict } from '../../../../contract/learn.ts'
import type { LessonVisit } from './lesson-visit.ts'
import { exerciseKey } from './tasks.ts'
import { Work } from './work.svelte.ts'

export type ChoiceBlock = Extract<Block, { kind: 'choice' }>

/** One choice exercise: what is chosen, and what was said about it. */
export class ChoiceExercise {
  readonly block: ChoiceBlock
  readonly work = new Work()
  readonly #visit: LessonVisit
  readonly #key: string
  #chosen = $state.raw<readonly number[]>([])
  #verdict = $state.raw<Verdict>()

  constructor(visit: LessonVisit, block: ChoiceBlock) {
    this.block = block
    this.#visit = visit
    this.#key = exerciseKey(visit.place, block.id)
    this.#chosen = this.#draft()
  }

  get chosen(): readonly number[] {
    return this.#chosen
  }

  /** About what is chosen now: another choice takes it away. */
  get verdict(): Verdict | undefined {
    return this.#verdict
  }

  get passed(): boolean {
    return this.#visit.progress.value.exercises[this.#key]?.correct ?? false
  }

  choose(option: number, on: boolean): void {
    const others = this.block.multiple ? this.#chosen.filter((each) => each !== option) : []
    this.#chosen = on ? [...others, option].sort((a, b) => a - b) : others
    this.#verdict = undefined
    this.work.cancel()
    const texts = this.#chosen.map((index) => this.block.options[index])
    this.#visit.drafts.write(this.#key, JSON.stringify(texts))
  }

  /** What was chosen before, found by its words: the lesson may have been changed meanwhile. */
  #draft(): number[] {
    try {
      const texts: unknown = JSON.parse(this.#visit.drafts.read(this.#key) ?? '[]')
      if (!Array.isArray(texts)) return []
      return this.block.options.flatMap((option, index) => (texts.includes(option) ? [index] : []))
    } catch {
      return []
    }
  }

  async check(): Promise<void> {
    if (this.#chosen.length === 0) return
    const { client, place, progress } = this.#visit
    const answer = { kind: 'choice' as const, chosen: [...this.#chosen] }
    const input = { ...place, exercise: this.block.id, learner: progress.learner, hints: 0, answer }
    const verdict = await this.work.do((signal) => client.call('exercise.check', input, { signal }))
    if (!verdict) return
    this.#verdict = verdict
    const { correct, code } = verdict
    progress.attempted(place, { exercise: this.block.id, correct, code, hints: 0 })
    await this.#visit.settle()
  }
}
