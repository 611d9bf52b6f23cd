import {
  type Action,
  type Moment,
  type Play,
  hasReachedGoal,
  nextControl,
  screenOf,
  startPlay,
  step,
} from '../../../../domain/simulation/player.ts'
import type { Scenario, Screen } from '../../../../domain/simulation/scenario.ts'
import { controlText } from './control-text.ts'
import { type StepCount, stepCount } from './step-count.ts'

/** One scenario in the learner's hands: the domain's player, and what the page shows of it. */
export class Practice {
  readonly scenario: Scenario
  readonly #onend: (play: Play, reached: boolean) => void
  #play = $state.raw<Play>() as Play
  #moves = $state(0)
  /** The moment at which the learner said that the way back is not wanted. */
  #stayed = $state.raw<Moment>()

  /** @param onend told of each run that reached the goal, or was left after it had begun */
  constructor(scenario: Scenario, onend: (play: Play, reached: boolean) => void) {
    this.scenario = scenario
    this.#onend = onend
    this.#play = startPlay(scenario)
  }

  get screen(): Screen {
    return screenOf(this.scenario, this.#play) ?? { say: '', show: [] }
  }

  get finished(): boolean {
    return hasReachedGoal(this.scenario, this.#play)
  }

  get steps(): StepCount {
    return stepCount(this.scenario, this.#play.now.screen)
  }

  get play(): Play {
    return this.#play
  }

  /** How often the screen has changed. */
  get moves(): number {
    return this.#moves
  }

  get canUndo(): boolean {
    return this.#play.past.length > 0
  }

  /** The way back is on offer. */
  get lost(): boolean {
    return this.#play.now.lost && this.#stayed !== this.#play.now
  }

  /** The control to look at: the one to tap where that was asked for, else the author's. */
  get pointed(): string | undefined {
    return this.#shown ?? this.screen['look-at']
  }

  /** The control that was asked to be shown, by what is written on it. */
  get shownText(): string | undefined {
    return this.#shown === undefined ? undefined : controlText(this.screen, this.#shown)
  }

  get hintText(): string | undefined {
    return this.#play.now.aid === 'none' ? undefined : this.screen.hint
  }

  /** The next help that this screen has to give. */
  get nextHelp(): 'hint' | 'show-me' | undefined {
    const { aid } = this.#play.now
    if (aid === 'none' && this.screen.hint !== undefined) return 'hint'
    const control = nextControl(this.scenario, this.#play)
    return aid === 'step' || control === undefined ? undefined : 'show-me'
  }

  /** A tap on a control, or beside all of them. */
  tap(control: string | null): void {
    if (this.finished) return
    this.#do({ kind: 'tap', control })
    this.#settle()
  }

  undo(): void {
    this.#do({ kind: 'undo' })
    this.stay()
  }

  sayLost(): void {
    this.#do({ kind: 'lost' })
  }

  stay(): void {
    this.#stayed = this.#play.now
  }

  restart(): void {
    this.#do({ kind: 'restart' })
    this.stay()
  }

  help(kind: 'hint' | 'show-me'): void {
    this.#do({ kind })
  }

  /** A new run from the start; the one before is over. */
  replay(): void {
    this.#play = startPlay(this.scenario)
  }

  /** The learner goes away. */
  leave(): void {
    if (this.canUndo && !this.finished) this.#onend(this.#play, false)
  }

  get #shown(): string | undefined {
    return this.#play.now.aid === 'step' ? nextControl(this.scenario, this.#play) : undefined
  }

  #do(action: Action): void {
    const before = this.#play.now.screen
    this.#play = step(this.scenario, this.#play, action)
    if (this.#play.now.screen !== before) this.#moves += 1
  }

  #settle(): void {
    if (this.finished) this.#onend(this.#play, true)
  }
}
