import { createContext } from 'svelte'
import type { AppEvent } from '../../contract/app.ts'
import type { AppTable } from '../../contract/procedures.ts'
import type { Port } from '../../contract/wire/port.ts'
import type { Output } from '../../contract/wire/procedure.ts'
import { type AppClient, Connection } from '../rpc/connection.ts'
import { AudioPlayer } from '../speech/clip-player.ts'
import { Speech } from '../speech/speech.ts'
import { BrowserSynthesis } from '../speech/synthesis.ts'
import { isCancelled } from './error-text.ts'
import { People } from './people.svelte.ts'
import { Settings } from './settings.svelte.ts'

export type AppInfo = Output<AppTable, 'app.info'>
type ContentListener = (path: string) => void
type ClassListener = (id: string) => void
type NotebookListener = (id: string, version: string | null) => void
export type EngineState = Extract<AppEvent, { kind: 'engine' }>['state']

/** What every page stands on: the line to the host, the settings, the people, the voice. */
export class App {
  readonly connection: Connection
  readonly client: AppClient
  readonly settings: Settings
  readonly people: People
  readonly speech: Speech
  #engine = $state<EngineState>('starting')
  #notebookChanges = $state(0)
  #notebookListeners: readonly NotebookListener[] = []
  #contentListeners: readonly ContentListener[] = []
  #classListeners: readonly ClassListener[] = []
  #info = $state.raw<AppInfo | undefined>()
  #failure = $state.raw<unknown>()

  constructor(open: () => Promise<Port>) {
    this.connection = new Connection(open)
    this.client = this.connection.client
    this.settings = new Settings(this.client)
    this.people = new People(this.client, this.settings)
    this.speech = new Speech({
      synthesis: new BrowserSynthesis(),
      player: new AudioPlayer(),
      preferences: this.settings,
      readPacks: () => this.client.call('speech.packs', {}),
      readClip: (pack, sentence) => this.client.call('speech.clip', { pack, sentence }),
    })
  }

  get engine(): EngineState {
    return this.#engine
  }

  /** What the host says of itself, once it has answered. */
  get info(): AppInfo | undefined {
    return this.#info
  }

  /** Rises whenever any notebook was written or removed, so that what lists them reads again. */
  get notebookChanges(): number {
    return this.#notebookChanges
  }

  /** Tells of each notebook that was written or removed (null) until the returned function is called. */
  onNotebook(listener: NotebookListener): () => void {
    this.#notebookListeners = [...this.#notebookListeners, listener]
    return () => {
      this.#notebookListeners = this.#notebookListeners.filter((other) => other !== listener)
    }
  }

  /** Tells of each changed file below `courses` until the returned function is called. */
  onContent(listener: ContentListener): () => void {
    this.#contentListeners = [...this.#contentListeners, listener]
    return () => {
      this.#contentListeners = this.#contentListeners.filter((other) => other !== listener)
    }
  }

  /** Tells of each class that changed, here or elsewhere, until the returned function is called. */
  onClass(listener: ClassListener): () => void {
    this.#classListeners = [...this.#classListeners, listener]
    return () => {
      this.#classListeners = this.#classListeners.filter((other) => other !== listener)
    }
  }

  /** Why the last thing asked for by a click was not done; nothing once it is dismissed. */
  get failure(): unknown {
    return this.#failure
  }

  dismiss(): void {
    this.#failure = undefined
  }

  /** Does what a click asked for; the shell tells it where that fails. */
  attempt(work: () => Promise<unknown>): void {
    this.dismiss()
    work().catch((error: unknown) => {
      if (!isCancelled(error)) this.#failure = error
    })
  }

  /** Reads what the host knows and follows its events until the line breaks or `signal` aborts. */
  async follow(signal: AbortSignal): Promise<void> {
    const events = this.client.stream('app.events', {}, { signal })
    const [info] = await Promise.all([
      this.client.call('app.info', {}, { signal }),
      this.settings.read(),
      this.people.read(),
      this.speech.readPacks().catch(() => undefined), // the system's own voices remain
    ])
    this.#info = info
    for await (const event of events) await this.#take(event)
  }

  async #take(event: AppEvent): Promise<void> {
    switch (event.kind) {
      case 'engine':
        this.#engine = event.state
        return
      case 'settings':
        this.settings.take(event.settings)
        return
      case 'notebook':
        this.#notebookChanges += 1
        for (const listener of this.#notebookListeners) listener(event.id, event.version)
        return
      case 'content':
        for (const listener of this.#contentListeners) listener(event.path)
        return
      case 'class':
        for (const listener of this.#classListeners) listener(event.class)
        return
      case 'people':
        await this.people.read()
    }
  }
}

/** `const { client, settings, people, speech } = useApp()` in a component's script. */
export const [useApp, provideApp] = createContext<App>()
