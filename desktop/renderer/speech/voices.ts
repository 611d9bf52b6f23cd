/** Mandarin first; what is read aloud is written in Chinese in every language of the interface. */
const languages = [
  /^(?:zh|cmn)-(?:hans-)?cn\b/i,
  /^(?:zh|cmn)-(?:hans-)?sg\b/i,
  /^cmn\b/i,
  /^zh\b/i,
  /^(?:yue|wuu|nan|hak)\b/i,
]

type Described = Pick<SpeechSynthesisVoice, 'lang' | 'localService'>

/** The Chinese voices of this computer, the best first; voices that send the text away are not used. */
export function chineseVoices<Voice extends Described>(voices: readonly Voice[]): Voice[] {
  const local = voices.filter((voice) => voice.localService)
  const ranked = local.map((voice) => ({ voice, rank: rankOf(voice) }))
  return ranked
    .filter(({ rank }) => rank >= 0)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ voice }) => voice)
}

const rankOf = ({ lang }: Described): number =>
  languages.findIndex((language) => language.test(lang.replaceAll('_', '-')))

const packPrefix = 'pack:'

/** How the settings name a recorded voice. */
export const packChoice = (pack: string): string => packPrefix + pack

/** The pack that a setting names; nothing for a voice of the system. */
export function chosenPack(choice: string | null): string | undefined {
  return choice?.startsWith(packPrefix) ? choice.slice(packPrefix.length) : undefined
}
