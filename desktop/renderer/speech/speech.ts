import { createSubscriber } from 'svelte/reactivity'
import type { Settings } from '../../contract/app.ts'
import type { VoicePack } from '../../contract/speech.ts'
import type { Problem } from '../../domain/course/problem.ts'
import { sentencesOf } from '../../domain/speech/sentences.ts'
import { spoken } from '../../domain/speech/spoken.ts'
import type { Clip, ClipPlayer } from './clip-player.ts'
import { clipRates, rates } from './rates.ts'
import type { Synthesis, SystemVoice } from './synthesis.ts'
import { chosenPack, packChoice } from './voices.ts'

/** What is being read: the whole text, and the place of the present sentence in it. */
export interface Reading {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Who asked for it. */
  readonly owner: object
}

interface Packs {
  readonly packs: readonly VoicePack[]
  readonly problems: readonly Problem[]
}

export interface SpeechParts {
  readonly synthesis: Synthesis
  readonly player: ClipPlayer
  readonly preferences: Pick<Settings, 'speechRate' | 'voice'>
  readonly readPacks: () => Promise<Packs>
  readonly readClip: (pack: string, sentence: string) => Promise<Clip | null>
}

/** After so long a system that has told no voices has none. */
const lateMs = 1500

/**
 * Reads Chinese aloud, sentence by sentence: recorded where it can be, else by a voice of the system.
 * Its getters can be read in templates and effects.
 */
export class Speech {
  readonly #parts: SpeechParts
  #reading: Reading | undefined
  #silent: object | undefined
  #packs: Packs = { packs: [], problems: [] }
  #waited = false
  #update: (() => void) | undefined
  readonly #follow: () => void

  constructor(parts: SpeechParts) {
    this.#parts = parts
    this.#follow = createSubscriber((update) => {
      this.#update = update
      const late = setTimeout(() => {
        this.#waited = true
        update()
      }, lateMs)
      const forget = parts.synthesis.onVoices(update)
      return () => {
        clearTimeout(late)
        forget()
        this.#update = undefined
      }
    })
  }

  get reading(): Reading | undefined {
    this.#follow()
    return this.#reading
  }

  /** Who asked for a text of which nothing could be said: no recording of it, no voice. */
  get silent(): object | undefined {
    this.#follow()
    return this.#silent
  }

  /** The system's Chinese voices, the best first. */
  get voices(): readonly SystemVoice[] {
    this.#follow()
    return this.#parts.synthesis.voices()
  }

  get packs(): readonly VoicePack[] {
    this.#follow()
    return this.#packs.packs
  }

  /** What is wrong with packs that cannot be used. */
  get packProblems(): readonly Problem[] {
    this.#follow()
    return this.#packs.problems
  }

  get available(): boolean {
    return this.#pack !== undefined || this.#voice !== undefined
  }

  /** Known to have no voice; false as long as one may yet be told. */
  get missing(): boolean {
    return !this.available && this.#waited
  }

  /** The voice that reads, as the settings name it. */
  get choice(): string | undefined {
    return this.#pack === undefined ? this.#voice : packChoice(this.#pack)
  }

  /** Looks again which recorded voices there are. */
  async readPacks(): Promise<void> {
    this.#packs = await this.#parts.readPacks()
    this.#update?.()
  }

  /** Reads a text from its beginning; whatever was being read stops. */
  async read(text: string, owner: object): Promise<void> {
    this.stop()
    this.#silent = undefined
    let heard = false
    for (const { start, end } of sentencesOf(text)) {
      const sentence = text.slice(start, end).trimEnd()
      const reading = { text, start, end: start + sentence.length, owner }
      this.#show(reading)
      if (await this.#say(sentence, reading)) heard = true
      if (this.#reading !== reading) return
    }
    if (!heard) this.#silent = owner
    this.#show(undefined)
  }

  /** Silence; with an owner, only where that one is being read to. */
  stop(owner = this.#reading?.owner): void {
    if (this.#silent === owner) this.#silent = undefined
    if (!this.#reading || this.#reading.owner !== owner) return
    this.#show(undefined)
    this.#parts.synthesis.stop()
    this.#parts.player.stop()
  }

  #show(reading: Reading | undefined): void {
    this.#reading = reading
    this.#update?.()
  }

  /** Whether it was heard. */
  async #say(sentence: string, reading: Reading): Promise<boolean> {
    const { synthesis, player, preferences } = this.#parts
    const { speechRate } = preferences
    if (this.#pack !== undefined) {
      const clip = await this.#parts.readClip(this.#pack, sentence).catch(() => null)
      if (this.#reading !== reading) return false
      if (clip && (await player.play(clip, clipRates[speechRate]))) return true
      if (this.#reading !== reading) return false
    }
    const voice = this.#voice
    if (voice === undefined) return false
    await synthesis.say({ text: spoken(sentence), voice, rate: rates[speechRate] })
    return true
  }

  get #pack(): string | undefined {
    const wanted = chosenPack(this.#parts.preferences.voice)
    return this.packs.find(({ id }) => id === wanted)?.id
  }

  /** A computer without the chosen voice uses the best of its own. */
  get #voice(): string | undefined {
    const { voices } = this
    const wanted = this.#parts.preferences.voice
    return (voices.find(({ id }) => id === wanted) ?? voices[0])?.id
  }
}
