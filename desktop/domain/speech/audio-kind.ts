/** The kinds of recordings that a pack may hold, by the ends of their names, and their media types. */
export const audioTypes = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  m4a: 'audio/mp4',
} as const

export type AudioEnd = keyof typeof audioTypes
export type AudioType = (typeof audioTypes)[AudioEnd]

const isEnd = (end: string): end is AudioEnd => Object.hasOwn(audioTypes, end)

/** What a file's name promises. */
export function promisedType(name: string): AudioType | undefined {
  const end = /\.([a-z0-9]+)$/.exec(name)?.[1] ?? ''
  return isEnd(end) ? audioTypes[end] : undefined
}

const m4aBrands = ['M4A ', 'M4B ', 'mp41', 'mp42', 'isom', 'iso2', 'dash']

/** What a file is by its first bytes; nothing where they are of none of these kinds. */
export function audioType(bytes: Uint8Array): AudioType | undefined {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return audioTypes.wav
  if (text(0, 4) === 'OggS') return audioTypes.ogg
  if (text(4, 8) === 'ftyp' && m4aBrands.includes(text(8, 12))) return audioTypes.m4a
  if (text(0, 3) === 'ID3' || isMpegFrame(bytes)) return audioTypes.mp3
  return undefined
}

/** Eleven bits of sync, MPEG layer III, a bit rate and a sampling rate that exist. */
function isMpegFrame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const layer3 = (second & 0b111_00110) === 0b111_00010
  const version = (second >> 3) & 0b11
  const rates = third >> 4 !== 0b1111 && third >> 4 !== 0 && ((third >> 2) & 0b11) !== 0b11
  return first === 0xff && layer3 && version !== 0b01 && rates
}
