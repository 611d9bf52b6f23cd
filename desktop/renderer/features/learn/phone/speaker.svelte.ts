import { on } from 'svelte/events'
import { createSubscriber } from 'svelte/reactivity'
import { chineseVoice } from './voice.ts'

/** Reads Chinese text aloud where the system has a voice for it. */
export class Speaker {
  readonly #synthesis = 'speechSynthesis' in window ? window.speechSynthesis : undefined
  #current = $state.raw<SpeechSynthesisUtterance>()
  // browsers tell their voices late
  readonly #followVoices = createSubscriber((update) =>
    this.#synthesis ? on(this.#synthesis, 'voiceschanged', update) : undefined,
  )

  get available(): boolean {
    return this.#voice !== undefined
  }

  get speaking(): boolean {
    return this.#current !== undefined
  }

  speak(text: string): void {
    const voice = this.#voice
    if (!this.#synthesis || !voice) return
    this.#synthesis.cancel()
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = 0.85 // older listeners follow better a little slower
    const over = () => {
      if (this.#current === utterance) this.#current = undefined
    }
    utterance.onend = over
    utterance.onerror = over
    this.#current = utterance
    this.#synthesis.speak(utterance)
  }

  stop(): void {
    if (!this.#current) return
    this.#current = undefined
    this.#synthesis?.cancel()
  }

  get #voice(): SpeechSynthesisVoice | undefined {
    this.#followVoices()
    return chineseVoice(this.#synthesis?.getVoices() ?? [])
  }
}
