import type { AppTable } from '../../contract/procedures.ts'
import type { Output } from '../../contract/wire/procedure.ts'

export type Clip = NonNullable<Output<AppTable, 'speech.clip'>>

/** Plays recordings, one at a time. */
export interface ClipPlayer {
  /** Resolves at the end, or when stopped; false where it could not be played. */
  play(clip: Clip, rate: number): Promise<boolean>
  stop(): void
}

/** The browser's own player; a slower recording keeps its pitch. */
export class AudioPlayer implements ClipPlayer {
  #stop: (() => void) | undefined

  async play({ type, bytes }: Clip, rate: number): Promise<boolean> {
    const address = URL.createObjectURL(new Blob([bytes], { type }))
    const audio = new Audio(address)
    audio.playbackRate = rate
    try {
      return await this.#played(audio)
    } finally {
      this.#stop = undefined
      URL.revokeObjectURL(address)
    }
  }

  stop(): void {
    this.#stop?.()
  }

  #played(audio: HTMLAudioElement): Promise<boolean> {
    return new Promise((resolve) => {
      audio.onended = () => resolve(true)
      audio.onerror = () => resolve(false)
      this.#stop = () => {
        audio.pause()
        resolve(true)
      }
      audio.play().catch(() => resolve(false))
    })
  }
}
