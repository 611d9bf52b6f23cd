import type { VoicePack } from '../../contract/speech.ts'
import { title } from '../app/i18n.svelte.ts'
import { t } from './messages.ts'
import type { SystemVoice } from './synthesis.ts'
import { packChoice } from './voices.ts'

export interface VoiceChoice {
  /** As the settings keep it. */
  readonly value: string
  readonly label: string
}

interface Offered {
  readonly packs: readonly VoicePack[]
  readonly voices: readonly SystemVoice[]
}

/** Everybody who can read aloud here: recorded voices, then those of the system. */
export function voiceChoices({ packs, voices }: Offered): VoiceChoice[] {
  return [
    ...packs.map((pack) => ({
      value: packChoice(pack.id),
      label: t.recorded(title(pack.title)),
    })),
    ...voices.map(({ id, name }) => ({ value: id, label: t.system(name) })),
  ]
}

/** The one after the present one, and after the last the first. */
export function choiceAfter(
  choices: readonly VoiceChoice[],
  present: string | undefined,
): VoiceChoice | undefined {
  const at = choices.findIndex(({ value }) => value === present)
  return choices[(at + 1) % Math.max(choices.length, 1)]
}
