import type { Lane } from './lane.ts'
import { quote, STORE } from './names.ts'

/** After the last dataset that was read, so that several are compressed at one go. */
const AFTER_MS = 300

const never = new AbortController().signal

/**
 * Compresses datasets a moment after they were read. It takes as long as reading them did, and waiting
 * for it would double that time; then grouping by texts takes half, and they half the memory.
 */
export class Compression {
  readonly #lane: Lane
  #timer: NodeJS.Timeout | undefined

  /** `lane`: a connection of its own, for queries go on meanwhile. */
  constructor(lane: Lane) {
    this.#lane = lane
  }

  soon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#compress(), AFTER_MS)
  }

  async #compress(): Promise<void> {
    const compress = () =>
      this.#lane.run(never, 'main', (connection) => connection.run(`CHECKPOINT ${quote(STORE)}`))
    // another dataset was being read: the end of that asks again
    await compress().catch(() => undefined)
  }
}
