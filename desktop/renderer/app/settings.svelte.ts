import { type Settings as Values, settingsSchema, themes } from '../../contract/app.ts'
import type { AppClient } from '../rpc/connection.ts'
import { i18n } from './i18n.svelte.ts'

const CACHE = 'zhizhi.settings'
const THEME_BEFORE = 'zhizhi.theme-before-elder'

const standard: Values = {
  ...{ theme: 'light', language: 'zh-CN', textSize: 100, learner: null },
  ...{ speechRate: 'normal', voice: null },
}

/** The host keeps the settings; this copy only spares the eye a flash before the host has answered. */
function cached(): Values {
  try {
    const before: unknown = JSON.parse(localStorage.getItem(CACHE) ?? '')
    return settingsSchema.parse(Object.assign({}, standard, before))
  } catch {
    return standard
  }
}

function remember(values: Values): void {
  try {
    localStorage.setItem(CACHE, JSON.stringify(values))
    if (values.theme !== 'elder') localStorage.setItem(THEME_BEFORE, values.theme)
  } catch {
    // storage is full or forbidden: the next start shows the standard look for a moment
  }
}

function themeBefore(): Values['theme'] {
  return themes.find((theme) => theme === localStorage.getItem(THEME_BEFORE)) ?? 'light'
}

function apply({ theme, textSize, language }: Values): void {
  const root = document.documentElement
  root.dataset['theme'] = theme
  root.dataset['text'] = String(textSize)
  root.lang = language
}

/** Theme, text size, language, learner and voice, as the host remembers them. */
export class Settings {
  readonly #client: AppClient
  #values = $state.raw(standard)

  constructor(client: AppClient) {
    this.#client = client
    this.take(cached())
  }

  get theme(): Values['theme'] {
    return this.#values.theme
  }

  get textSize(): Values['textSize'] {
    return this.#values.textSize
  }

  get language(): Values['language'] {
    return this.#values.language
  }

  /** Id of the learner at the keyboard. */
  get learner(): string | null {
    return this.#values.learner
  }

  get speechRate(): Values['speechRate'] {
    return this.#values.speechRate
  }

  /** What reads aloud, as `settingsSchema` says. */
  get voice(): Values['voice'] {
    return this.#values.voice
  }

  /** 长辈模式: fewer things, larger ones. */
  get elder(): boolean {
    return this.#values.theme === 'elder'
  }

  /** The look outside 长辈模式. */
  get plainTheme(): Values['theme'] {
    return this.elder ? themeBefore() : this.theme
  }

  /** Shows values that the host told. */
  take(values: Values): void {
    this.#values = values
    apply(values)
    remember(values)
    void i18n.use(values.language)
  }

  async read(): Promise<void> {
    this.take(await this.#client.call('settings.read', {}))
  }

  /** Asks the host to keep a change and then shows it: what is seen is what is kept. */
  async change(patch: Partial<Values>): Promise<void> {
    this.take(await this.#client.call('settings.change', patch))
  }

  /** Back from 长辈模式 to the look there was before it. */
  async leaveElder(): Promise<void> {
    await this.change({ theme: this.plainTheme })
  }
}
