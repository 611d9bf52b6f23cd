/** What is read for each sign that is written in another way; 0 for all others. */
const plainSigns = new Uint16Array(65_536)
for (let code = 0xff01; code <= 0xff5e; code += 1) plainSigns[code] = code - 0xfee0

/** Signs that people write for the same thing, each one UTF-16 unit long like what it stands for. */
const range = (from: number, to: number, sign: string) => {
  for (let code = from; code <= to; code += 1) plainSigns[code] = sign.charCodeAt(0)
}
range(0x2000, 0x200b, ' ')
for (const space of [0x09, 0xa0, 0x202f, 0x3000, 0xfeff]) range(space, space, ' ')
range(0x2010, 0x2015, '-')
for (const dash of [0x2212, 0x30fc, 0xfe63]) range(dash, dash, '-')

/**
 * The text in half-width letters, digits, spaces and dashes. It is as long as it was, unit by unit,
 * so that an offset in one is the same offset in the other.
 */
export function plainText(text: string): string {
  let plain = ''
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = plainSigns[text.charCodeAt(at)] ?? 0
    if (sign === 0) continue
    plain += text.slice(from, at) + String.fromCharCode(sign)
    from = at + 1
  }
  return from === 0 ? text : plain + text.slice(from)
}

/** Whether one of these words stands close before a place. */
export function isAfter(plain: string, start: number, words: RegExp): boolean {
  return words.test(plain.slice(Math.max(0, start - 12), start))
}
