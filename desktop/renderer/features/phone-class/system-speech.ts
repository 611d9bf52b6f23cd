import { AudioPlayer } from '../../speech/clip-player.ts'
import { Speech } from '../../speech/speech.ts'
import { BrowserSynthesis } from '../../speech/synthesis.ts'

/** Reading aloud with the phone's own voices: recorded ones stay on the volunteer's computer. */
export function systemSpeech(): Speech {
  return new Speech({
    synthesis: new BrowserSynthesis(),
    player: new AudioPlayer(),
    preferences: { speechRate: 'normal', voice: null },
    readPacks: () => Promise.resolve({ packs: [], problems: [] }),
    readClip: () => Promise.resolve(null),
  })
}
