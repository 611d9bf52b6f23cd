/** Signs that decide what a cell can be at all, so that whole columns need not be looked at for it. */
export const cellSigns = {
  /** In every secrecy mark, whatever its writing: 密, 内 and those written alike. */
  secret: 1,
  /** Of those that `trim` takes away. */
  blank: 2,
  /** Letters, digits and signs in full width. */
  wide: 4,
  /** Ditto marks, or what they are written with. */
  ditto: 8,
} as const

/** Of a column that was not looked at: everything may be in it. */
export const everySign = 15

const classes = new Uint8Array(65_536)
const mark = (text: string, bit: number) => {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    classes[code] = (classes[code] ?? 0) | bit
  }
}
const range = (from: number, to: number, bit: number) => {
  for (let code = from; code <= to; code += 1) classes[code] = (classes[code] ?? 0) | bit
}

mark('密内內\ud87e', cellSigns.secret)
range(0xf900, 0xfaff, cellSigns.secret)
range(0x09, 0x0d, cellSigns.blank)
mark(' \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff', cellSigns.blank)
range(0x2000, 0x200a, cellSigns.blank)
range(0xff01, 0xff5e, cellSigns.wide)
mark('同〃″"”“＂\'', cellSigns.ditto)

/** What the sign with this code says. */
export const signOf = (code: number): number => classes[code] ?? 0

export function signsIn(text: string): number {
  let signs = 0
  for (let at = 0; at < text.length; at += 1) signs |= signOf(text.charCodeAt(at))
  return signs
}
