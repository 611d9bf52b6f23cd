import { hasOtherScreen, type Opened, openProjector, watchScreens } from './projector-window.ts'

/** A reload is no loss: so long the window may be away before anybody is told. */
const patience = 1200

/** Looks after the projector's window: opens it, and notices when it or its screen is gone. */
export class ProjectorCare {
  readonly #count: () => number
  readonly #address: () => string
  #opened = $state<Opened>()
  #gone = $state(false)
  #unplugged = $state(false)

  constructor(count: () => number, address: () => string) {
    this.#count = count
    this.#address = address
  }

  /** How the last opening went. */
  get opened(): Opened | undefined {
    return this.#opened
  }

  /** It was there, and is no more. */
  get gone(): boolean {
    return this.#gone
  }

  /** A second screen was there, and is no more. */
  get unplugged(): boolean {
    return this.#unplugged
  }

  async open(): Promise<void> {
    this.dismiss()
    this.#opened = await openProjector(this.#address())
  }

  dismiss(): void {
    this.#gone = false
    this.#unplugged = false
    this.#opened = undefined
  }

  /** For an effect: follows the number of open windows, and the screens. */
  watch(): () => void {
    let before = 0
    let waiting: ReturnType<typeof setTimeout> | undefined
    const stopCounting = $effect.root(() => {
      $effect(() => {
        const count = this.#count()
        if (count === before) return // its goodbye and its lock both tell of one end
        clearTimeout(waiting)
        if (count > 0) this.#gone = false
        else if (before > 0) waiting = setTimeout(() => (this.#gone = true), patience)
        before = count
      })
    })
    let two = hasOtherScreen()
    const stopWatching = watchScreens(() => {
      const now = hasOtherScreen()
      this.#unplugged = two && !now
      two = now
    })
    return () => {
      clearTimeout(waiting)
      stopCounting()
      stopWatching()
    }
  }
}
