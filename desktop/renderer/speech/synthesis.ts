import { chineseVoices } from './voices.ts'

export interface SystemVoice {
  readonly id: string
  readonly name: string
}

export interface Saying {
  readonly text: string
  /** Id of one of the voices. */
  readonly voice: string
  /** 1 is the voice's own speed. */
  readonly rate: number
}

/** The system's voices, as far as they speak Chinese and send nothing away. */
export interface Synthesis {
  voices(): readonly SystemVoice[]
  /** Systems tell their voices late. */
  onVoices(listener: () => void): () => void
  /** Resolves when the text has been said, or was stopped or could not be said. */
  say(saying: Saying): Promise<void>
  stop(): void
}

const idOf = ({ voiceURI, name }: SpeechSynthesisVoice) => voiceURI || name

/** The browser's speech synthesis; nothing speaks where it has none. */
export class BrowserSynthesis implements Synthesis {
  readonly #synthesis = 'speechSynthesis' in window ? window.speechSynthesis : undefined
  /** Kept until it ends: browsers forget utterances that nobody holds, and their ends with them. */
  #current: SpeechSynthesisUtterance | undefined

  constructor() {
    window.addEventListener('pagehide', () => this.stop())
  }

  voices(): SystemVoice[] {
    return this.#voices().map((voice) => ({ id: idOf(voice), name: voice.name }))
  }

  onVoices(listener: () => void): () => void {
    const synthesis = this.#synthesis
    synthesis?.addEventListener('voiceschanged', listener)
    return () => synthesis?.removeEventListener('voiceschanged', listener)
  }

  say({ text, voice: id, rate }: Saying): Promise<void> {
    const synthesis = this.#synthesis
    const voice = this.#voices().find((each) => idOf(each) === id)
    if (!synthesis || !voice) return Promise.resolve()
    return new Promise((resolve) => {
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.voice = voice
      utterance.lang = voice.lang
      utterance.rate = rate
      utterance.onend = () => resolve()
      utterance.onerror = () => resolve()
      this.#current = utterance
      synthesis.speak(utterance)
    })
  }

  stop(): void {
    if (!this.#current) return
    this.#current = undefined
    this.#synthesis?.cancel()
  }

  #voices(): SpeechSynthesisVoice[] {
    return chineseVoices(this.#synthesis?.getVoices() ?? [])
  }
}
