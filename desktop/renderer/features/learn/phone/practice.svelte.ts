import {
  type Action,
  type Moment,
  type Nudge,
  type Play,
  carryOn,
  hasReachedGoal,
  nextControl,
  playAt,
  screenOf,
  startPlay,
  step,
} from '../../../../domain/simulation/player.ts'
import type { Gesture } from '../../../../domain/simulation/controls.ts'
import { touch } from '../../../../domain/simulation/demonstration.ts'
import type { Scenario, Screen, Way } from '../../../../domain/simulation/scenario.ts'
import { controlText, hasList, leads } from './control-text.ts'
import { t } from './messages.ts'
import type { Hands } from './screen/hands.ts'
import type { RunEnd } from './run-end.ts'
import { type StepCount, stepCount } from './step-count.ts'

/** Help, the least first; `do-it` is for hands that cannot hold or swipe. */
export type Help = 'hint' | 'show-me' | 'do-it'
/** One scenario in the learner's hands: the domain's player, and what the page shows of it. */
export class Practice implements Hands {
  #scenario = $state.raw<Scenario>() as Scenario
  readonly #onend: RunEnd
  #play = $state.raw<Play>() as Play
  #moves = $state(0)
  #looking = $state(false)
  #actions: readonly Action[] = []
  /** Where the learner said that the way back is not wanted. */
  #stayed = $state.raw<Moment>()

  /** @param onend told of each run that reached the goal, or was left after it had begun */
  constructor(scenario: Scenario, onend: RunEnd) {
    this.#scenario = scenario
    this.#onend = onend
    this.#play = startPlay(scenario)
  }

  get scenario(): Scenario {
    return this.#scenario
  }

  get screen(): Screen {
    return screenOf(this.scenario, this.#play) ?? { as: 'app', say: '', show: [] }
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

  /** An author looks at it. */
  get looking(): boolean {
    return this.#looking
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
    return this.#shown?.id ?? this.screen['look-at']
  }

  /** The control that was asked to be shown, by what is written on it and how it is touched. */
  get shown(): { readonly text: string; readonly gesture: Gesture } | undefined {
    const way = this.#shown
    return way && { text: controlText(this.screen, way.id) ?? t.home, gesture: way.gesture }
  }

  /** What the last tap met that led nowhere. */
  get nudge(): Nudge | undefined {
    return this.#play.now.nudge
  }

  get hintText(): string | undefined {
    return this.#play.now.aid === 'none' ? undefined : this.screen.hint
  }

  /** The next help that this screen has to give. */
  get nextHelp(): Help | undefined {
    const { aid } = this.#play.now
    if (aid === 'none' && this.screen.hint !== undefined) return 'hint'
    if (nextControl(this.scenario, this.#play) === undefined) return undefined
    return aid === 'step' ? 'do-it' : 'show-me'
  }

  leads(control: string): boolean {
    return leads(this.screen, control)
  }

  get hasList(): boolean {
    return hasList(this.screen)
  }

  /** A touch on a control. */
  touch(control: string, gesture: Gesture, words?: string): void {
    this.#tap({ kind: 'tap', control, gesture, ...(words === undefined ? {} : { words }) })
  }

  /** A tap beside all that can be touched, perhaps on what is only looked at. */
  miss(control: string | null): void {
    this.#tap({ kind: 'tap', control })
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

  help(kind: Help): void {
    const way = nextControl(this.scenario, this.#play)
    if (kind !== 'do-it') this.#do({ kind })
    else if (way) this.#tap(touch(way))
  }

  /** Its author has changed the scenario. */
  take(scenario: Scenario): void {
    if (scenario === this.#scenario) return
    this.#scenario = scenario
    this.#play = carryOn(scenario, this.#play)
  }

  /** Opens a screen as its author wants to see it; nothing of such a run is recorded. */
  look(screen: string): void {
    this.#looking = true
    this.#play = playAt(this.scenario, screen)
  }

  /** A new run from the start; the one before is over. */
  replay(): void {
    this.#actions = []
    this.#play = startPlay(this.scenario)
  }

  /** The learner goes away. */
  leave(): void {
    if (this.canUndo && !this.finished) this.#end(false)
  }

  get #shown(): Way | undefined {
    return this.#play.now.aid === 'step' ? nextControl(this.scenario, this.#play) : undefined
  }

  #tap(action: Action): void {
    if (this.finished) return
    this.#do(action)
    this.#settle()
  }

  #do(action: Action): void {
    const before = this.#play.now.screen
    this.#actions = [...this.#actions, action]
    this.#play = step(this.scenario, this.#play, action)
    if (this.#play.now.screen !== before) this.#moves += 1
  }

  #settle(): void {
    if (this.finished) this.#end(true)
  }

  #end(reached: boolean): void {
    if (!this.#looking) this.#onend(this.#play, reached, this.#actions)
  }
}
