import { demonstration, type DemoStep } from '../../../../domain/simulation/demonstration.ts'
import type { Scenario, Screen } from '../../../../domain/simulation/scenario.ts'
import { controlText, hasList, leads } from './control-text.ts'
import { t } from './messages.ts'
import type { Hands } from './screen/hands.ts'

/** So long a step is shown, in milliseconds: what older viewers follow with ease. */
const stepTime = 8000

/** A scenario that plays itself, step by step. Nothing on the phone can be touched meanwhile. */
export class Demo implements Hands {
  readonly scenario: Scenario
  readonly #steps: readonly DemoStep[]
  #at = $state(0)
  #running = $state(true)

  constructor(scenario: Scenario) {
    this.scenario = scenario
    this.#steps = demonstration(scenario)
  }

  get step(): DemoStep {
    return this.#steps[this.#at] ?? { screen: this.scenario.goal, part: 'right' }
  }

  get at(): number {
    return this.#at + 1
  }

  get of(): number {
    return this.#steps.length
  }

  get over(): boolean {
    return this.#at >= this.#steps.length - 1
  }

  get running(): boolean {
    return this.#running && !this.over
  }

  get screen(): Screen {
    return this.scenario.screens[this.step.screen] ?? { as: 'app', say: '', show: [] }
  }

  get finished(): boolean {
    return this.step.screen === this.scenario.goal
  }

  get pointed(): string | undefined {
    return this.step.way?.id
  }

  /** What is touched in this step, by what is written on it. */
  get touched(): string | undefined {
    return this.pointed && (controlText(this.screen, this.pointed) ?? t.home)
  }

  next(): void {
    if (!this.over) this.#at += 1
  }

  back(): void {
    this.#running = false
    if (this.#at > 0) this.#at -= 1
  }

  pause(): void {
    this.#running = false
  }

  resume(): void {
    if (this.over) this.#at = 0
    this.#running = true
  }

  /** Goes on by itself while the caller's effect lasts; read inside an effect. */
  keepTime(): (() => void) | undefined {
    if (!this.running) return undefined
    const timer = setTimeout(() => this.next(), stepTime)
    return () => clearTimeout(timer)
  }

  leads(control: string): boolean {
    return leads(this.screen, control)
  }

  get hasList(): boolean {
    return hasList(this.screen)
  }

  /** A demonstration is looked at. */
  touch(): void {
    this.pause()
  }
}
