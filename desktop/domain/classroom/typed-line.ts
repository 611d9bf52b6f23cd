/** Controls, broken surrogates, and what is not seen but turns or hides what is: U+202E makes “甲乙” read “乙甲”. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/**
 * A name that somebody typed or pasted: one line of what can be seen; empty where nothing is. Signs for
 * private use stay: rare characters of names are typed with them.
 */
export function typedLine(text: string): string {
  return text
    .replace(/[\t\n\r]/g, ' ')
    .replace(unseen, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
