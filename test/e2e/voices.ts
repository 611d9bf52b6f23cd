import type { Page } from '@playwright/test'

/** What the stand-in was told, oldest first; `（停）` where it was made to stop. */
export interface Told {
  readonly text: string
  readonly voice: string
  readonly rate: number
}

interface StandIn {
  readonly told: Told[]
  finish(): void
}
type WithStandIn = Window & { readonly standIn: StandIn }

/** A system with these voices, which write down what they are told and end when they are told to. */
export async function withVoices(page: Page, names: readonly string[]) {
  await page.addInitScript((voiceNames) => {
    const told: unknown[] = []
    let current: { onend?: () => void } | undefined
    const voices = voiceNames.map((name) => ({
      ...{ name, voiceURI: name, lang: 'zh-CN' },
      localService: !name.includes('网'),
    }))
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      speak(utterance: {
        text: string
        rate: number
        voice: { name: string }
        onend?: () => void
      }) {
        current = utterance
        told.push({ text: utterance.text, voice: utterance.voice.name, rate: utterance.rate })
      },
      cancel: () => told.push({ text: '（停）', voice: '', rate: 0 }),
    })
    class Utterance {
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    }
    const standIn = { told, finish: () => current?.onend?.() }
    Object.assign(window, { standIn, SpeechSynthesisUtterance: Utterance })
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
  }, names)
  await page.reload()
  return {
    told: () => page.evaluate(() => (window as unknown as WithStandIn).standIn.told),
    /** The sentence that is being said has been said. */
    finish: () => page.evaluate(() => (window as unknown as WithStandIn).standIn.finish()),
    /** The text that is marked as being read. */
    marked: () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('reading') ?? [])]
          .map((range) => (range instanceof Range ? range.toString() : ''))
          .join('|'),
      ),
  }
}
