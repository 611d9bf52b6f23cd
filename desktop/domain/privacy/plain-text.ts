/** Signs that people write for the same thing, each one UTF-16 unit long like what it stands for. */
const sameSigns: readonly (readonly [RegExp, string])[] = [
  [/[\u00a0\u2000-\u200b\u202f\u3000\ufeff\t]/g, ' '],
  [/[\u2010-\u2015\u2212\u30fc\ufe63]/g, '-'],
]

/**
 * The text in half-width letters, digits, spaces and dashes. It is as long as it was, unit by unit,
 * so that an offset in one is the same offset in the other. Without other spaces and dashes than the
 * usual ones less is to be done.
 */
export function plainText(text: string, hasOther = true): string {
  const halfWidth = text.replace(wide, (sign) => narrow[sign.charCodeAt(0) - firstWide] ?? sign)
  if (!hasOther) return halfWidth
  return sameSigns.reduce((plain, [signs, sign]) => plain.replace(signs, sign), halfWidth)
}

const wide = /[\uff01-\uff5e]/g
const firstWide = 0xff01
const narrow = Array.from({ length: 94 }, (_, at) => String.fromCharCode(0x21 + at))

/** Whether one of these words stands close before a place. */
export function isAfter(plain: string, start: number, words: RegExp): boolean {
  return words.test(plain.slice(Math.max(0, start - 12), start))
}
