import { readStageMessage, type StageMessage } from '../../../../domain/classroom/stage-message.ts'
import {
  keptStage,
  later,
  type StageState,
  stamped,
} from '../../../../domain/classroom/stage-state.ts'

export type StageRole = 'speaker' | 'projector' | 'clicker'

/** The browser lets go of it however the window ends: closed, crashed or reloaded. */
const lockOf = (id: string) => `zhizhi.projector ${id}`

/** So long others may answer before a new speaker's window takes the lead. */
const answerTime = 400

/** One window's share in a lesson that several windows show and lead. */
export class StageLink {
  readonly id = crypto.randomUUID()
  readonly #role: StageRole
  readonly #name: string
  readonly #key: string
  #state = $state.raw<StageState>(keptStage(null, 0))
  /** Projectors that are open, by their ids. */
  #projectors = $state.raw<readonly string[]>([])
  #channel: BroadcastChannel | undefined
  #closing = new AbortController()

  constructor(role: StageRole, course: string, lesson: string) {
    this.#role = role
    this.#name = `zhizhi.stage ${course}/${lesson}`
    this.#key = this.#name
    this.#state = keptStage(sessionStorage.getItem(this.#key), Date.now())
  }

  get state(): StageState {
    return this.#state
  }

  get projectors(): number {
    return this.#projectors.length
  }

  /** Whether what is pressed here counts: of several speaker's windows the last one leads. */
  get leads(): boolean {
    const { leader } = this.#state
    return this.#role !== 'speaker' || leader === '' || leader === this.id
  }

  /** Joins the other windows; for an effect. */
  open(): () => void {
    const closing = new AbortController()
    const { signal } = closing
    this.#closing = closing
    this.#channel = new BroadcastChannel(this.#name)
    this.#channel.addEventListener('message', ({ data }) => this.#hear(data), { signal })
    this.#tell({ kind: 'hello' })
    if (this.#role === 'projector') void this.#standUp(signal)
    const leading = setTimeout(() => this.lead(), answerTime)
    return () => {
      clearTimeout(leading)
      this.#sayGone()
      closing.abort()
      this.#channel?.close()
    }
  }

  /** Makes the next state and tells the others. */
  change(next: (state: StageState, now: number) => StageState): void {
    const now = Date.now()
    this.#take(stamped(next(this.#state, now), this.id, now))
    this.#tell({ kind: 'state', state: this.#state })
  }

  /** From now on this speaker's window leads. */
  lead(): void {
    if (this.#role === 'speaker') this.change((state) => ({ ...state, leader: this.id }))
  }

  /** A projector's window is there as long as its lock is held. */
  async #standUp(signal: AbortSignal): Promise<void> {
    addEventListener('pagehide', () => this.#sayGone(), { signal })
    const held = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    const standing = navigator.locks.request(lockOf(this.id), () => {
      this.#tell({ kind: 'projector', id: this.id, open: true })
      return held
    })
    await standing.catch(() => undefined) // a browser that grants none still says goodbye
  }

  #sayGone(): void {
    if (this.#role === 'projector') this.#tell({ kind: 'projector', id: this.id, open: false })
  }

  #hear(data: unknown): void {
    const message = readStageMessage(data)
    if (message?.kind === 'state') this.#take(later(this.#state, message.state))
    else if (message?.kind === 'hello') this.#answer()
    else if (message?.open) this.#watch(message.id)
    else if (message) this.#forget(message.id)
  }

  #answer(): void {
    this.#tell({ kind: 'state', state: this.#state })
    if (this.#role === 'projector') this.#tell({ kind: 'projector', id: this.id, open: true })
  }

  /** Its lock is granted to us when the projector's window is no more. */
  #watch(id: string): void {
    if (this.#role === 'projector' || this.#projectors.includes(id)) return
    this.#projectors = [...this.#projectors, id]
    const { signal } = this.#closing
    navigator.locks.request(lockOf(id), { signal }, () => this.#forget(id)).catch(() => undefined)
  }

  #forget(id: string): void {
    this.#projectors = this.#projectors.filter((other) => other !== id)
  }

  #take(state: StageState): void {
    this.#state = state
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(state))
    } catch {
      // storage is full or forbidden: the other windows still know the step
    }
  }

  #tell(message: StageMessage): void {
    this.#channel?.postMessage(message)
  }
}
