/** Mandarin first; what is read aloud is written in Chinese in every language of the interface. */
const languages = [
  /^(?:zh|cmn)-(?:hans-)?cn\b/i,
  /^(?:zh|cmn)-(?:hans-)?sg\b/i,
  /^cmn\b/i,
  /^zh\b/i,
]

/** A voice of this computer; voices that send the text away are not used. */
export function chineseVoice<Voice extends Pick<SpeechSynthesisVoice, 'lang' | 'localService'>>(
  voices: readonly Voice[],
): Voice | undefined {
  const local = voices.filter((voice) => voice.localService)
  for (const language of languages) {
    const voice = local.find(({ lang }) => language.test(lang.replaceAll('_', '-')))
    if (voice) return voice
  }
  return undefined
}
